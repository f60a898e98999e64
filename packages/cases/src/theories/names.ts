import type { FrameId } from '@asylia/security';

/** Frames a theory may choose. */
export const frameIds = [
  'all',
  'dispositionFixed',
  'presenceFixed',
  'stateActors',
] as const satisfies readonly FrameId[];

/** Sources of threat that a check may name: the eight, the extended ones, the placebo. */
export const factorNames = [
  'O1',
  'O2',
  'W',
  'W2',
  'N1',
  'N2',
  'H',
  'HN',
  'HE',
  'D1',
  'D2',
  'X1',
  'M',
  'P0',
] as const;

/** Outcomes that exist for each neighbour apart: these names, a dot, the country. */
export const neighbourOutcomes = [
  'NEI1',
  'NEI2',
  'NEI2.displaced',
  'NEI2.hosts',
  'NEI2.between',
  'NEI3',
  'NEI4',
  'NEI5',
  'NEI6',
] as const;

const plain = [
  'REG1',
  'REG1.provoked',
  'REG1.pursuit',
  'REG2',
  'REG3',
  'REG4',
  'IND1',
  'IND1.violence',
  'IND1.shortfall',
  'IND2',
  'IND3',
  'IND4',
  'IND5',
  'IND5.assets',
  'IND5.bribes',
  'IND6',
  'IND7',
  'KOS2',
  'KOS2.worst',
  'KOS3',
  'KOS4',
  'KOS4.end',
  'KOS5',
  'KOS5.end',
  'EU1a',
  'EU1b',
  'EU2',
  'EU3',
  'EU4',
  'EU4.revenue',
  'EU5',
  'EU6',
  'EU7',
  'GLO1.status',
  'GLO1.crossed',
  'GLO1.convention',
  'GLO2',
  'GLO2.waiting',
  'GLO3',
] as const;

/** Outcomes that exist for each group apart. */
const byGroup = ['IND1', 'KOS1'] as const;

/** Every form that the name of an outcome can take, for hints. */
export const outcomeForms: readonly string[] = [
  ...plain,
  ...byGroup.map((name) => `${name}.<group>`),
  ...neighbourOutcomes.map((name) => `${name}.<country>`),
];

/** Whether an outcome of that name can exist in some case. */
export function isOutcomeName(name: string): boolean {
  if ((plain as readonly string[]).includes(name)) return true;
  const dot = name.lastIndexOf('.');
  if (dot < 0) return false;
  const [stem, last] = [name.slice(0, dot), name.slice(dot + 1)];
  if ((neighbourOutcomes as readonly string[]).includes(stem)) return /^[A-Z]{3}$/.test(last);
  return (byGroup as readonly string[]).includes(stem) && /^[a-z][a-z0-9-]*$/.test(last);
}
