import type { Lever } from '../factors/levers.ts';

/** Sources of threat that a claim may name: of the default set and of the extended one. */
export type ClaimFactor = Exclude<Lever, 'P0'> | 'H';

export const claimTheories = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
export type ClaimTheory = (typeof claimTheories)[number];

/** More of these is better for the object; as declared with the outcomes. */
const moreIsBetter = [
  ...['KOS1', 'KOS3', 'KOS4', 'KOS5', 'NEI1', 'NEI3', 'NEI4', 'EU6', 'EU7', 'GLO1', 'GLO3'],
];

/** `NEI2.*` for every neighbour; any other id as it is. */
export function forEachNeighbour(id: string, neighbours: readonly string[]): readonly string[] {
  return id.endsWith('.*') ? neighbours.map((iso) => `${id.slice(0, -1)}${iso}`) : [id];
}

/** 1 where more of the outcome is worse for its object, -1 where it is better. */
export function harmSign(outcome: string): 1 | -1 {
  return moreIsBetter.includes(outcome.split('.')[0]!) ? -1 : 1;
}
