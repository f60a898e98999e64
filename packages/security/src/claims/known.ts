import type { declaredFactors } from '../factors/declared.ts';
import { directionOf } from '../names.ts';

/** Sources of threat that a claim may name: of the default set and of the extended one. */
export type ClaimFactor = Exclude<(typeof declaredFactors)[number]['code'], 'P0'>;

export const claimTheories = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
export type ClaimTheory = (typeof claimTheories)[number];

/** `NEI2.*` for every neighbour; any other id as it is. */
export function forEachNeighbour(id: string, neighbours: readonly string[]): readonly string[] {
  return id.endsWith('.*') ? neighbours.map((iso) => `${id.slice(0, -1)}${iso}`) : [id];
}

/** 1 where more of the outcome is worse for its object, -1 where it is better. */
export function harmSign(outcome: string): 1 | -1 {
  return directionOf(outcome) === 'moreIsBetter' ? -1 : 1;
}
