import { quantileSorted } from './quantile.ts';
import type { Band } from './summary.ts';

const levels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Quantiles over worlds by day.
 * @param worlds [world] of [day]
 */
export function bandOf(
  worlds: readonly ArrayLike<number>[],
  expected: ArrayLike<number>,
  unit: string,
): Band {
  const days = expected.length;
  const lines = levels.map(() => new Array<number>(days));
  const column = new Float64Array(worlds.length);
  for (let day = 0; day < days; day++) {
    for (let w = 0; w < worlds.length; w++) column[w] = worlds[w]![day]!;
    column.sort();
    levels.forEach((level, i) => {
      lines[i]![day] = tidy(quantileSorted(column, level));
    });
  }
  const [q05, q25, q50, q75, q95] = lines as [number[], number[], number[], number[], number[]];
  return { unit, expected: Array.from(expected, tidy), q05, q25, q50, q75, q95 };
}

/** Seven significant digits: enough for every figure shown, and short files. */
export function tidy(x: number): number {
  return Number.isInteger(x) ? x : Number(x.toPrecision(7));
}
