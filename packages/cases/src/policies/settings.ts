import type { Fault, FaultCode } from '../faults.ts';
import { fault, hint } from '../faults.ts';
import type { Moved, Policy, Settings } from './policy.ts';

/** Settings come out of an address that anybody can edit: everything is checked, nothing coerced. */
export function checkSettings(policies: readonly Policy[], settings: Settings): Fault[] {
  const known = new Map(policies.map((policy) => [policy.id, policy]));
  return Object.entries(settings).flatMap(([id, value]) => {
    const policy = known.get(id);
    if (!policy) {
      const fix = `${hint(id, [...known.keys()])} Or leave it out.`;
      return [wrong('unknownKey', id, 'a control of this case', JSON.stringify(id), fix)];
    }
    return checkValue(policy, value);
  });
}

function checkValue(policy: Policy, value: unknown): Fault[] {
  const got = JSON.stringify(value) ?? String(value);
  if (policy.kind === 'choice') {
    const choices = policy.choices.map((choice) => choice.value);
    if (typeof value === 'string' && choices.includes(value)) return [];
    const fix = `Choose one of them, or leave it out: it is ${policy.baseline} then.`;
    return [wrong('notChoice', policy.id, `one of ${choices.join(', ')}`, got, fix)];
  }
  const { min, max, baseline } = policy;
  const fix = `Give a number between them, or leave it out: it is ${baseline} then.`;
  const expected = `a number from ${min} to ${max}`;
  if (typeof value !== 'number' || Number.isNaN(value))
    return [wrong('notNumber', policy.id, expected, got, fix)];
  if (value < min || value > max)
    return [wrong('outOfRange', policy.id, expected, String(value), fix)];
  if (policy.unit === 'persons' && !Number.isInteger(value))
    return [wrong('notWhole', policy.id, 'a whole number of persons', got, 'Round it.')];
  if (policy.unit === 'days' && !Number.isInteger(value))
    return [wrong('notWhole', policy.id, 'a whole number of days', got, 'Round it.')];
  return [];
}

function wrong(
  code: FaultCode,
  id: string,
  expected: string,
  received: string,
  fix: string,
): Fault {
  return fault(code, 'settings', null, id, expected, received, fix);
}

/** Settings that passed the check, by kind. */
export function movedOf(policies: readonly Policy[], settings: Settings): Moved {
  const values = new Map(Object.entries(settings));
  const before = new Map(policies.map(({ id, baseline }) => [id, baseline]));
  return {
    number: (id) => {
      const value = values.get(id);
      return typeof value === 'number' ? value : undefined;
    },
    choice: (id) => {
      const value = values.get(id);
      return typeof value === 'string' ? value : undefined;
    },
    baseline: (id) => before.get(id)!,
  };
}
