/**
 * A yes or no outcome: 1 where the outcome is strictly above the threshold.
 *
 * @param v any table of outcomes, in any order
 * @param threshold in the unit of the outcome; may be infinite
 * @returns 0 or 1 for each outcome, in the same order
 * @throws RangeError when an outcome or the threshold is no number
 * @example
 * ```js
 * import { exceeds } from '@asylia/attribution';
 * [...exceeds([0, 5, 9], 5)]; // is [0, 0, 1]
 * ```
 */
export function exceeds(v: ArrayLike<number>, threshold: number): Uint8Array {
  if (Number.isNaN(threshold)) throw new RangeError('threshold: expected a number, got NaN');
  const yes = new Uint8Array(v.length);
  for (let n = 0; n < v.length; n++) {
    if (Number.isNaN(v[n]!)) {
      throw new RangeError(`outcome ${n}: expected a number to hold against ${threshold}, got NaN`);
    }
    yes[n] = v[n]! > threshold ? 1 : 0;
  }
  return yes;
}
