import type { Fault, FaultCode } from '@asylia/cases';
import { hint } from '@asylia/cases';
import { toAddress } from './address.ts';
import type { Known, Wrong } from './fields.ts';
import { fields } from './fields.ts';
import type { State } from './state.ts';
import { startState } from './state.ts';

export type { Known } from './fields.ts';

/** What a saved file says of itself. */
const format = 'asylia-state';
const formatVersion = 2;
/** [version] how a state of an earlier version becomes one of the next. */
const upgrades: Readonly<Record<number, (state: unknown) => unknown>> = {
  // Version 2 came with ids that are names; a state names no measure and no factor.
  1: (state) => state,
};

/** The state as a file: everything that a link carries, to keep or to send on. */
export function savedText(state: State, version: string, page: string): string {
  const address = `${page.replace(/#.*$/, '')}#${toAddress(state)}`;
  return `${JSON.stringify({ format, formatVersion, version, address, state }, null, 2)}\n`;
}

type Report = (code: FaultCode, at: string, expected: string, got: unknown, fix: string) => void;
type Plain = Readonly<Record<string, unknown>>;

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
  const report: Report = (code, at, expected, got, fix) => {
    faults.push({ code, file, row: null, column: at, expected, received: shown(got), fix });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { faults: [notJson(file, error as Error)] };
  }
  const saved = stateIn(value, report);
  if (faults.length > 0) return { faults };
  const state = keysOf(saved, 'state', Object.keys(startState), report);
  const inputs =
    state && keysOf(state.inputs, 'state.inputs', Object.keys(startState.inputs), report);
  if (!state || !inputs) return { faults };
  checkFields('state', state, known, report);
  checkFields('inputs', inputs, known, report);
  checkSettings(inputs.settings, report);
  checkAssumptions('parameters', inputs.parameters, known, report);
  checkAssumptions('assumptions', inputs.assumptions, known, report);
  return faults.length > 0 ? { faults } : { state: saved as State };
}

const notJson = (file: string, { message }: Error): Fault => ({
  code: 'notJson',
  file,
  row: null,
  column: null,
  expected: 'a saved state in JSON',
  received: message,
  fix: 'Choose a file that this page has saved.',
});

/** The state within a file, in the form of the present version. */
function stateIn(value: unknown, report: Report): unknown {
  const file = keysOf(
    value,
    '',
    ['format', 'formatVersion', 'version', 'address', 'state'],
    report,
  );
  if (!file) return null;
  if (file.format !== format) {
    const fix = 'Choose a file saved by this page.';
    report('wrongShape', 'format', `"${format}"`, file.format, fix);
  }
  const versions = [...Object.keys(upgrades).map(Number), formatVersion];
  if (!versions.some((version) => version === file.formatVersion)) {
    const fix = 'Open it with the version of Asylia that saved it.';
    report('wrongShape', 'formatVersion', versions.join(' or '), file.formatVersion, fix);
    return null;
  }
  let { state } = file;
  for (let version = Number(file.formatVersion); version < formatVersion; version++) {
    state = upgrades[version]!(state);
  }
  return state;
}

/** Checks the single values of the state, or of its inputs. */
function checkFields(of: 'state' | 'inputs', values: Plain, known: Known, report: Report): void {
  const place = of === 'state' ? 'state' : 'state.inputs';
  for (const field of fields) {
    if (field.of !== of) continue;
    const got = values[field.key];
    const wrong: Wrong | null = field.wrong(got, known);
    if (!wrong) continue;
    const [code, expected, fix] = wrong;
    report(code, `${place}.${field.key}`, expected, got, fix);
  }
}

function checkSettings(got: unknown, report: Report): void {
  const settings = record('state.inputs.settings', got, report) ?? {};
  for (const [id, value] of Object.entries(settings)) {
    if (typeof value === 'string' || Number.isFinite(value)) continue;
    report('notNumber', `state.inputs.settings.${id}`, 'a number or a word', value, 'Correct it.');
  }
}

function checkAssumptions(
  of: 'parameters' | 'assumptions',
  got: unknown,
  known: Known,
  report: Report,
): void {
  const declared = known.declared.flatMap((one) => (one.of === of ? one.list : []));
  const found = record(`state.inputs.${of}`, got, report) ?? {};
  const ids = declared.map((one) => one.id);
  for (const [id, number] of Object.entries(found)) {
    const at = `state.inputs.${of}.${id}`;
    const one = declared.find((each) => each.id === id);
    if (!one) report('unknownParameter', at, 'a declared assumption', id, hint(id, ids));
    else if (typeof number !== 'number' || !(number >= one.low && number <= one.high))
      report('outOfRange', at, `${one.low} to ${one.high} ${one.unit}`, number, `${one.title}.`);
  }
}

function record(at: string, got: unknown, report: Report): Plain | null {
  if (typeof got === 'object' && got !== null && !Array.isArray(got)) return got as Plain;
  report('wrongShape', at, 'a list of names with values, in { }', got, 'Save the state again.');
  return null;
}

/** An object with exactly these keys. @param at '' = the file */
function keysOf(got: unknown, at: string, keys: readonly string[], report: Report): Plain | null {
  const found = record(at === '' ? 'the file' : at, got, report);
  if (!found) return null;
  const path = (key: string) => (at === '' ? key : `${at}.${key}`);
  for (const key of Object.keys(found))
    if (!keys.includes(key))
      report('unknownKey', path(key), `one of ${keys.join(', ')}`, key, hint(key, keys));
  const missing = keys.filter((key) => !Object.hasOwn(found, key));
  for (const key of missing)
    report('wrongShape', path(key), 'a value', undefined, 'Save the state again.');
  return missing.length > 0 ? null : found;
}

/** What came, in few letters. */
function shown(got: unknown): string {
  const text = got === undefined ? 'nothing' : (JSON.stringify(got) ?? String(got));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
