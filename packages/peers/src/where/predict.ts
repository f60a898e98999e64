import { keyOf } from '@asylia/cases';
import { exp, makeKeys, normalQuantile, pow, uniform } from '@asylia/engine';
import type { Attraction } from './attraction.ts';
import type { Reach } from './reach.ts';

/**
 * What may be known besides the daily total:
 * - given: stated capacities, as the files have them
 * - blind: nothing of the period to be predicted
 * - after: counts of the camps in the first days
 */
export type Regime =
  | { readonly kind: 'given' }
  | { readonly kind: 'blind' }
  | { readonly kind: 'after'; readonly days: number };

export const regimeName = (regime: Regime): string =>
  regime.kind === 'after' ? `after ${regime.days} days` : regime.kind;

/** Names the draw of a destination's pull apart from other draws. */
const pullDraw = 2000;

/** [camp] what each destination draws beside its place in the network; 1 in the expected world. */
function pulls(
  reach: Reach,
  attraction: Attraction,
  seed: number,
  world: number | null,
): Float64Array {
  const keys = world === null ? null : makeKeys(seed, world);
  return Float64Array.from(reach.observed.camps, (camp, c) => {
    const province = reach.province[c] ? attraction.provinceFactor : 1;
    if (keys === null) return province;
    const z = normalQuantile(uniform(keys, 0, keyOf(camp), 0, pullDraw, 0));
    return province * exp(attraction.spread * z);
  });
}

/**
 * Shares of those who set out on a day, by camp: from each place of origin, by pull, distance by
 * open roads and country, weighted by residents and whether it is in conflict.
 * Writes shares[camp]; all 0 when nothing can be reached.
 */
function sharesOn(
  reach: Reach,
  attraction: Attraction,
  pull: Float64Array,
  day: number,
  shares: Float64Array,
): void {
  const { network, origins, campCountry } = reach;
  const camps = campCountry.length;
  const km = reach.km[day]!;
  const { intensity } = reach.days[day]!;
  const drawn = new Float64Array(camps);
  const inCountry = new Float64Array(Math.max(0, ...network.placeCountry) + 1);
  shares.fill(0);
  let people = 0;
  for (let i = 0; i < origins.length; i++) {
    const origin = origins[i]!;
    const weight =
      network.population[origin]! * (intensity[origin]! > 0 ? 1 : attraction.quietShare);
    inCountry.fill(0);
    let reachable = false;
    for (let c = 0; c < camps; c++) {
      const far = km[i * camps + c]!;
      drawn[c] = 0;
      if (!Number.isFinite(far)) continue;
      reachable = true;
      drawn[c] = pull[c]! / pow(attraction.softeningKm + far, attraction.distancePower);
      inCountry[campCountry[c]!]! += 1;
    }
    if (!reachable) continue;
    let sum = 0;
    for (let c = 0; c < camps; c++) {
      if (drawn[c] === 0) continue;
      drawn[c]! /= pow(inCountry[campCountry[c]!]!, attraction.countryShare);
      sum += drawn[c]!;
    }
    for (let c = 0; c < camps; c++) shares[c]! += (weight * drawn[c]!) / sum;
    people += weight;
  }
  if (people > 0) for (let c = 0; c < camps; c++) shares[c]! /= people;
}

/** With capacities known, people go where there is room and the way is open. */
function sharesByRoom(
  reach: Reach,
  pull: Float64Array,
  day: number,
  stock: Float64Array,
  shares: Float64Array,
): void {
  const camps = reach.campPlace.length;
  let sum = 0;
  for (let c = 0; c < camps; c++) {
    const open = reach.origins.some((_, i) => Number.isFinite(reach.km[day]![i * camps + c]!));
    const capacity = reach.flee.locations[reach.campPlace[c]!]!.population;
    const province = reach.province[c] ? 1 : 0;
    const own = province ? 1 : pull[c]!;
    // A full camp still takes a few: camps have no doors.
    shares[c] = open ? Math.max(0.02 * capacity, capacity - stock[c]!) * own : 0;
    sum += shares[c]!;
  }
  if (sum > 0) for (let c = 0; c < camps; c++) shares[c]! /= sum;
}

/**
 * [camp x day], day fastest: people by camp when the total of each day is given. Growth of the
 * total is divided by the shares of the day; a fall is borne by all in proportion.
 *
 * @param world number of the world, or null for the expected one
 */
export function predict(
  reach: Reach,
  attraction: Attraction,
  regime: Regime,
  seed = 0,
  world: number | null = null,
): Float64Array {
  const { counts, total } = reach.observed;
  const days = total.length;
  const camps = reach.campPlace.length;
  const pull = pulls(reach, attraction, seed, world);
  const result = new Float64Array(camps * days);
  const known = regime.kind === 'after' ? Math.min(regime.days, days - 1) : 0;
  const stock = new Float64Array(camps);
  const shares = new Float64Array(camps);
  const seen = Float64Array.from({ length: camps }, (_, c) => counts[c * days + known]!);
  const seenSum = seen.reduce((a, b) => a + b, 0);
  const seenShare = regime.kind === 'after' && seenSum > 0 ? attraction.seenShare : 0;
  // Shares by distance change with the day's conflicts and ways alone.
  let sharedOn: Reach['days'][number] | undefined;
  let sharedKm: Float64Array | undefined;
  for (let day = 0; day < days; day++) {
    if (day <= known) {
      for (let c = 0; c < camps; c++) stock[c] = counts[c * days + day]!;
    } else {
      const growth = total[day]! - total[day - 1]!;
      if (growth > 0) {
        if (regime.kind === 'given') sharesByRoom(reach, pull, day, stock, shares);
        else if (reach.days[day] !== sharedOn || reach.km[day] !== sharedKm) {
          sharesOn(reach, attraction, pull, day, shares);
          sharedOn = reach.days[day];
          sharedKm = reach.km[day];
        }
        let sum = 0;
        for (let c = 0; c < camps; c++) sum += shares[c]!;
        for (let c = 0; c < camps; c++) {
          const free = sum > 0 ? shares[c]! : 1 / camps;
          const learned = seenSum > 0 ? seen[c]! / seenSum : 0;
          stock[c]! += growth * ((1 - seenShare) * free + seenShare * learned);
        }
      } else if (growth < 0) {
        const sum = stock.reduce((a, b) => a + b, 0);
        if (sum > 0) for (let c = 0; c < camps; c++) stock[c]! *= Math.max(0, 1 + growth / sum);
      }
    }
    for (let c = 0; c < camps; c++) result[c * days + day] = stock[c]!;
  }
  return result;
}
