import type { Fault, Theory } from '@asylia/cases';
import { fault, hint } from '@asylia/cases';
import { parameterGroups } from '@asylia/engine';
import { assumptionGroups } from '@asylia/security';
import type { Inputs } from './answers.ts';

const lists = {
  parameters: Object.values(parameterGroups).flat(),
  assumptions: Object.values(assumptionGroups).flat(),
};

/**
 * Changed parameters or assumptions that are declared and in their range; the others are named.
 * A link may hold any name and number, and a control can show none but these.
 */
export function understood(
  of: 'parameters' | 'assumptions',
  changed: Readonly<Record<string, number>>,
): { readonly values: Readonly<Record<string, number>>; readonly ignored: readonly Fault[] } {
  const values = new Map<string, number>();
  const ignored: Fault[] = [];
  const known = lists[of].map((one) => one.id);
  for (const [id, value] of Object.entries(changed)) {
    const one = lists[of].find((each) => each.id === id);
    const refuse = (code: 'unknownParameter' | 'outOfRange', ...words: [string, string, string]) =>
      ignored.push(fault(code, 'address', null, id, ...words));
    if (!one) refuse('unknownParameter', 'a declared assumption', `"${id}"`, hint(id, known));
    else if (!(value >= one.low && value <= one.high)) {
      const range = `${one.low} to ${one.high} ${one.unit}`;
      refuse('outOfRange', range, String(value), `${one.title}. It is left unchanged.`);
    } else values.set(id, value);
  }
  return { values: Object.fromEntries(values), ignored };
}

/** What is said of a theory that is not there: the first is taken. */
export function unknownTheory(theories: readonly Theory[], { theory }: Inputs): readonly Fault[] {
  const ids = theories.map((one) => one.id);
  if (ids.includes(theory)) return [];
  const fix = `${hint(theory, ids)} ${ids[0]} is taken.`;
  return [fault('matchesNothing', 'address', null, 'theory', 'a theory', `"${theory}"`, fix)];
}
