import { keyOf } from '@asylia/cases';
import { makeKeys, uniform } from '@asylia/engine';

/**
 * Draws laid out evenly, each name by itself: of every block of 8 draws (0 to 7, 8 to 15, ...) one
 * lies in each eighth, of every block of 16 (32, 64, ...) that begins at a multiple of its length
 * one in each sixteenth (32nd, 64th, ...). So any number of blocks is a Latin hypercube that can be
 * gone on with.
 *
 * Eighths are dealt out in an order of their own for each block and name. A later block falls into
 * the halves of the halves that are still empty: the binary digits of its number, turned round by
 * keyed coins (Owen's nested scrambling of van der Corput's sequence).
 */

/** Draws that are dealt out together, and in how many equal parts of the prior they fall. */
export const drawsInBlock = 8;
const blockBits = 3;

/** Binary digits of the number of a block: so many blocks are laid out evenly. */
const digits = 14;

/** Most draws of one layout. */
export const mostDraws = drawsInBlock << digits;

/** Names the parts of the layout apart; never reused. Beside `parameterDraw` of priors.ts. */
const part = { order: 1001, coin: 1002, within: 1003 } as const;

/** Parts of a stratum: what is left of a uniform keeps the sum exact and below 1. */
const fineParts = 2 ** 32;

/**
 * The uniform of a name in one draw, strictly between 0 and 1. Keyed by seed, name and number of
 * the draw: no other name, and no order of names, changes it.
 * @param index number of the draw, from 0 to `mostDraws` - 1
 * @throws RangeError outside
 */
export function evenUniform(seed: number, index: number, name: string): number {
  if (!Number.isInteger(index) || index < 0 || index >= mostDraws) {
    throw new RangeError(`draw: expected a whole number from 0 to ${mostDraws - 1}, got ${index}`);
  }
  const key = keyOf(name);
  const block = Math.floor(index / drawsInBlock);
  let stratum = eighthOf(seed, block, key, index % drawsInBlock);
  const coins = makeKeys(seed, 0);
  for (let digit = 0; digit < digits; digit++) {
    const coin = uniform(coins, digit, key, 0, part.coin, stratum) < 0.5 ? 0 : 1;
    stratum = 2 * stratum + (((block >> digit) & 1) ^ coin);
  }
  const within = uniform(makeKeys(seed, index), 0, key, 0, part.within, 0);
  const fine = (Math.floor(within * fineParts) + 0.5) / fineParts;
  return (stratum + fine) / (1 << (blockBits + digits));
}

/** Which eighth a place of a block has: the rank of its uniform among those of the block. */
function eighthOf(seed: number, block: number, key: number, place: number): number {
  const keys = makeKeys(seed, block);
  const of = (n: number) => uniform(keys, 0, key, 0, part.order, n);
  const own = of(place);
  let rank = 0;
  for (let n = 0; n < drawsInBlock; n++) {
    const other = of(n);
    if (other < own || (other === own && n < place)) rank += 1;
  }
  return rank;
}
