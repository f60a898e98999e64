import { createUniforms } from './kernel.ts';

/** The random streams of one world: a seed and the number of the world, nothing that changes. */
export interface Keys {
  readonly seedLow: number;
  readonly seedHigh: number;
  readonly world: number;
}

/**
 * @param seed whole number, 0 to 2^53 - 1
 * @param world whole number, 0 to 2^32 - 1
 * @throws RangeError outside these
 * @example
 * ```js
 * import { makeKeys, uniform } from '@asylia/engine';
 * const keys = makeKeys(1999, 0);
 * uniform(keys, 3, 7, 0, 1, 0) === uniform(keys, 3, 7, 0, 1, 0); // is true
 * ```
 */
export function makeKeys(seed: number, world: number): Keys {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed: expected a whole number from 0 to 2^53 - 1, got ${seed}`);
  }
  if (!Number.isInteger(world) || world < 0 || world > 0xffffffff) {
    throw new RangeError(`world: expected a whole number from 0 to 2^32 - 1, got ${world}`);
  }
  return { seedLow: seed >>> 0, seedHigh: Math.floor(seed / 4294967296), world };
}

/** How many uniforms are drawn at once at most. */
export const atOnce = 64;

/** The pair drawn last by `uniform`, then the list drawn last by `uniforms`. */
const { values, fill } = createUniforms(2 + atOnce);
const list = values.subarray(2);

/** Key of the pair: two slots share a block, so the second costs nothing. */
let lastKeys: Keys | null = null;
/** The other parts of the key, in a typed array: a large number in a variable is allocated. */
const last = new Int32Array(3);

/**
 * The uniform that belongs to one decision: strictly between 0 and 1, 52 bits. Nothing is
 * consumed: the same key gives the same number, whatever else was drawn.
 *
 * Counter: world | day + decision x 2^16 | place | group + (slot / 2) x 2^16; the parity of the
 * slot chooses the pair of words. So no two keys within the ranges share a number's words.
 *
 * @param day 0 to 65,535
 * @param place 32-bit name of a place or row
 * @param group 0 to 65,535
 * @param decision 0 to 65,535, see decisions.ts
 * @param slot 0 to 131,071
 */
export function uniform(
  keys: Keys,
  day: number,
  place: number,
  group: number,
  decision: number,
  slot: number,
): number {
  const when = day | (decision << 16);
  const who = group | ((slot >> 1) << 16);
  if ((place | 0) !== last[1] || when !== last[0] || who !== last[2] || keys !== lastKeys) {
    lastKeys = keys;
    last[0] = when;
    last[1] = place;
    last[2] = who;
    fill(0, 1, keys.world, when, place, who, keys.seedLow, keys.seedHigh);
  }
  return values[slot & 1]!;
}

/**
 * The uniforms of some slots of one decision, from an even slot on.
 * @param count 1 to `atOnce`
 * @returns a list that the next call overwrites: its first `count` values
 */
export function uniforms(
  keys: Keys,
  day: number,
  place: number,
  group: number,
  decision: number,
  slot: number,
  count: number,
): Float64Array {
  const who = group | ((slot >> 1) << 16);
  const blocks = (count + 1) >> 1;
  fill(2, blocks, keys.world, day | (decision << 16), place, who, keys.seedLow, keys.seedHigh);
  return list;
}
