/**
 * A yes or no outcome: 1 where the outcome is strictly above the threshold.
 *
 * @param v any table of outcomes
 * @throws RangeError when an outcome or the threshold is no number
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

/** Share of worlds with the event, by coalition: a table that every estimand takes. */
export function shareOfWorlds(yes: Uint8Array, worlds: number): Float64Array {
  if (!Number.isInteger(worlds) || worlds < 1 || yes.length % worlds !== 0) {
    throw new RangeError(`worlds: expected a divisor of ${yes.length} values, got ${worlds}`);
  }
  const share = new Float64Array(yes.length / worlds);
  for (let n = 0; n < yes.length; n++) share[n % share.length]! += yes[n]!;
  for (let mask = 0; mask < share.length; mask++) share[mask]! /= worlds;
  return share;
}
