import type { CurrentRun } from '../engine/protocol.ts';

/**
 * Series of the crisis as a whole, persons: those displaced abroad and inside on a day, and all
 * others so far.
 */
export const wholeSeries = [
  'stock',
  'idp_stock',
  'outflow',
  'evacuated',
  'returned',
  'secondWave',
  'irregular',
  'transferred',
] as const;

/** [day] a series of the current run; zeros where it has none of the name. */
export function seriesOf(live: CurrentRun, name: string): Float64Array {
  const index = live.names.indexOf(name);
  return index < 0
    ? new Float64Array(live.days)
    : live.values.subarray(index * live.days, (index + 1) * live.days);
}

/** One figure of a series on a day. */
export function valueAt(live: CurrentRun, name: string, day: number): number {
  return seriesOf(live, name)[day] ?? 0;
}
