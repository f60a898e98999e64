import { ownValue } from '@asylia/engine';
import { fields, lists } from './fields.ts';
import type { State } from './state.ts';
import { act, importedCase, startState } from './state.ts';

type Values = Record<string, number | string>;

/**
 * The state as the part of an address behind #, short and readable: only what differs from the
 * start is written. `p.` policies, `m.` parameters of the model, `a.` assumptions of the theories.
 */
export function toAddress(state: State): string {
  const query = new URLSearchParams();
  for (const field of fields) {
    const [text, start] = [state, startState].map((one) => field.toText(valueAt(one, field)));
    if (text !== start) query.set(field.name, text!);
  }
  for (const { prefix, key } of lists) {
    const values: Readonly<Values> = state.inputs[key];
    for (const id of Object.keys(values).sort())
      query.set(`${prefix}${id}`, String(ownValue(values, id)));
  }
  return query.toString();
}

const valueAt = (state: State, field: (typeof fields)[number]): unknown =>
  field.of === 'state' ? state[field.key] : state.inputs[field.key];

/**
 * The state that an address asks for. Anybody can write an address: what is not understood is
 * left out and named.
 */
export function fromAddress(text: string): {
  readonly state: State;
  readonly ignored: readonly string[];
} {
  const ignored: string[] = [];
  const own: Record<string, unknown> = {};
  const inputs: Record<string, unknown> = {};
  const values: Record<(typeof lists)[number]['key'], Values> = {
    settings: {},
    parameters: {},
    assumptions: {},
  };
  for (const [name, value_] of new URLSearchParams(text.replace(/^#/, ''))) {
    const list = lists.find(({ prefix }) => name.startsWith(prefix));
    const field = fields.find((one) => one.name === name);
    if (list) {
      const id = name.slice(list.prefix.length);
      const value = listed(value_, list.key === 'settings');
      // No list can hold this name: it would be lost without a word.
      if (id === '__proto__' || value === undefined) ignored.push(name);
      // own keys: the one that would be lost is refused above
      else values[list.key][id] = value;
    } else if (field) {
      const value = field.fromText(value_);
      if (value === undefined) ignored.push(field.namedBy === 'value' ? value_ : name);
      else (field.of === 'state' ? own : inputs)[field.key] = value;
    } else ignored.push(name);
  }
  const state = {
    ...startState,
    ...own,
    inputs: { ...startState.inputs, ...inputs, ...values },
  } as State;
  return { state, ignored };
}

/** A number; where words are allowed, every other text too. */
function listed(text: string, areWordsAllowed: boolean): number | string | undefined {
  const number = Number(text);
  if (text !== '' && Number.isFinite(number)) return number;
  return areWordsAllowed ? text : undefined;
}

/**
 * The state with which the page begins at an address. No link carries a case that somebody
 * imported: where it is not there, the page begins with the one that comes along.
 */
export function arrive(text: string, hasImported: boolean): ReturnType<typeof fromAddress> {
  const arrived = fromAddress(text);
  if (arrived.state.case !== importedCase || hasImported) return arrived;
  return {
    state: act(arrived.state, { kind: 'open', case: startState.case }),
    ignored: [...arrived.ignored, `case=${importedCase}`],
  };
}
