import type { FrameId } from '../threat/types.ts';

/** Sources of threat that a claim may name: the default set and the extended one. */
export const claimFactors = [
  'O1',
  'O2',
  'W',
  'N1',
  'N2',
  'H',
  'D1',
  'D2',
  'W2',
  'HN',
  'HE',
  'X1',
  'M',
] as const;
export type ClaimFactor = (typeof claimFactors)[number];

export const claimTheories = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
export type ClaimTheory = (typeof claimTheories)[number];

export const claimFrames: readonly FrameId[] = [
  'all',
  'dispositionFixed',
  'presenceFixed',
  'stateActors',
];

const remedies: readonly string[] = ['exclude', 'contain', 'fund', 'onward', 'stop', 'protect'];

/** True for a remedy, or several different ones joined with '+'. */
export function isRemedy(id: string): boolean {
  const parts = id.split('+');
  return parts.every((part) => remedies.includes(part)) && new Set(parts).size === parts.length;
}

/** Outcomes that stand alone, and those that need a neighbour or a group behind the point. */
const alone = [
  ...['REG1', 'REG1.provoked', 'REG1.pursuit', 'REG2', 'REG3', 'REG4'],
  ...['IND1', 'IND1.violence', 'IND1.shortfall', 'IND2', 'IND3', 'IND4'],
  ...['IND5', 'IND5.assets', 'IND5.bribes', 'IND6', 'IND7'],
  ...['KOS2', 'KOS2.worst', 'KOS3', 'KOS4', 'KOS4.end', 'KOS5', 'KOS5.end'],
  ...['EU1a', 'EU1b', 'EU2', 'EU3', 'EU4', 'EU4.revenue', 'EU5', 'EU6', 'EU7'],
  ...['GLO1.status', 'GLO1.crossed', 'GLO1.convention', 'GLO2', 'GLO2.waiting', 'GLO3'],
];
const byGroup = ['IND1', 'KOS1'];
const byNeighbour = [
  ...['NEI1', 'NEI2', 'NEI2.displaced', 'NEI2.hosts', 'NEI2.between'],
  ...['NEI3', 'NEI4', 'NEI5', 'NEI6'],
];

/** More of these is better for the object. */
const moreIsBetter = [
  ...['KOS1', 'KOS3', 'KOS4', 'KOS5', 'NEI1', 'NEI3', 'NEI4', 'EU6', 'EU7', 'GLO1', 'GLO3'],
];

/** True where the id, with its group or neighbour, is an outcome of the case. */
export function isOutcome(
  id: string,
  neighbours: readonly string[],
  groups: readonly string[],
): boolean {
  const at = id.lastIndexOf('.');
  const stem = at < 0 ? '' : id.slice(0, at);
  const last = id.slice(at + 1);
  return (
    alone.includes(id) ||
    (byGroup.includes(stem) && groups.includes(last)) ||
    (byNeighbour.includes(stem) && neighbours.includes(last))
  );
}

/** `NEI2.*` for every neighbour; any other id as it is. */
export function forEachNeighbour(id: string, neighbours: readonly string[]): readonly string[] {
  return id.endsWith('.*') ? neighbours.map((neighbour) => `${id.slice(0, -1)}${neighbour}`) : [id];
}

/** 1 where more of the outcome is worse for its object, -1 where it is better. */
export function harmSign(outcome: string): 1 | -1 {
  return moreIsBetter.includes(outcome.split('.')[0]!) ? -1 : 1;
}
