import type { FaultCode } from '@asylia/cases';
import { hint } from '@asylia/cases';
import { frames } from '@asylia/security';
import type { Inputs, Opened } from '../engine/protocol.ts';
import { languages } from './languages.ts';
import type { State } from './state.ts';
import { estimands, importedCase, rooms } from './state.ts';

/** What a saved file is checked against: the case that is open. */
export type Known = Pick<Opened, 'scenarios' | 'theories' | 'declared'>;

/** What is wrong with a value: the kind of mistake, what was expected, what to do. */
export type Wrong = readonly [code: FaultCode, expected: string, fix: string];

/** How one kind of value is written in an address, read from one, and checked in a file. */
interface Kind {
  readonly toText: (value: unknown) => string;
  /** Undefined where the text is not understood. */
  readonly fromText: (text: string) => unknown;
  readonly wrong: (got: unknown, known: Known) => Wrong | null;
  /** What is said to be left out of an address: the value, or the name of the field. */
  readonly namedBy: 'value' | 'field';
}

/** A text of some form. */
const word = (
  pattern: RegExp,
  expected: string,
  isInAddress: (text: string) => boolean = (text) => pattern.test(text),
): Kind => ({
  toText: String,
  fromText: (text) => (isInAddress(text) ? text : undefined),
  wrong: (got) =>
    typeof got === 'string' && pattern.test(got)
      ? null
      : ['wrongShape', expected, 'Correct it, or save the state again.'],
  namedBy: 'field',
});

/** One of a list. */
const choice = (list: readonly string[]): Kind => ({
  ...choiceOfCase(() => list),
  fromText: (text) => list.find((one) => one === text),
});

/** One of a list that comes with the case: an address may ask before the case is open. */
const choiceOfCase = (listOf: (known: Known) => readonly string[]): Kind => ({
  toText: String,
  fromText: (text) => text,
  wrong: (got, known) => {
    const list = listOf(known);
    return typeof got === 'string' && list.includes(got)
      ? null
      : ['notChoice', `one of ${list.join(', ')}`, hint(String(got), list)];
  },
  namedBy: 'value',
});

const whole = (low: number, high: number): Kind => {
  const isOne = (got: unknown) =>
    Number.isInteger(got) && Number(got) >= low && Number(got) <= high;
  return {
    toText: String,
    fromText: (text) => (/^\d+$/.test(text) && isOne(Number(text)) ? Number(text) : undefined),
    wrong: (got) =>
      isOne(got)
        ? null
        : ['notWhole', `a whole number from ${low} to ${high}`, 'Give such a number.'],
    namedBy: 'value',
  };
};

const most = 4;
const fewNames: Kind = {
  toText: (value) => (value as readonly string[]).join('~'),
  fromText: (text) => text.split('~').slice(0, most),
  wrong: (got) =>
    Array.isArray(got) && got.length <= most && got.every((one) => typeof one === 'string')
      ? null
      : ['wrongShape', 'at most four names', 'Shorten the list.'],
  namedBy: 'field',
};

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

type OwnField = Kind & {
  readonly of: 'state';
  readonly key: Exclude<keyof State, 'inputs'>;
  /** Name in the address. */
  readonly name: string;
};
type InputField = Kind & {
  readonly of: 'inputs';
  readonly key: Exclude<keyof Inputs, ListKey>;
  readonly name: string;
};
type ListKey = (typeof lists)[number]['key'];

/** Every single value of the state, in the order of the address. */
export const fields: readonly (OwnField | InputField)[] = [
  {
    of: 'state',
    key: 'case',
    name: 'case',
    ...word(
      /^[a-z0-9-]+$/,
      'the name of a case, such as kosovo-1999',
      (text) => text === importedCase || /^[a-z0-9-]+$/.test(text),
    ),
  },
  { of: 'state', key: 'room', name: 'room', ...choice(rooms) },
  { of: 'state', key: 'language', name: 'lang', ...choice(languages) },
  {
    of: 'inputs',
    key: 'scenario',
    name: 'scenario',
    ...choiceOfCase(({ scenarios }) => [
      ...new Set(['as-it-was', ...scenarios.map(({ id }) => id)]),
    ]),
  },
  {
    of: 'inputs',
    key: 'theory',
    name: 'theory',
    ...choiceOfCase(({ theories }) => theories.map(({ id }) => id)),
  },
  { of: 'state', key: 'frame', name: 'frame', ...choice(frames.map(({ id }) => id)) },
  { of: 'state', key: 'estimand', name: 'estimand', ...choice(estimands) },
  { of: 'inputs', key: 'seed', name: 'seed', ...whole(0, Number.MAX_SAFE_INTEGER) },
  { of: 'state', key: 'worlds', name: 'worlds', ...whole(2, 10_000) },
  {
    of: 'state',
    key: 'date',
    name: 'date',
    ...word(/^(\d{4}-\d{2}-\d{2})?$/, 'a date such as 1999-06-07, or ""', isDate),
  },
  {
    of: 'state',
    key: 'place',
    name: 'place',
    ...word(/^[\w:-]*$/, 'the id of a place, or ""', () => true),
  },
  { of: 'state', key: 'compare', name: 'compare', ...fewNames },
];

/** Lists of values by their ids, with what stands before an id in the address. */
export const lists = [
  { prefix: 'p.', key: 'settings' },
  { prefix: 'm.', key: 'parameters' },
  { prefix: 'a.', key: 'assumptions' },
] as const;
