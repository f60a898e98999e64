import type { Consequences } from '../consequences/index.ts';
import type { ConsequenceLevels } from '../factors/levels.ts';
import type { Movement } from '../movement.ts';
import type { AssumptionValues } from '../parameters/index.ts';
import type { SocietyContext } from '../societyContext.ts';
import type { Direction, MeasureDefinition, ObjectKind } from '../threat/types.ts';

/** One simulated world with everything that follows from it: what a measure measures. */
export interface Facts {
  readonly societyContext: SocietyContext;
  readonly movement: Movement;
  readonly consequences: Consequences;
  readonly assumptions: AssumptionValues;
  readonly levels: ConsequenceLevels;
}

/** What names the measures of a case: its groups, its countries, and which of them can host. */
export type Societies = Pick<SocietyContext, 'groupIds' | 'countryIds' | 'hosts'>;

/** A measure as it is declared, once for every case; all that names measures derives from these. */
export interface MeasureDeclaration {
  /** What is measured, behind its object and a dot: host.unrest. */
  readonly id: string;
  /** Label where there is little room, such as NEI2; accepted wherever an id is. */
  readonly code: string;
  /** Place among the measures that stand for the object in the table; the others do not. */
  readonly headline?: number;
  /** Taken of each group apart; those of neighbours are taken of each country. */
  readonly each?: 'group';
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
  readonly direction: Direction;
  /** What it does not see. */
  readonly limitations: string;
  /** Its value in one world, in its unit; `member` = index of the group or country, else 0. */
  readonly of: (facts: Facts, member: number) => number;
}

/** The measures of one object of security. */
export interface ObjectMeasures {
  readonly object: ObjectKind;
  /** {name} stands for the state or union that it is. */
  readonly title: string;
  /** Title where the case names the union. */
  readonly titleOfUnion?: string;
  readonly measures: readonly MeasureDeclaration[];
}

/** A measure of a case with its formula in code. */
export interface Measure extends MeasureDefinition {
  readonly measure: (facts: Facts) => number;
}
