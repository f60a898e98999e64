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

/** The regimes in which conflicts are compared. */
export const regimes: readonly Regime[] = [
  { kind: 'given' },
  { kind: 'blind' },
  { kind: 'after', days: 7 },
  { kind: 'after', days: 30 },
];

export const regimeName = (regime: Regime): string =>
  regime.kind === 'after' ? `after ${regime.days} days` : regime.kind;

/** Names the draws of a destination's pull and of its later fortune apart from other draws. */
const pullDraw = 2000;
const driftDraw = 2001;

/** A full camp draws as if this share of its room were left: camps have no doors. */
const doorlessShare = 0.02;

/** [camp] standard normal numbers of a world; all 0 in the expected one. */
function scatter(reach: Reach, seed: number, world: number | null, draw: number): Float64Array {
  if (world === null) return new Float64Array(reach.observed.camps.length);
  const keys = makeKeys(seed, world);
  return Float64Array.from(reach.observed.camps, (camp) =>
    normalQuantile(uniform(keys, 0, keyOf(camp), 0, draw, 0)),
  );
}

/** Stated capacities; where none is stated, the mean of the others. */
function sizes({ places, campPlace }: Reach): Float64Array {
  const stated = Float64Array.from(campPlace, (place) => places[place]!.population);
  const known = stated.filter((n) => n > 0);
  const mean = known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 1;
  return stated.map((n) => (n > 0 ? n : mean));
}

/**
 * [origin x camp] how near a camp is by open roads, 0 where there is no way in. The camps of a
 * country share its pull, as far as `countryShare` says: people reach a country first.
 */
function nearness(
  { origins, campCountry }: Reach,
  softeningKm: number,
  power: number,
  countryShare: number,
  km: Float64Array,
): Float64Array {
  const camps = campCountry.length;
  const result = new Float64Array(km.length);
  const inCountry = new Float64Array(Math.max(0, ...campCountry) + 1);
  for (let i = 0; i < origins.length; i++) {
    inCountry.fill(0);
    for (let c = 0; c < camps; c++) {
      if (Number.isFinite(km[i * camps + c]!)) inCountry[campCountry[c]!]! += 1;
    }
    for (let c = 0; c < camps; c++) {
      const far = km[i * camps + c]!;
      if (!Number.isFinite(far)) continue;
      const shared = pow(inCountry[campCountry[c]!]!, countryShare);
      result[i * camps + c] = 1 / (pow(softeningKm + far, power) * shared);
    }
  }
  return result;
}

/**
 * Shares of those who set out on a day, by camp: from each place of origin by nearness and pull,
 * origins weighted by residents and whether they are in conflict. Writes shares[camp]; all 0 when
 * nothing can be reached.
 */
function sharesOn(
  { network, origins, days }: Reach,
  quietShare: number,
  near: Float64Array,
  pull: Float64Array,
  day: number,
  shares: Float64Array,
): void {
  const camps = pull.length;
  const { intensity } = days[day]!;
  shares.fill(0);
  let people = 0;
  for (let i = 0; i < origins.length; i++) {
    const origin = origins[i]!;
    let sum = 0;
    for (let c = 0; c < camps; c++) sum += pull[c]! * near[i * camps + c]!;
    if (sum <= 0) continue;
    const weight = network.population[origin]! * (intensity[origin]! > 0 ? 1 : quietShare);
    for (let c = 0; c < camps; c++) shares[c]! += (weight * pull[c]! * near[i * camps + c]!) / sum;
    people += weight;
  }
  if (people > 0) for (let c = 0; c < camps; c++) shares[c]! /= people;
}

/**
 * [camp x day], day fastest: people by camp when the total of each day is given. Growth of the
 * total is divided by the shares of the day; a fall is borne by all in proportion. With capacities
 * known, size draws less than in proportion, and a camp draws by the share of its room that is left.
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
  const isGiven = regime.kind === 'given';
  const spread = isGiven ? attraction.spreadGiven : attraction.spread;
  const size = sizes(reach);
  const own = scatter(reach, seed, world, pullDraw).map((z, c) => {
    const province = reach.province[c] ? attraction.provinceFactor : 1;
    return exp(spread * z) * (isGiven ? pow(size[c]!, attraction.sizePower) : province);
  });
  const tables = new Map<Float64Array, Float64Array>();
  const nearOn = (day: number): Float64Array => {
    const km = reach.km[day]!;
    const { softeningKm, distancePower, roomDistancePower, countryShare } = attraction;
    const found =
      tables.get(km) ??
      (isGiven
        ? nearness(reach, softeningKm, roomDistancePower, 0, km)
        : nearness(reach, softeningKm, distancePower, countryShare, km));
    tables.set(km, found);
    return found;
  };
  const result = new Float64Array(camps * days);
  const known = regime.kind === 'after' ? Math.min(regime.days, days - 1) : 0;
  const stock = new Float64Array(camps);
  const shares = new Float64Array(camps);
  const pull = Float64Array.from(own);
  const seen = Float64Array.from({ length: camps }, (_, c) => counts[c * days + known]!);
  const seenSum = seen.reduce((a, b) => a + b, 0);
  const seenShare = regime.kind === 'after' && seenSum > 0 ? attraction.seenShare : 0;
  // Without room to count, shares change with the day's conflicts and ways alone.
  let sharedOn: Reach['days'][number] | undefined;
  for (let day = 0; day < days; day++) {
    if (day <= known) {
      for (let c = 0; c < camps; c++) stock[c] = counts[c * days + day]!;
    } else {
      const growth = total[day]! - total[day - 1]!;
      if (growth > 0) {
        if (isGiven) {
          for (let c = 0; c < camps; c++) {
            pull[c] = own[c]! * Math.max(doorlessShare, 1 - stock[c]! / size[c]!);
          }
        }
        if (isGiven || reach.days[day] !== sharedOn) {
          sharesOn(reach, attraction.quietShare, nearOn(day), pull, day, shares);
          sharedOn = reach.days[day];
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
  if (world !== null) {
    drift(result, total, scatter(reach, seed, world, driftDraw), attraction.drift, known);
  }
  return result;
}

/** Days after which the drift of a camp's fortune has its stated size. */
const driftDays = 365;

/**
 * What happens later to people already there (moved on, moved by the authorities, counted anew)
 * scatters the counts the more, the longer ago the last count is; totals stay.
 */
function drift(
  people: Float64Array,
  total: Float64Array,
  z: Float64Array,
  size: number,
  known: number,
): void {
  const days = total.length;
  for (let day = known + 1; day < days; day++) {
    const sd = size * Math.sqrt((day - known) / driftDays);
    let sum = 0;
    for (let c = 0; c < z.length; c++) {
      people[c * days + day]! *= exp(sd * z[c]!);
      sum += people[c * days + day]!;
    }
    if (sum <= 0) continue;
    for (let c = 0; c < z.length; c++) people[c * days + day]! *= total[day]! / sum;
  }
}
