/**
 * Shares of a total, only where they mean something: when all values that are not 0 have one
 * sign, value / sum; else null, because a percentage of a sum of gains and losses is nonsense.
 *
 * @param values contributions in the outcome's unit; NaN (no player) is passed over and stays NaN
 * @returns [value] shares that add up to 1, or null when signs are mixed or all are 0
 */
export function sharesIfOneSign(values: ArrayLike<number>): Float64Array | null {
  let sum = 0;
  let sign = 0;
  for (let n = 0; n < values.length; n++) {
    const value = values[n]!;
    if (value === 0 || Number.isNaN(value)) continue;
    if (sign !== 0 && Math.sign(value) !== sign) return null;
    sign = Math.sign(value);
    sum += value;
  }
  return sign === 0 ? null : Float64Array.from(values, (value) => (value === 0 ? 0 : value / sum));
}
