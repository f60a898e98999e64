import { averagedRelativeDifference } from '../scores/scores.ts';
import type { Attraction } from './attraction.ts';
import { attractionDeclarations, defaultAttraction } from './attraction.ts';
import { predict } from './predict.ts';
import type { Reach } from './reach.ts';

/** How many per cent of error weigh as much as one prior standard deviation, in ln. */
const errorScale = 0.1;

/**
 * The numbers of the model that fit some conflicts best, blind, with priors: every combination of
 * the declared grid is tried. Deterministic. Conflicts count alike, whatever their size.
 */
export function fitAttraction(reaches: readonly Reach[]): Attraction {
  let best = defaultAttraction;
  let least = Number.POSITIVE_INFINITY;
  for (const attraction of combinations()) {
    const misfit = reaches.reduce((sum, reach) => {
      const ard = averagedRelativeDifference(
        predict(reach, attraction, { kind: 'blind' }),
        reach.observed,
      );
      return sum + Math.log(ard) / errorScale;
    }, priorMisfit(attraction));
    if (misfit < least) {
      least = misfit;
      best = attraction;
    }
  }
  return best;
}

/** Fitted without one conflict, for testing on it. */
export function leaveOneOut(reaches: readonly Reach[]): Attraction[] {
  return reaches.map((_, i) => fitAttraction(reaches.filter((_, k) => k !== i)));
}

function combinations(): Attraction[] {
  let list: Attraction[] = [defaultAttraction];
  for (const { id, grid } of attractionDeclarations) {
    list = list.flatMap((attraction) => grid.map((value) => ({ ...attraction, [id]: value })));
  }
  return list;
}

function priorMisfit(attraction: Attraction): number {
  return attractionDeclarations.reduce((sum, { id, default: middle, priorSdLog }) => {
    const z = Math.log(attraction[id] / middle) / priorSdLog;
    return sum + (z * z) / 2;
  }, 0);
}
