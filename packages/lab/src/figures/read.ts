import type { RunFigure } from './figuresOf.ts';

/** Days of one run by name: a run of the engine, or one world of an ensemble. */
export interface Curves {
  readonly names: readonly string[];
  readonly days: number;
  /** [series x day], day fastest */
  readonly values: ArrayLike<number>;
}

/** Positions of the series, made once for each list of names. */
const indices = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  const known = indices.get(names) ?? new Map(names.map((name, i) => [name, i]));
  indices.set(names, known);
  return known;
}

/**
 * [day] what a figure is taken from: persons
 * @param curves values: [series x day], day fastest, persons; a series that it lacks counts as 0
 */
export function daysOf(
  { series }: Pick<RunFigure, 'series'>,
  { names, days, values }: Curves,
): Float64Array {
  const at = indexOf(names);
  const total = new Float64Array(days);
  for (const name of series) {
    const index = at.get(name);
    if (index === undefined) continue;
    for (let day = 0; day < days; day++) total[day]! += values[index * days + day]!;
  }
  return total;
}

/**
 * What a figure comes down to, in its unit, and on which day: the first of the highest days; the
 * last day for what is taken there or over all days.
 * @param byDay [day] persons
 * @param taken `lastDay`, `allDays` (the sum of all), else the highest day
 */
export function takenFrom(
  byDay: Float64Array,
  taken: RunFigure['taken'],
): { readonly value: number; readonly day: number } {
  const last = byDay.length - 1;
  if (taken === 'allDays') return { value: byDay.reduce((sum, n) => sum + n, 0), day: last };
  const day =
    taken === 'lastDay' ? last : byDay.reduce((best, n, d) => (n > byDay[best]! ? d : best), 0);
  return { value: byDay[day] ?? 0, day };
}

/**
 * A figure of one run, in its unit.
 * A series that the run lacks counts as 0.
 */
export function readFigure(figure: RunFigure, run: Curves): number {
  return takenFrom(daysOf(figure, run), figure.taken).value;
}
