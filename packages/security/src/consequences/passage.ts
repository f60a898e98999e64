import { ratio } from '../arithmetic.ts';
import type { Movement } from '../movement.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';

/** What passage costs those who flee. */
export interface Passage {
  /** people who paid to climb the list of evacuation */
  readonly bribed: number;
  /** mean share of assets lost over everybody ever displaced */
  readonly assetsLost: number;
}

export const passageReads = {
  assumptions: ['passagePriceUsd', 'bribeUsd', 'assetsUsd', 'assetsTakenAtExpulsion', 'bribeShare'],
  factors: ['movementRefused'],
} as const satisfies Reads;

/** Passage (function f8): bribes while there is a queue; assets taken, paid to smugglers, in bribes. */
export function passage(
  movement: Movement,
  a: AssumptionsOf<typeof passageReads>,
  levels: LevelsOf<typeof passageReads>,
): Passage {
  const price = Math.min(1, a.passagePriceUsd / a.assetsUsd);
  const bribe = Math.min(1, a.bribeUsd / a.assetsUsd);
  const bribed = movement.evacuated * a.bribeShare * levels.movementRefused;
  const lost =
    movement.expelled * a.assetsTakenAtExpulsion + movement.irregular * price + bribed * bribe;
  return { bribed, assetsLost: Math.min(1, ratio(lost, movement.everDisplaced)) };
}
