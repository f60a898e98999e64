import { conflictParameters } from './conflict.ts';
import { counterfactualParameters } from './counterfactuals.ts';
import type { AssumptionDeclaration } from './declaration.ts';
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
export const assumptions: readonly AssumptionDeclaration<AssumptionId>[] = all;

/** Assumptions that change how people move. */
export type MovingAssumptionId = Extract<(typeof all)[number], { acts: 'movement' }>['id'];
export const movingAssumptions = assumptions.flatMap(({ id, acts }) =>
  acts === 'movement' ? [id] : [],
) as readonly MovingAssumptionId[];

/** The same by what they are about, in the same order. */
export const assumptionGroups: Readonly<
  Record<
    'protection' | 'neighbours' | 'conflict' | 'societies' | 'counterfactuals',
    readonly AssumptionDeclaration<AssumptionId>[]
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
