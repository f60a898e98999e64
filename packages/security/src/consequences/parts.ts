import type { ConsequenceFactorId, ConsequenceLevels } from '../factors/levels.ts';
import type { AssumptionId, AssumptionValues } from '../parameters/index.ts';

/**
 * The assumptions and levels of factors that a row of the consequences reads. It is handed these and no
 * others, so what is forgotten here does not compile.
 */
export interface Reads {
  readonly assumptions: readonly AssumptionId[];
  readonly factors: readonly ConsequenceFactorId[];
}

export const nothing = { assumptions: [], factors: [] } as const satisfies Reads;

export type AssumptionsOf<R extends Reads> = Pick<AssumptionValues, R['assumptions'][number]>;
export type LevelsOf<R extends Reads> = Pick<ConsequenceLevels, R['factors'][number]>;

/**
 * A function of some named numbers that is called once for each of their values. It is handed a
 * record of these numbers and nothing else.
 */
export function onceByNumbers<N extends string, T>(
  names: readonly N[],
  make: (given: Readonly<Record<N, number>>) => T,
): (given: Readonly<Record<N, number>>) => T {
  const made = new Map<string, T>();
  return (given) => {
    const key = names.map((name) => given[name]).join(' ');
    if (!made.has(key)) made.set(key, make(pick(given, names)));
    return made.get(key) as T;
  };
}

function pick<R, N extends keyof R>(given: R, names: readonly N[]): Pick<R, N> {
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Pick<R, N>;
}

/**
 * A function of some named results that is called once for each combination of them, be they
 * equal or not. It is handed a record of these and nothing else.
 */
export function onceByResults<R, N extends keyof R, T>(
  names: readonly N[],
  make: (results: Pick<R, N>) => T,
): (results: R) => T {
  const known: { readonly results: Pick<R, N>; readonly made: T }[] = [];
  return (given) => {
    const found = known.find(({ results: held }) =>
      names.every((name) => held[name] === given[name]),
    );
    if (found) return found.made;
    const results = pick(given, names);
    const made = make(results);
    known.push({ results, made });
    return made;
  };
}

/** Gives for each list the first one seen with the same content: equal lists are one object. */
export function sameIfEqual(): (list: Uint8Array) => Uint8Array {
  const seen: Uint8Array[] = [];
  return (list) => {
    const known = seen.find(
      (one) => one.length === list.length && one.every((n, i) => n === list[i]),
    );
    if (known) return known;
    seen.push(list);
    return list;
  };
}
