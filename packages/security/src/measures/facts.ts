import type { Consequences } from '../consequences/index.ts';
import type { Movement } from '../movement.ts';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes, Switches } from '../stakes.ts';
import type { MeasureDefinition } from '../threat/types.ts';

/** One lived world with everything that follows from it: what a measure measures. */
export interface Facts {
  readonly stakes: Stakes;
  readonly movement: Movement;
  readonly follows: Consequences;
  readonly assumptions: AssumptionValues;
  readonly switches: Switches;
}

/** What names the measures of a case: its groups, its countries, and which of them can host. */
export type Societies = Pick<Stakes, 'groupIds' | 'countryIds' | 'hosts'>;

/** A measure with its formula in code. */
export interface Measure extends MeasureDefinition {
  readonly measure: (facts: Facts) => number;
}
