import type { Plan } from './plan.ts';

/** What a run writes down day by day. */
export interface Recorded {
  /** Indices of the series, in the order of the record. */
  readonly series: Int32Array;
  /** Stocks that are counted each day, as positions in the tallies of the plan. */
  readonly tallies: Int32Array;
}

/**
 * Counts no stock that nobody asked for, but for those displaced inside and abroad by group: people
 * under the definitions of a refugee are counted from them.
 * @param asked indices of series in the layout of the plan; null for all
 */
export function recordedOf({ layout, usable }: Plan, asked: Int32Array | null): Recorded {
  const { series } = usable.tallies;
  const positions = series.map((_, i) => i);
  if (!asked) return { series: Int32Array.from(layout.names, (_, i) => i), tallies: positions };
  const isCounted = new Uint8Array(layout.names.length);
  for (const list of [asked, layout.idp, layout.stock]) {
    for (const index of list) if (index >= 0) isCounted[index] = 1;
  }
  return { series: asked, tallies: positions.filter((i) => isCounted[series[i]!] === 1) };
}
