import { nice, ticks } from 'd3-array';

/** A straight scale from values to units of a drawing. */
export interface LinearScale {
  readonly of: (value: number) => number;
  /** About so many round values within the domain. */
  readonly ticks: (count: number) => number[];
}

/**
 * From `low` to `high` onto `from` to `to`.
 * @param rounded widen the domain to round ends, for about so many ticks; 0 = leave it
 */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
  rounded = 0,
): LinearScale {
  const [first, last] = rounded > 0 ? nice(low, high, rounded) : [low, high];
  return {
    of: (value) => {
      const share = last === first ? 0.5 : (value - first) / (last - first);
      return from * (1 - share) + to * share;
    },
    ticks: (count) => ticks(first, last, count),
  };
}
