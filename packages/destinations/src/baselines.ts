import type { Observed } from './observed.ts';
import type { Regime } from './predict.ts';
import type { Reach } from './reach.ts';

/** [camp x day]: the record's total of each day, divided by shares that do not change. */
function byShares({ total, camps }: Observed, shares: readonly number[]): Float64Array {
  const sum = shares.reduce((a, b) => a + b, 0);
  const days = total.length;
  return Float64Array.from({ length: camps.length * days }, (_, i) => {
    const share = sum > 0 ? shares[Math.floor(i / days)]! / sum : 1 / camps.length;
    return share * total[i % days]!;
  });
}

/** Days whose shares are kept for ever, where they are known. */
const frozenOn = [7, 30];

/** Naive predictors that know no more than a regime allows. Each has the record's daily total. */
export function baselines(reach: Reach, regime: Regime): Record<string, Float64Array> {
  const { observed, places } = reach;
  const days = observed.total.length;
  const result: Record<string, Float64Array> = {
    'equal shares': byShares(
      observed,
      observed.camps.map(() => 1),
    ),
    gravity: gravity(reach),
  };
  if (regime.kind === 'given') {
    const capacities = [...reach.campPlace].map((place) => places[place]!.population);
    result['shares by capacity'] = byShares(observed, capacities);
  }
  if (regime.kind === 'after') {
    // Who knows thirty days knows seven too.
    for (const known of frozenOn.filter((day) => day <= regime.days)) {
      const day = Math.min(known, days - 1);
      const kept = observed.camps.map((_, c) => observed.counts[c * days + day]!);
      result[`shares of day ${known}`] = byShares(observed, kept);
    }
  }
  return result;
}

/** Shares of each day by 1 / d^2 from the places in conflict, d in km as the crow flies. */
function gravity({ observed, network, places, days, campPlace }: Reach): Float64Array {
  const length = observed.total.length;
  const result = new Float64Array(campPlace.length * length);
  const zones = [...network.placeIds.keys()];
  for (let day = 0; day < length; day++) {
    const active = zones.filter((place) => days[day]!.intensity[place]! > 0);
    const weights = Array.from(campPlace, (camp) =>
      active.reduce(
        (sum, zone) => sum + 1 / Math.max(1, crowKm(places[zone]!, places[camp]!)) ** 2,
        0,
      ),
    );
    const sum = weights.reduce((a, b) => a + b, 0);
    weights.forEach((weight, c) => {
      result[c * length + day] =
        observed.total[day]! * (sum > 0 ? weight / sum : 1 / weights.length);
    });
  }
  return result;
}

function crowKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
