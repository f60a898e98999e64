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
import type {
  CheckDefinition,
  LedgerEntry,
  PlaceCard,
  RunFigure,
  RunSummary,
  SensitivityPart,
  SensitivityTask,
  ThreatMeta,
  ThreatPart,
  ThreatSummary,
} from '@asylia/lab';
import type { Factor, FrameId, Interval, MeasureDefinition, ObjectId } from '@asylia/security';
import type { Brought, Gathered } from '../import/gather.ts';

/** All that a user can decide and that changes numbers. Plain values, kept in the address. */
export interface Inputs {
  /** Scenario of the case, by its id. */
  readonly scenario: string;
  /** Policies that were moved, by their ids. */
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
export interface Opened {
  readonly case: Case;
  readonly scenarios: readonly Pick<Overlay, 'id' | 'title' | 'description'>[];
  readonly checks: readonly CheckDefinition[];
  readonly words: CaseWords;
  readonly theories: readonly Theory[];
  readonly observations: readonly Observation[];
  readonly factors: readonly Factor[];
  readonly objects: readonly {
    readonly id: ObjectId;
    readonly title: string;
    /** English name of the state or union that it is; '' for none. */
    readonly name: string;
    /** Ids of the measures that stand for it. */
    readonly headlines: readonly string[];
  }[];
  readonly outcomes: readonly MeasureDefinition[];
  readonly hasCalibration: boolean;
  /** Parameters that were fitted to the record. */
  readonly fitted: readonly string[];
  /** Every number that is not a fact of a case, under the headings of the list. */
  readonly declared: readonly Declared[];
}

/** The expected run under some inputs: what the map and the charts show at once. */
export interface Live {
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
  /** Scenario of the case that it lives in, and the controls there. */
  readonly scenario: string;
  readonly policies: readonly Policy[];
  /** What was asked for and is not there: left out of this run. */
  readonly ignored: readonly Fault[];
  /** The scenario file that gives the same numbers with the command; null = as it was. */
  readonly overlay: Overlay | null;
}

/** Figures of the movement alone, or the measures of everyone's security under the theory. */
export type SensitivityOf = 'movement' | 'measures';

/** What one sampled world says under some inputs: to be set against the same world under others. */
export interface Paired {
  /** [topic] figures of engine/figures.ts, in their order */
  readonly figures: readonly number[];
  /** [outcome] measures of every object of security, under the theory */
  readonly measures: readonly number[];
}

/** A case that was brought and has no fault. */
export interface Unpacked extends Gathered {
  readonly title: string;
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
  readonly moving: readonly LedgerEntry[] | null;
}

/** What may be asked of a worker, and what it answers. */
export interface Calls {
  open: {
    ask: {
      readonly files: Readonly<Record<string, string | Uint8Array>>;
      readonly theories: Readonly<Record<string, string>>;
    };
    answer: Opened;
  };
  /** Reads what the user brought and checks it; the case that is open stays open. */
  unpack: { ask: { readonly brought: readonly Brought[] }; answer: Unpacked };
  /** A small case to begin with, as a zip archive. */
  template: { ask: { readonly name: string }; answer: Uint8Array };
  /** Files as a zip archive: the same files are the same bytes. */
  pack: { ask: { readonly files: Readonly<Record<string, string>> }; answer: Uint8Array };
  /** The name of the run of some inputs. */
  identity: { ask: { readonly inputs: Inputs }; answer: Identity };
  live: { ask: { readonly inputs: Inputs }; answer: Live };
  /** One sampled world, for differences world by world. */
  paired: { ask: { readonly inputs: Inputs; readonly world: number }; answer: Paired };
  /** Who is at a place, under what status, and what there is for them. */
  card: { ask: { readonly inputs: Inputs; readonly place: string }; answer: PlaceCard | null };
  /** Lives some sampled worlds and keeps them for a summary of the same inputs. */
  worlds: {
    ask: { readonly inputs: Inputs; readonly firstWorld: number; readonly count: number };
    answer: { readonly worlds: number };
  };
  /** Bands, record, checks and gaps over the first of the worlds kept so far. */
  summary: {
    ask: { readonly inputs: Inputs; readonly worlds: number };
    answer: RunSummary;
  };
  /** The matrix of objects and sources under some theories; of one theory with its intervals. */
  threat: {
    ask: {
      readonly inputs: Inputs;
      readonly theories: readonly string[];
      /** Checks of the case against the record, where worlds were sampled. */
      readonly validation?: ThreatMeta['validation'];
      /** Draws under one theory, from the first on without a gap. */
      readonly draws?: readonly ThreatPart[];
    };
    answer: ThreatAnswer;
  };
  /** Computes and keeps the table of the theory of the inputs. */
  threatTable: { ask: { readonly inputs: Inputs }; answer: { readonly theory: string } };
  /**
   * Goes on with one draw of the assumptions under the theory of the inputs, some coalitions more;
   * null until it is finished. Another draw or other inputs drop what was begun.
   */
  threatDraw: {
    ask: { readonly inputs: Inputs; readonly draw: number };
    answer: { readonly part: ThreatPart | null };
  };
  /** Computes and keeps how contributions move with the assumptions of the theory. */
  threatLedger: {
    ask: { readonly inputs: Inputs };
    answer: { readonly done: number; readonly of: number };
  };
  /** One measure under every set of sources of threat, and what moves one cell of it. */
  cell: {
    ask: { readonly inputs: Inputs; readonly outcome: string; readonly factor: string };
    answer: BehindCell;
  };
  /** Another case on which theories are checked. */
  other: {
    ask: { readonly files: Readonly<Record<string, string | Uint8Array>> };
    answer: { readonly name: string };
  };
  /** The pieces of "what matters most": each moves one assumption. */
  sensitivityPlan: {
    ask: { readonly inputs: Inputs; readonly of: SensitivityOf };
    answer: readonly SensitivityTask[];
  };
  sensitivityParts: {
    ask: {
      readonly inputs: Inputs;
      readonly of: SensitivityOf;
      readonly tasks: readonly SensitivityTask[];
    };
    answer: readonly SensitivityPart[];
  };
}
export type CallName = keyof Calls;

/** Faults are answers too: the user's mistake, shown as such. */
export type Outcome<T> = { readonly answer: T } | { readonly faults: readonly Fault[] };

export type Request = {
  [N in CallName]: { readonly id: number; readonly call: N; readonly ask: Calls[N]['ask'] };
}[CallName];

export type Response =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly faults: readonly Fault[] }
  /** A fault of ours. */
  | { readonly id: number; readonly error: string };
