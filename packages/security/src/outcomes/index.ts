import type { Facts, Outcome, Societies } from './facts.ts';
import { individualOutcomes } from './individuals.ts';
import { neighbourOutcomes } from './neighbours.ts';
import { originOutcomes } from './originSociety.ts';
import { receivingOutcomes } from './receivingSocieties.ts';
import { regimeOutcomes } from './regime.ts';
import { regionOutcomes } from './region.ts';

export type { CompositeRow, Weight } from './composite.ts';
export { compositeOf } from './composite.ts';
export type { Facts, Outcome } from './facts.ts';
export { neighboursOf } from './neighbours.ts';

/** Every measure of every object of security of a case, the people themselves first. */
export function outcomesOf(stakes: Societies): readonly Outcome[] {
  return [
    ...individualOutcomes(stakes),
    ...originOutcomes(stakes),
    ...neighbourOutcomes(stakes),
    ...regionOutcomes,
    ...receivingOutcomes,
    ...regimeOutcomes,
  ];
}

/** [outcome] the value of each measure in one world. */
export function measureAll(outcomes: readonly Outcome[], facts: Facts): Float64Array {
  return Float64Array.from(outcomes, (outcome) => outcome.measure(facts));
}
