/**
 * A coalition of k factors is a bit mask: bit i set = factor i on. A table of coalitions is
 * v[mask] = outcome with exactly the factors of `mask` on, length 2^k.
 */

/** Most factors whose whole table is handled: 2^20 coalitions. */
export const mostFactors = 20;

/** Number of factors in a coalition. */
export function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return size;
}

/** Factors of a coalition, in order. */
export function factorsOf(mask: number): number[] {
  const factors: number[] = [];
  for (let i = 0; mask >>> i !== 0; i++) if ((mask >>> i) & 1) factors.push(i);
  return factors;
}

/** Coalition of some factors, given by number. */
export function coalitionOf(factors: Iterable<number>): number {
  let mask = 0;
  for (const factor of factors) mask |= 1 << factor;
  return mask;
}

/** Every coalition within `mask`, from the empty one to itself, in rising order: 2^size. */
export function partsOf(mask: number): Int32Array {
  const parts = new Int32Array(1 << sizeOf(mask));
  for (let n = 1; n < parts.length; n++) parts[n] = (parts[n - 1]! - mask) & mask;
  return parts;
}

/** @throws RangeError unless k is a whole number from 1 to `mostFactors` */
export function checkFactorCount(k: number): void {
  if (!Number.isInteger(k) || k < 1 || k > mostFactors) {
    throw new RangeError(
      `number of factors: expected a whole number from 1 to ${mostFactors}, got ${k}; ` +
        'with more, sample permutations instead of the whole table',
    );
  }
}

/** @throws RangeError unless `factor` is a whole number below k */
export function checkFactor(factor: number, k: number): void {
  if (!Number.isInteger(factor) || factor < 0 || factor >= k) {
    throw new RangeError(`factor: expected a whole number from 0 to ${k - 1}, got ${factor}`);
  }
}

/** @throws RangeError unless `v` has 2^k values, all finite */
export function checkTable(v: ArrayLike<number>, k: number): void {
  checkFactorCount(k);
  if (v.length !== 1 << k) {
    throw new RangeError(
      `table of coalitions: expected 2^${k} = ${1 << k} values for ${k} factors, got ${v.length}`,
    );
  }
  for (let mask = 0; mask < v.length; mask++) {
    if (!Number.isFinite(v[mask]!)) {
      throw new RangeError(
        `table of coalitions, coalition ${mask} (factors ${factorsOf(mask).join(', ') || 'none'}): ` +
          `expected a finite number, got ${v[mask]}; an outcome that does not exist in some ` +
          'coalition cannot be attributed: leave it out or restrict the factors',
      );
    }
  }
}
