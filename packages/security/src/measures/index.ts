import type { Facts, Measure, Societies } from './facts.ts';
import { neighbourOutcomes } from './hosts.ts';
import { individualOutcomes } from './individuals.ts';
import { originOutcomes } from './origin.ts';
import { receivingOutcomes } from './receiving.ts';
import { regimeOutcomes } from './regime.ts';
import { regionOutcomes } from './region.ts';

export type { CompositeRow, Weight } from './composite.ts';
export { compositeOf } from './composite.ts';
export type { Facts, Measure } from './facts.ts';
export { neighboursOf } from './hosts.ts';

/** Every measure of every object of security of a case, the people themselves first. */
export function measuresOf(stakes: Societies): readonly Measure[] {
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
export function measureAll(outcomes: readonly Measure[], facts: Facts): Float64Array {
  return Float64Array.from(outcomes, (outcome) => outcome.measure(facts));
}
