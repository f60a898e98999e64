import type { Fault, FaultCode, Theory } from '@asylia/cases';
import { hint } from '@asylia/cases';
import { frames } from '@asylia/security';
import type { Opened } from '../engine/protocol.ts';
import { toAddress } from './address.ts';
import type { State } from './state.ts';
import { estimands, languages, rooms, startState } from './state.ts';

/** What a saved file says of itself. */
const format = 'asylia-state';
const formatVersion = 1;

/** The state as a file: everything that a link carries, to keep or to send on. */
export function savedText(state: State, version: string, page: string): string {
  const address = `${page.replace(/#.*$/, '')}#${toAddress(state)}`;
  return `${JSON.stringify({ format, formatVersion, version, address, state }, null, 2)}\n`;
}

/** What a file is checked against: the case that is open. */
export type Known = Pick<Opened, 'scenarios' | 'theories' | 'declared'>;

/**
 * Reads a saved file. Nothing in it is executed, and nothing is guessed: it is taken as it is or
 * not at all. Whether the settings fit the case says the run that follows.
 *
 * @param file its name, for the faults
 * @returns the state, or every mistake that was found
 */
export function readSaved(
  file: string,
  text: string,
  known: Known,
): { readonly state: State } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const wrong = (code: FaultCode, at: string, expected: string, got: unknown, fix: string) => {
    faults.push({ code, file, row: null, column: at, expected, received: shown(got), fix });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      faults: [
        {
          code: 'notJson',
          file,
          row: null,
          column: null,
          expected: 'a saved state in JSON',
          received: (error as Error).message,
          fix: 'Choose a file that this page has saved.',
        },
      ],
    };
  }
  const outer = keysOf(value, '', ['format', 'formatVersion', 'version', 'address', 'state']);
  if (!outer) return { faults };
  if (outer.format !== format)
    wrong('wrongShape', 'format', `"${format}"`, outer.format, 'Choose a file saved by this page.');
  if (outer.formatVersion !== formatVersion)
    wrong(
      'wrongShape',
      'formatVersion',
      String(formatVersion),
      outer.formatVersion,
      'Open it with the version of Asylia that saved it.',
    );
  if (faults.length > 0) return { faults };
  const state = keysOf(outer.state, 'state', Object.keys(startState));
  const inputs = state && keysOf(state.inputs, 'state.inputs', Object.keys(startState.inputs));
  if (!state || !inputs) return { faults };
  const word = (at: string, got: unknown, pattern: RegExp, expected: string) => {
    if (typeof got !== 'string' || !pattern.test(got))
      wrong('wrongShape', at, expected, got, 'Correct it, or save the state again.');
  };
  const oneOf = (at: string, got: unknown, list: readonly string[]) => {
    if (typeof got !== 'string' || !list.includes(got))
      wrong('notChoice', at, `one of ${list.join(', ')}`, got, hint(String(got), list));
  };
  const whole = (at: string, got: unknown, low: number, high: number) => {
    if (typeof got !== 'number' || !Number.isInteger(got) || got < low || got > high)
      wrong('notWhole', at, `a whole number from ${low} to ${high}`, got, 'Give such a number.');
  };
  word('state.case', state.case, /^[a-z0-9-]+$/, 'the name of a case, such as kosovo-1999');
  oneOf('state.room', state.room, rooms);
  oneOf('state.language', state.language, languages);
  oneOf(
    'state.frame',
    state.frame,
    frames.map((one) => one.id),
  );
  oneOf('state.estimand', state.estimand, estimands);
  whole('state.worlds', state.worlds, 2, 10_000);
  word('state.date', state.date, /^(\d{4}-\d{2}-\d{2})?$/, 'a date such as 1999-06-07, or ""');
  word('state.place', state.place, /^[\w:-]*$/, 'the id of a place, or ""');
  if (
    !Array.isArray(state.compare) ||
    state.compare.length > 4 ||
    !state.compare.every((one) => typeof one === 'string')
  )
    wrong('wrongShape', 'state.compare', 'at most four names', state.compare, 'Shorten the list.');
  oneOf('state.inputs.scenario', inputs.scenario, [
    ...new Set(['as-it-was', ...known.scenarios.map((one) => one.id)]),
  ]);
  oneOf(
    'state.inputs.theory',
    inputs.theory,
    known.theories.map((one: Theory) => one.id),
  );
  whole('state.inputs.seed', inputs.seed, 0, Number.MAX_SAFE_INTEGER);
  const settings = record('state.inputs.settings', inputs.settings);
  for (const [id, got] of Object.entries(settings ?? {}))
    if (typeof got !== 'string' && !(typeof got === 'number' && Number.isFinite(got)))
      wrong('notNumber', `state.inputs.settings.${id}`, 'a number or a word', got, 'Correct it.');
  values('parameters', inputs.parameters);
  values('assumptions', inputs.assumptions);
  return faults.length > 0 ? { faults } : { state: outer.state as State };

  function record(at: string, got: unknown): Record<string, unknown> | null {
    if (typeof got === 'object' && got !== null && !Array.isArray(got))
      return got as Record<string, unknown>;
    wrong('wrongShape', at, 'a list of names with values, in { }', got, 'Save the state again.');
    return null;
  }

  /** An object with exactly these keys. */
  function keysOf(got: unknown, at: string, keys: readonly string[]) {
    const found = record(at === '' ? 'the file' : at, got);
    if (!found) return null;
    const path = (key: string) => (at === '' ? key : `${at}.${key}`);
    for (const key of Object.keys(found))
      if (!keys.includes(key))
        wrong('unknownKey', path(key), `one of ${keys.join(', ')}`, key, hint(key, keys));
    const missing = keys.filter((key) => !Object.hasOwn(found, key));
    for (const key of missing)
      wrong('wrongShape', path(key), 'a value', undefined, 'Save the state again.');
    return missing.length > 0 ? null : found;
  }

  function values(of: 'parameters' | 'assumptions', got: unknown) {
    const declared = known.declared.flatMap((one) => (one.of === of ? one.list : []));
    const found = record(`state.inputs.${of}`, got) ?? {};
    const ids = declared.map((one) => one.id);
    for (const [id, number] of Object.entries(found)) {
      const at = `state.inputs.${of}.${id}`;
      const one = declared.find((each) => each.id === id);
      if (!one) wrong('unknownParameter', at, 'a declared assumption', id, hint(id, ids));
      else if (typeof number !== 'number' || !(number >= one.low && number <= one.high))
        wrong('outOfRange', at, `${one.low} to ${one.high} ${one.unit}`, number, `${one.title}.`);
    }
  }
}

/** What came, in few letters. */
function shown(got: unknown): string {
  const text = got === undefined ? 'nothing' : (JSON.stringify(got) ?? String(got));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
