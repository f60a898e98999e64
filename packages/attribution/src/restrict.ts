import { checkFactorCount, checkTable, factorsOf, partsOf } from './coalitions.ts';

/** Which coalitions of the whole table are looked at. */
export interface Restriction {
  /** Factors that may still vary, in order: factor n of the small table is players[n]. */
  readonly players: readonly number[];
  /** [coalition of the players] coalition of all k factors. */
  readonly coalitions: Int32Array;
}

/**
 * Coalitions with some factors fixed, on or off.
 *
 * @param fixedOn coalition of the factors that stay on
 * @param fixedOff coalition of the factors that stay off
 * @throws RangeError when a factor is fixed both ways, none is left, or a bit names no factor
 */
export function restriction(k: number, fixedOn: number, fixedOff: number): Restriction {
  checkFactorCount(k);
  const all = (1 << k) - 1;
  if (((fixedOn | fixedOff) & ~all) !== 0) {
    throw new RangeError(`fixed factors: expected factors from 0 to ${k - 1} only`);
  }
  if ((fixedOn & fixedOff) !== 0) {
    throw new RangeError(
      `fixed factors: ${factorsOf(fixedOn & fixedOff).join(', ')} fixed both on and off; choose one`,
    );
  }
  const free = all & ~(fixedOn | fixedOff);
  if (free === 0) throw new RangeError('fixed factors: at least one factor must be left to vary');
  return { players: factorsOf(free), coalitions: partsOf(free).map((part) => part | fixedOn) };
}

/** Sub-table of the free factors. See `restriction`. */
export function restrict(
  v: Float64Array,
  k: number,
  fixedOn: number,
  fixedOff: number,
): { readonly table: Float64Array; readonly players: readonly number[] } {
  checkTable(v, k);
  const { players, coalitions } = restriction(k, fixedOn, fixedOff);
  return { table: Float64Array.from(coalitions, (mask) => v[mask]!), players };
}
