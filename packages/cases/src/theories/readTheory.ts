import {
  assumptions,
  builtInFactors,
  idOf,
  isMeasureId,
  measureForms,
  neighbourMeasures,
} from '@asylia/security';
import { readJson } from '../descriptor.ts';
import type { Fault } from '../faults.ts';
import { fault, hint } from '../faults.ts';
import type { CheckKind, TheoryCheck } from './checkKinds.ts';
import { checkKindNames, checkKinds } from './checkKinds.ts';
import type { Theory } from './schema.ts';
import { frameIds, theoryKeys, theorySchema } from './schema.ts';
import { settingFaults } from './settings.ts';
import { formFaults } from './shape.ts';

/**
 * Reads a theory and checks its form, its names, its ranges and its checks. Pure.
 * @param observations ids of the facts that checks may use; null = not looked at
 * @returns the theory, or every fault that was found
 */
export function readTheory(
  file: string,
  content: Uint8Array | string,
  observations: readonly string[] | null = null,
): { readonly theory: Theory } | { readonly faults: readonly Fault[] } {
  const read = readJson(file, content);
  if ('faults' in read) return read;
  const json = { value: withPresentKeys(read.value) };
  const choices = choiceFaults(file, json.value);
  const result = theorySchema.safeParse(json.value);
  if (!result.success) {
    const told = new Set(choices.map((one) => one.column));
    const form = formFaults(file, result.error, json.value, (path) => keysAt(json.value, path));
    return { faults: [...choices, ...form.filter((one) => !told.has(one.column))] };
  }
  const theory = { ...result.data, checks: result.data.checks.map(checkWithIds) };
  const faults = [
    ...settingFaults(file, theory),
    ...theory.checks.flatMap((check, i) => {
      const at = `checks.${i}`;
      const first = theory.checks.findIndex((other) => other.id === check.id);
      const twice =
        first === i
          ? []
          : [
              fault(
                'duplicateId',
                file,
                null,
                `${at}.id`,
                'an id of its own',
                `"${check.id}", as checks.${first}`,
                'Name one of them otherwise.',
              ),
            ];
      return [...twice, ...nameFaults(file, `${at}.args`, check.args, observations)];
    }),
  ];
  return faults.length > 0 ? { faults } : { theory };
}

/** Arguments that name measures or sources of threat, by id or by code. */
const naming: readonly string[] = ['outcome', 'neighbourOutcome', 'factor', 'factors'];

/** A check whose measures and sources are named by their ids. */
function checkWithIds(check: TheoryCheck): TheoryCheck {
  const resolved = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(resolved) : typeof value === 'string' ? idOf(value) : value;
  const args = Object.fromEntries(
    Object.entries(check.args).map(([key, value]) => [
      key,
      naming.includes(key) ? resolved(value) : value,
    ]),
  );
  return { ...check, args } as TheoryCheck;
}

/** Unknown frames and kinds of check, told with near names. */
function choiceFaults(file: string, value: unknown): Fault[] {
  const given = value as { frame?: unknown; checks?: unknown } | null;
  const wrong = (column: string, what: string, came: string, known: readonly string[]): Fault =>
    fault('notChoice', file, null, column, what, `"${came}"`, hint(came, known));
  const faults: Fault[] = [];
  const frame = given?.frame;
  if (typeof frame === 'string' && !(frameIds as readonly string[]).includes(frame))
    faults.push(wrong('frame', 'a frame', frame, frameIds));
  const checks = Array.isArray(given?.checks) ? given.checks : [];
  checks.forEach((check: { kind?: unknown } | null, i) => {
    const kind = check?.kind;
    if (typeof kind === 'string' && !(checkKindNames as readonly string[]).includes(kind))
      faults.push(wrong(`checks.${i}.kind`, 'a kind of check', kind, checkKindNames));
  });
  return faults;
}

function keysAt(value: unknown, path: readonly PropertyKey[]): readonly string[] {
  if (path[0] !== 'checks' || path[2] !== 'args') return theoryKeys;
  const checks = (value as { checks: { kind: CheckKind }[] }).checks;
  const { args } = checkKinds[checks[Number(path[1])]!.kind];
  return Object.keys(args.shape);
}

/** Theories written when the values most favourable to them were called `steelman` read the same. */
function withPresentKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (!('steelman' in value) || 'mostFavourable' in value) return value;
  const { steelman, ...rest } = value;
  return { ...rest, mostFavourable: steelman };
}

/** Arguments that name things: the name of the argument says what it may name. */
function nameFaults(
  file: string,
  at: string,
  args: Readonly<Record<string, unknown>>,
  observations: readonly string[] | null,
): Fault[] {
  const assumptionIds: readonly string[] = assumptions.map((a) => a.id);
  const factorIds = builtInFactors.map(({ id }) => id);
  const one = (key: string, name: unknown): Fault[] => {
    const known = (expected: string, list: readonly string[], is = list.includes(String(name))) =>
      is
        ? []
        : [
            fault(
              'unknownReference',
              file,
              null,
              `${at}.${key}`,
              expected,
              `"${name}"`,
              hint(String(name), list),
            ),
          ];
    switch (key) {
      case 'outcome':
        return known('an outcome that can exist', measureForms, isMeasureId(String(name)));
      case 'neighbourOutcome':
        return known('an outcome of each neighbour', neighbourMeasures);
      case 'factor':
      case 'factors':
        return known('a source of threat', factorIds);
      case 'slope':
      case 'moderator':
        return known('a declared assumption', assumptionIds);
      case 'observation':
      case 'there':
        return observations ? known('a fact of observations.json', observations) : [];
      default:
        return [];
    }
  };
  return Object.entries(args).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((name) => one(key, name)),
  );
}
