import type { ParameterId, ParameterValues } from '@asylia/engine';
import type { Change } from '../overlay.ts';
import type { TableName } from '../tables/index.ts';

/** Where a control stands on the page: what is decided. */
export const policyRooms = [
  'offers',
  'frontier',
  'relocation',
  'supply',
  'status',
  'return',
] as const;
export type PolicyRoom = (typeof policyRooms)[number];

/** What a number of a control counts; `perDay` is persons a day. */
export type PolicyUnit = 'times' | 'persons' | 'perDay' | 'share' | 'days';

/** Values for a message; numbers are not yet formatted. */
export type PolicyValues = Readonly<Record<string, string | number>>;

/** A row of the case that a control changes, as the record has it. */
export interface RowBehind {
  readonly table: TableName;
  /** Line of the file, 1 = header; 0 for a row that an overlay added. */
  readonly line: number;
  /** The row in short, in the words of the tables. */
  readonly what: string;
  readonly source: string;
  readonly detail: string;
  readonly flag: 'read' | 'memory' | 'estimate';
}

/** What it was in the record: a message and the rows behind it. */
export interface Recorded {
  readonly messageId: string;
  readonly values: PolicyValues;
  readonly rows: readonly RowBehind[];
}

interface PolicyBase {
  /** Stable and readable in an address: `offers.DEU`, `frontier.MKD`, `return.albanian.days`. */
  readonly id: string;
  readonly room: PolicyRoom;
  readonly titleId: string;
  readonly descriptionId: string;
  /** For title and description; `country` is the name in the case, `code` its ISO 3166 alpha-3. */
  readonly values: PolicyValues;
  readonly recorded: Recorded;
  /** Acts only while another control has one of these values; absent = always. */
  readonly actsWith?: { readonly id: string; readonly values: readonly string[] };
}

export interface NumberPolicy extends PolicyBase {
  readonly kind: 'number';
  readonly unit: PolicyUnit;
  readonly min: number;
  readonly max: number;
  /** A hint for the control: every value between min and max is taken (persons: whole ones). */
  readonly step: number;
  /** With this value nothing is changed. */
  readonly baseline: number;
  /** The record differs by day or place; asItWas is its mean, any other value is the same for all. */
  readonly varies: boolean;
}

export interface ChoicePolicy extends PolicyBase {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly labelId: string }[];
  /** With this value nothing is changed. */
  readonly baseline: string;
}

export type Policy = NumberPolicy | ChoicePolicy;

/** Controls that were edited: id of the policy -> its value. */
export type Settings = Readonly<Record<string, number | string>>;

/** A policy and how its value is said in the text of a scenario file (English). */
export interface Control {
  readonly policy: Policy;
  readonly say: (value: number | string) => string;
}

/** Settings that have been checked against the policies. */
export interface Moved {
  readonly number: (id: string) => number | undefined;
  readonly choice: (id: string) => string | undefined;
  /** The value of a control with which nothing is changed. */
  readonly baseline: (id: string) => number | string;
}

/** What settings of one room change. */
export interface Effect {
  readonly changes: readonly Change[];
  readonly parameters?: Partial<Record<ParameterId, number>>;
}

/** One room: its controls for a case, and what they change when they are edited. */
export interface Room {
  readonly controls: (source: CaseRows, parameters: ParameterValues) => Control[];
  readonly effect: (source: CaseRows, moved: Moved, parameters: ParameterValues) => Effect;
}

/** The part of a case that policies are read from. */
export type CaseRows = Pick<
  import('../readCase.ts').Case,
  'start' | 'end' | 'origin' | 'groups' | 'tables'
>;
