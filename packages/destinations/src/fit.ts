import type { Attraction } from './attraction.ts';
import { defaultAttraction } from './attraction.ts';
import type { Calibration } from './fitBands.ts';
import { fitBands } from './fitBands.ts';
import { combinations, priorMisfit } from './grid.ts';
import { predict } from './predict.ts';
import type { Reach } from './reach.ts';
import { averagedRelativeDifference } from './scores.ts';

/** How many per cent of error weigh as much as one prior standard deviation, in ln. */
const errorScale = 0.1;

/**
 * The numbers of the model that fit some conflicts best, with priors: first where people go blind,
 * then with capacities given; every combination of the declared grids is tried. Deterministic.
 * Conflicts count alike, whatever their size.
 */
export function fitAttraction(reaches: readonly Reach[]): Attraction {
  return (['blind', 'given'] as const).reduce((fitted, kind) => {
    let best = fitted;
    let least = Number.POSITIVE_INFINITY;
    for (const attraction of combinations(fitted, kind)) {
      const misfit = reaches.reduce(
        (sum, reach) => {
          const model = predict(reach, attraction, { kind });
          return sum + Math.log(averagedRelativeDifference(model, reach.observed)) / errorScale;
        },
        priorMisfit(attraction, kind),
      );
      if (misfit < least) {
        least = misfit;
        best = attraction;
      }
    }
    return best;
  }, defaultAttraction);
}

/**
 * All numbers, those of the bands included. A band must hold the errors made on a conflict that was
 * not fitted: so each conflict is predicted with numbers of the others.
 */
export function fitAll(reaches: readonly Reach[]): Attraction {
  const tests = reaches.map(
    (reach): Calibration => ({
      reach,
      attraction: fitAttraction(reaches.filter((other) => other !== reach)),
    }),
  );
  return fitBands(fitAttraction(reaches), tests);
}

/** Fitted without one conflict, for testing on it. */
export function leaveOneOut(reaches: readonly Reach[]): Attraction[] {
  return reaches.map((_, i) => fitAll(reaches.filter((_, k) => k !== i)));
}
