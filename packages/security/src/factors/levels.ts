import { declaredFactors } from './declared.ts';

type Declared = (typeof declaredFactors)[number];
/** A factor that is none of several together: what can be switched by itself. */
type Single = Exclude<Declared, { readonly covers: readonly string[] }>;

export type FactorId = Declared['id'];
export type SingleFactorId = Single['id'];

export const singleFactors: readonly SingleFactorId[] = declaredFactors.flatMap((one) =>
  'covers' in one ? [] : [one.id],
);

/** [single factor] how far each is present, from 1 (baseline) to 0 (off). */
export type FactorLevels = Readonly<Record<SingleFactorId, number>>;

/** Everything at baseline. */
export const allOn = Object.fromEntries(
  singleFactors.map((id) => [id, 1]),
) as unknown as FactorLevels;

/** Factors that what follows from movement reads; the others change the world alone. */
export const factorsOfConsequences = [
  'crossBorderAttacks',
  'fighters',
  'presence',
  'incapacity',
  'hostIntolerance',
  'receivingIntolerance',
  'movementRefused',
  'statusWithheld',
] as const satisfies readonly SingleFactorId[];
export type ConsequenceFactorId = (typeof factorsOfConsequences)[number];
export type ConsequenceLevels = Pick<FactorLevels, ConsequenceFactorId>;
