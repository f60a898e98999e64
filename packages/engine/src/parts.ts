/** What a part was made from, and the part. */
interface Made {
  readonly inputs: object;
  readonly value: unknown;
}

/** Parts of a whole that was made before, each by the function that made it. */
export type Parts = ReadonlyMap<unknown, Made>;

/** Makes a part of a whole, or takes it over from the whole before where all its inputs are the same. */
export type Make = <I extends object, T>(maker: (inputs: I) => T, inputs: I) => T;

/**
 * Makes a whole out of parts, of which those stay whose inputs are as they were in another whole. A
 * maker sees its inputs and nothing else, and all of them are compared, so that a whole made with
 * another at hand is equal to one made from nothing: only time depends on `before`. For this a maker
 * must be a pure function of its own, not one that sees variables of a caller; a function that is
 * created anew for each whole finds nothing to take over.
 *
 * Inputs are the same when they are identical, or lists of identical elements.
 *
 * @param before parts of the other whole, null for none
 * @param whole calls `make` for its parts, with every maker at most once
 * @throws Error when a maker is used twice
 */
export function assemble<W>(
  before: Parts | null,
  whole: (make: Make) => W,
): { readonly whole: W; readonly parts: Parts } {
  const parts = new Map<unknown, Made>();
  const make: Make = <I extends object, T>(maker: (inputs: I) => T, inputs: I): T => {
    if (parts.has(maker)) throw new Error(`the maker ${maker.name} is used twice in one whole`);
    const known = before?.get(maker);
    const made =
      known && sameFields(known.inputs, inputs) ? known : { inputs, value: maker(inputs) };
    parts.set(maker, made);
    return made.value as T;
  };
  return { whole: whole(make), parts };
}

/** Some fields of a record, as the inputs of a part. */
export function pick<R, K extends keyof R>(from: R, ...names: readonly K[]): Pick<R, K> {
  const picked = {} as Pick<R, K>;
  for (const name of names) picked[name] = from[name];
  return picked;
}

function sameFields(a: object, b: object): boolean {
  const names = Object.keys(a) as (keyof typeof a)[];
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) if (!same(a[name], b[name])) return false;
  return true;
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isList(a) || !isList(b) || a.constructor !== b.constructor || a.length !== b.length) {
    return false;
  }
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

function isList(value: unknown): value is ArrayLike<unknown> & object {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
