import type { Fault } from '@asylia/cases';
import type {
  BehindCell,
  CurrentRun,
  Identity,
  Inputs,
  Opened,
  Paired,
  PlaceCard,
  RunSummary,
  SensitivityChunk,
  SensitivityOf,
  SensitivityTask,
  ThreatAnswer,
  ThreatChunk,
  ThreatMeta,
} from '@asylia/lab';
import type { Gathered, Imported } from '../import/gather.ts';

export type {
  BehindCell,
  CurrentRun,
  Declared,
  EstimandInterval,
  Identity,
  Inputs,
  Opened,
  Paired,
  SensitivityOf,
  ThreatAnswer,
} from '@asylia/lab';
export type { Outcome } from './outcome.ts';

/** A case that was imported and has no fault. */
export interface Unpacked extends Gathered {
  readonly title: string;
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
  /** Reads what the user imported and checks it; the case that is open stays open. */
  unpack: { ask: { readonly imported: readonly Imported[] }; answer: Unpacked };
  /** A small case to begin with, as a zip archive. */
  template: { ask: { readonly name: string }; answer: Uint8Array };
  /** Files as a zip archive: the same files are the same bytes. */
  pack: { ask: { readonly files: Readonly<Record<string, string>> }; answer: Uint8Array };
  /** The name of the run of some inputs. */
  identity: { ask: { readonly inputs: Inputs }; answer: Identity };
  live: { ask: { readonly inputs: Inputs }; answer: CurrentRun };
  /** One sampled world, for differences world by world. */
  paired: { ask: { readonly inputs: Inputs; readonly world: number }; answer: Paired };
  /** Who is at a place, under what status, and what there is for them. */
  card: { ask: { readonly inputs: Inputs; readonly place: string }; answer: PlaceCard | null };
  /** Simulates some sampled worlds and keeps them for a summary of the same inputs. */
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
      readonly draws?: readonly ThreatChunk[];
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
    answer: { readonly part: ThreatChunk | null };
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
    answer: readonly SensitivityChunk[];
  };
}
export type CallName = keyof Calls;

export type Request = {
  [N in CallName]: { readonly id: number; readonly call: N; readonly ask: Calls[N]['ask'] };
}[CallName];

export type Response =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly faults: readonly Fault[] }
  /** A fault of ours. */
  | { readonly id: number; readonly error: string };
