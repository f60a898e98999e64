import type { AssumptionId, AssumptionValues } from '../parameters/index.ts';
import type { Switches, SwitchId } from '../stakes.ts';

/**
 * The assumptions and switches that a part of the consequences reads. It is handed these and no
 * others, so what is forgotten here does not compile.
 */
export interface Reads {
  readonly assumptions: readonly AssumptionId[];
  readonly switches: readonly SwitchId[];
}

export type AssumptionsOf<R extends Reads> = Pick<AssumptionValues, R['assumptions'][number]>;
export type SwitchesOf<R extends Reads> = Pick<Switches, R['switches'][number]>;

/** What two parts read: for a part that is made from another. */
interface Both<X extends Reads, Y extends Reads> extends Reads {
  readonly assumptions: readonly (X['assumptions'][number] | Y['assumptions'][number])[];
  readonly switches: readonly (X['switches'][number] | Y['switches'][number])[];
}

export function both<X extends Reads, Y extends Reads>(one: X, other: Y): Both<X, Y> {
  return {
    assumptions: [...new Set([...one.assumptions, ...other.assumptions])],
    switches: [...new Set([...one.switches, ...other.switches])],
  };
}

/** A part of what follows from one movement: first under some assumptions, then some switches. */
export type Part<R extends Reads, T> = (a: AssumptionsOf<R>) => (switches: SwitchesOf<R>) => T;

/** A part that is made once for all assumptions and switches that agree in what it reads. */
export function part<R extends Reads, T>(
  reads: R,
  make: (a: AssumptionsOf<R>, switches: SwitchesOf<R>) => T,
): Part<R, T> {
  const { assumptions, switches } = reads;
  return onceByNumbers<R['assumptions'][number], (given: SwitchesOf<R>) => T>(assumptions, (a) =>
    onceByNumbers<R['switches'][number], T>(switches, (given) => make(a, given)),
  );
}

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

function pick<N extends string>(given: Readonly<Record<N, number>>, names: readonly N[]) {
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Record<N, number>;
}

/** A function of an object that is called once for each object. */
export function onceForEach<K extends object, T>(make: (given: K) => T): (given: K) => T {
  const made = new Map<K, T>();
  return (given) => {
    if (!made.has(given)) made.set(given, make(given));
    return made.get(given) as T;
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
