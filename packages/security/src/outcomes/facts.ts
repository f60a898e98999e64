import type { Consequences } from '../consequences/index.ts';
import type { Movement } from '../movement.ts';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes } from '../stakes.ts';
import type { OutcomeDefinition } from '../threat/types.ts';

/** One lived world with everything that follows from it: what a measure measures. */
export interface Facts {
  readonly stakes: Stakes;
  readonly movement: Movement;
  readonly follows: Consequences;
  readonly assumptions: AssumptionValues;
}

/** What names the measures of a case: its groups, its countries, and which of them can host. */
export type Societies = Pick<Stakes, 'groupIds' | 'countryIds' | 'hosts'>;

/** A measure with its formula in code. */
export interface Outcome extends OutcomeDefinition {
  readonly measure: (facts: Facts) => number;
}

const kept = new WeakMap<object, Map<string, number>>();

/**
 * A number that depends on nothing but one object (a movement, what follows from it) and on what is
 * the same in all worlds of a case: computed once for all coalitions that share the object.
 */
export function once(owner: object, name: string, make: () => number): number {
  let known = kept.get(owner);
  if (!known) {
    known = new Map();
    kept.set(owner, known);
  }
  let value = known.get(name);
  if (value === undefined) {
    value = make();
    known.set(name, value);
  }
  return value;
}

/** Sum of a list. */
export function sum(list: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i]!;
  return total;
}

/** Mean of a list, 0 when it is empty. */
export function mean(list: ArrayLike<number>): number {
  return list.length > 0 ? sum(list) / list.length : 0;
}

/** a / b, or 0 where there is nobody to divide by. */
export function ratio(a: number, b: number): number {
  return b > 0 ? a / b : 0;
}
