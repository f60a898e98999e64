import type {
  Case,
  CaseWords,
  Fault,
  Observation,
  Overlay,
  Policy,
  Settings,
  Theory,
} from '@asylia/cases';
import type { ParameterDeclaration } from '@asylia/engine';
import type { Factor, FrameId, Interval } from '@asylia/security';
import type { RunFigure } from '../figures/figuresOf.ts';
import type { Measured } from '../threat/objects.ts';
import type { AssumptionRow, ThreatSummary } from '../threat/threatSummary.ts';
import type { CheckDefinition } from '../validate/definitions.ts';

/** Faults are answers too: the user's mistake, shown as such. */
export type Result<T> = { readonly answer: T } | { readonly faults: readonly Fault[] };

/** All that a user can decide and that changes numbers. Plain values, kept in the address. */
export interface Inputs {
  /** Scenario of the case, by its id. */
  readonly scenario: string;
  /** Policies that were edited, by their ids. */
  readonly settings: Settings;
  /** Parameters of the model that were changed. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Assumptions about what follows from movement that were changed, under every theory. */
  readonly assumptions: Readonly<Record<string, number>>;
  readonly theory: string;
  readonly seed: number;
}

/** Numbers of the model, or of what follows from movement, under one heading. */
export interface Declared {
  readonly of: 'parameters' | 'assumptions';
  readonly group: string;
  readonly list: readonly ParameterDeclaration[];
}

/** A case as the worker has read it, for the page to show. */
export interface Opened extends Measured {
  readonly case: Case;
  readonly scenarios: readonly Pick<Overlay, 'id' | 'title' | 'description'>[];
  readonly checks: readonly CheckDefinition[];
  readonly words: CaseWords;
  readonly theories: readonly Theory[];
  readonly observations: readonly Observation[];
  readonly factors: readonly Factor[];
  /** Parameters that were fitted to the record. */
  readonly fitted: readonly string[];
  /** Every number that is not a fact of a case, under the headings of the list. */
  readonly declared: readonly Declared[];
}

/** The expected run under some inputs: what the map and the charts show at once. */
export interface CurrentRun {
  /** Series of the engine, then the curves that the record speaks of. */
  readonly names: readonly string[];
  readonly days: number;
  /** [series x day], day fastest */
  readonly values: Float64Array;
  /** Headline figures of the movement, and how they are read from the series. */
  readonly figures: readonly RunFigure[];
  readonly flows: readonly { readonly from: string; readonly via: string; readonly to: string }[];
  /** [flow x day], day fastest: persons who set out */
  readonly flowValues: Float32Array;
  /** [outcome] measures of every object of security, under the theory */
  readonly measures: Float64Array;
  /** Values of the parameters that this run used. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Scenario of the case in which it is simulated, and the controls there. */
  readonly scenario: string;
  readonly policies: readonly Policy[];
  /** What was asked for and is not there: left out of this run. */
  readonly ignored: readonly Fault[];
  /** The scenario file that gives the same numbers with the command; null = baseline. */
  readonly overlay: Overlay | null;
}

/** Figures of the movement alone, or the measures of everyone's security under the theory. */
export type SensitivityOf = 'movement' | 'measures';

/** What one sampled world says under some inputs: to be set against the same world under others. */
export interface Paired {
  /** [id] headline figures of the movement */
  readonly figures: Readonly<Record<string, number>>;
  /** [outcome] measures of every object of security, under the theory */
  readonly measures: readonly number[];
}

/** Which run is shown: under the same inputs the command gives it the same name. */
export interface Identity {
  readonly case: string;
  readonly run: string;
  readonly version: string;
}

/** An attribution, and the intervals of its headline measures. */
export interface ThreatAnswer {
  readonly summary: ThreatSummary;
  readonly intervals: readonly EstimandInterval[];
}

/** Range of one estimand over draws of the assumptions and chance, in the unit of the measure. */
export interface EstimandInterval extends Interval {
  readonly frame: FrameId;
  readonly outcome: string;
  readonly factor: string;
  readonly estimand: 'lastIn' | 'firstIn';
}

/** What stands behind the contribution of one source to one measure, in the expected run. */
export interface BehindCell {
  readonly outcome: string;
  readonly factor: string;
  readonly factors: readonly string[];
  /** [coalition] bit i = source i is on */
  readonly values: Float64Array;
  /** Assumptions that most move what would be gone but for the source; null = not yet computed */
  readonly moving: readonly AssumptionRow[] | null;
}
