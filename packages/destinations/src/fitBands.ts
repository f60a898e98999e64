import type { Attraction } from './attraction.ts';
import { combinations, priorMisfit } from './grid.ts';
import type { Regime } from './predict.ts';
import { predict, regimes } from './predict.ts';
import type { Reach } from './reach.ts';
import { coverage } from './scores.ts';

/** A conflict on which bands are tried, with numbers that were fitted without it. */
export interface Calibration {
  readonly reach: Reach;
  readonly attraction: Attraction;
}

/** The part of the worlds that a band should hold, and how far off weighs as much as one prior sd. */
const meant = 0.9;
const gapScale = 0.1;

/** Worlds in which bands are tried while fitting, and their seed. */
const worlds = 60;
const seed = 1;

/** Adds the spreads with which the 90 % bands of all regimes come nearest to holding 90 %. */
export function fitBands(start: Attraction, tests: readonly Calibration[]): Attraction {
  const known = new Map<string, number>();
  let best = start;
  let least = Number.POSITIVE_INFINITY;
  for (const tried of combinations(start, 'bands')) {
    let misfit = priorMisfit(tried, 'bands');
    for (const [test, one] of tests.entries()) {
      for (const regime of regimes) {
        // A regime knows one of the two spreads only.
        const spread = regime.kind === 'given' ? tried.spreadGiven : tried.spread;
        const name = [test, regimes.indexOf(regime), spread, tried.drift].join();
        const held = known.get(name) ?? holds(one, tried, regime);
        known.set(name, held);
        misfit += ((held - meant) / gapScale) ** 2 / 2;
      }
    }
    if (misfit < least) {
      least = misfit;
      best = tried;
    }
  }
  return best;
}

/** Share of a record, after what is known of it, that the band holds. */
function holds({ reach, attraction }: Calibration, tried: Attraction, regime: Regime): number {
  const { spread, spreadGiven, drift } = tried;
  const numbers = { ...attraction, spread, spreadGiven, drift };
  const ensemble = Array.from({ length: worlds }, (_, world) =>
    predict(reach, numbers, regime, seed, world),
  );
  const from = regime.kind === 'after' ? regime.days + 1 : 1;
  return coverage(ensemble, reach.observed, meant, from);
}
