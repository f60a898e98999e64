import type { ParameterDeclaration } from '@asylia/engine';
import { conflictParameters } from './conflict.ts';
import { counterfactualParameters } from './counterfactuals.ts';
import { neighbourParameters } from './neighbours.ts';
import { protectionGapParameters } from './protection.ts';
import { societyParameters } from './societies.ts';

const all = [
  ...protectionGapParameters,
  ...neighbourParameters,
  ...conflictParameters,
  ...societyParameters,
  ...counterfactualParameters,
] as const;

/** The name of an assumption about consequences. */
export type AssumptionId = (typeof all)[number]['id'];

/**
 * Every number about what follows from movement that is not a fact of a case. A theory sets some
 * of them; the others keep these defaults and priors under every theory.
 */
export const assumptions: readonly ParameterDeclaration<AssumptionId>[] = all;

/** The same by what they are about, in the same order. */
export const assumptionGroups: Readonly<
  Record<
    'protection' | 'neighbours' | 'conflict' | 'societies' | 'counterfactuals',
    readonly ParameterDeclaration<AssumptionId>[]
  >
> = {
  protection: protectionGapParameters,
  neighbours: neighbourParameters,
  conflict: conflictParameters,
  societies: societyParameters,
  counterfactuals: counterfactualParameters,
};

/** A value for every assumption. */
export type AssumptionValues = Readonly<Record<AssumptionId, number>>;

/** The declared defaults. */
export function defaultAssumptions(): AssumptionValues {
  const values = {} as Record<AssumptionId, number>;
  for (const declaration of assumptions) values[declaration.id] = declaration.default;
  return values;
}
