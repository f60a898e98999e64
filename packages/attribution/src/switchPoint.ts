/** Where along a parameter something turns over. */
export interface SwitchPoint {
  /** Value of the parameter, between grid values by linear interpolation. */
  readonly at: number;
  /** Equal to `at`, or the end of a stretch of exact equality that begins at `at`. */
  readonly until: number;
  /** Sign before and after: 1 if a was larger (or above 0), -1 if smaller. */
  readonly before: 1 | -1;
  readonly after: 1 | -1;
}

/** @throws RangeError unless the grid rises and every series has its length */
function checkGrid(grid: ArrayLike<number>, ...series: readonly ArrayLike<number>[]): void {
  if (grid.length < 2) {
    throw new RangeError(`grid: expected at least two values of the parameter, got ${grid.length}`);
  }
  for (let n = 0; n < grid.length; n++) {
    if (!Number.isFinite(grid[n]!) || (n > 0 && !(grid[n]! > grid[n - 1]!))) {
      throw new RangeError(`grid, value ${n}: expected finite values that rise, got ${grid[n]}`);
    }
    for (const values of series) {
      if (values.length !== grid.length || !Number.isFinite(values[n]!)) {
        throw new RangeError(
          `contributions: expected ${grid.length} finite numbers, one for each grid value; ` +
            `value ${n} is ${values[n]}`,
        );
      }
    }
  }
}

/** Turns of the sign of a product of functions that are linear between grid values. */
function signTurns(grid: ArrayLike<number>, linear: readonly Float64Array[]): SwitchPoint[] {
  const turns: SwitchPoint[] = [];
  let sign = 0;
  // Where the last stretch with a sign ended.
  let ended = grid[0]!;
  for (let n = 0; n + 1 < grid.length; n++) {
    const cuts = [0, 1];
    for (const f of linear) {
      const a = f[n]!;
      const b = f[n + 1]!;
      if ((a > 0 && b < 0) || (a < 0 && b > 0)) cuts.push(a / (a - b));
    }
    cuts.sort((x, y) => x - y);
    const place = (t: number) =>
      t === 1 ? grid[n + 1]! : grid[n]! + t * (grid[n + 1]! - grid[n]!);
    for (let c = 0; c + 1 < cuts.length; c++) {
      const from = cuts[c]!;
      const to = cuts[c + 1]!;
      if (from === to) continue;
      const middle = (from + to) / 2;
      let now = 1;
      for (const f of linear) now *= Math.sign(f[n]! + middle * (f[n + 1]! - f[n]!));
      if (now === 0) continue;
      if (sign !== 0 && now !== sign) {
        turns.push({
          at: ended,
          until: place(from),
          before: sign as 1 | -1,
          after: now as 1 | -1,
        });
      }
      sign = now;
      ended = place(to);
    }
  }
  return turns;
}

/**
 * Values of a parameter at which the ranking of two factors by absolute value flips, their
 * contributions taken as linear between grid values: |a| = |b| where a = b or a = -b. A touch
 * without a flip is none. Empty if one ranks above the other all along.
 *
 * @param grid values of the parameter, rising
 * @param a [grid value] contribution of one factor
 * @param b [grid value] of the other
 */
export function rankingSwitches(
  grid: ArrayLike<number>,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): SwitchPoint[] {
  checkGrid(grid, a, b);
  // |a| - |b| has the sign of (a - b)(a + b).
  return signTurns(grid, [
    Float64Array.from(a, (value, n) => value - b[n]!),
    Float64Array.from(a, (value, n) => value + b[n]!),
  ]);
}
