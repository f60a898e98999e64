import { placeRanks, quantileSorted, ranksOf } from './quantile.ts';
import type { Band } from './summary.ts';

const levels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Quantiles over worlds by day. Of each day only the order statistics that are read are put in
 * their places, and days on which all worlds agree need no order at all: most series are 0 for
 * long.
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
  const ranks = ranksOf(worlds.length, levels);
  for (let day = 0; day < days; day++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let hasNaN = false;
    for (let w = 0; w < worlds.length; w++) {
      const value = worlds[w]![day]!;
      column[w] = value;
      if (value < low) low = value;
      if (value > high) high = value;
      if (Number.isNaN(value)) hasNaN = true;
    }
    if (low === high && !hasNaN) {
      const value = tidy(low);
      for (const line of lines) line[day] = value;
      continue;
    }
    if (hasNaN) column.sort();
    else placeRanks(column, ranks);
    for (let i = 0; i < levels.length; i++) {
      lines[i]![day] = tidy(quantileSorted(column, levels[i]!));
    }
  }
  const [q05, q25, q50, q75, q95] = lines as [number[], number[], number[], number[], number[]];
  return { unit, expected: Array.from(expected, tidy), q05, q25, q50, q75, q95 };
}

/** Seven significant digits: enough for every figure shown, and short files. */
export function tidy(x: number): number {
  return Number.isInteger(x) ? x : Number(x.toPrecision(7));
}
