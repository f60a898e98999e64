/**
 * A coalition of k factors is a bit mask: bit i set = factor i on. A table of coalitions is
 * v[mask] = outcome with exactly the factors of `mask` on, length 2^k. Tables by world are
 * [world x coalition], coalition fastest.
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

/** "O1 + W", or "none". */
export function nameCoalition(mask: number, names: readonly string[]): string {
  return mask === 0
    ? 'none'
    : factorsOf(mask)
        .map((i) => names[i] ?? `factor ${i}`)
        .join(' + ');
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

/** @throws RangeError unless `v` holds `worlds` x 2^k values and there is at least one world */
export function checkWorlds(v: ArrayLike<number>, worlds: number, k: number): void {
  checkFactorCount(k);
  if (!Number.isInteger(worlds) || worlds < 1) {
    throw new RangeError(`worlds: expected a whole number of at least 1, got ${worlds}`);
  }
  if (v.length !== worlds * (1 << k)) {
    throw new RangeError(
      `table by world: expected ${worlds} worlds x 2^${k} coalitions = ${worlds * (1 << k)} values, ` +
        `got ${v.length}`,
    );
  }
}

/** The table of one world (a view, no copy). */
export function tableOfWorld(v: Float64Array, world: number, k: number): Float64Array {
  return v.subarray(world * (1 << k), (world + 1) * (1 << k));
}

/** Mean table over worlds. */
export function meanTable(v: Float64Array, worlds: number, k: number): Float64Array {
  checkWorlds(v, worlds, k);
  const mean = new Float64Array(1 << k);
  for (let n = 0; n < v.length; n++) mean[n % mean.length]! += v[n]!;
  for (let mask = 0; mask < mean.length; mask++) mean[mask]! /= worlds;
  return mean;
}
