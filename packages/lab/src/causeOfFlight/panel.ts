import { dayNumber } from '@asylia/cases';
import type { Indicator, PeriodRow } from './types.ts';
import { indicators } from './types.ts';

export type Series = 'leaving' | Indicator;

/** Rows as a full grid: value[series][region * periods + period], persons or events in the period. */
export interface Panel {
  readonly regions: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** days of each period */
  readonly days: readonly number[];
  readonly value: Readonly<Record<Series, Float64Array | null>>;
}

/** @throws RangeError where a region lacks a period: readers of files say so before */
export function panelOf(rows: readonly PeriodRow[]): Panel {
  const regions = [...new Set(rows.map((row) => row.region))].sort();
  const periods = [...new Map(rows.map((row) => [row.from, row.to]))].sort((a, b) =>
    a[0] < b[0] ? -1 : 1,
  );
  const at = new Map(rows.map((row) => [`${row.region} ${row.from}`, row]));
  const grid = (series: Series): Float64Array | null => {
    const out = new Float64Array(regions.length * periods.length);
    let at0 = 0;
    for (const region of regions) {
      for (const [from] of periods) {
        const row = at.get(`${region} ${from}`);
        if (!row) throw new RangeError(`cause of flight: region ${region} has no period ${from}`);
        const value = row[series];
        if (value === null) return null;
        out[at0++] = value;
      }
    }
    return out;
  };
  return {
    regions,
    from: periods.map(([from]) => from),
    to: periods.map(([, to]) => to),
    days: periods.map(([from, to]) => dayNumber(to) - dayNumber(from) + 1),
    value: {
      leaving: grid('leaving'),
      ...(Object.fromEntries(indicators.map((id) => [id, grid(id)])) as Record<
        Indicator,
        Float64Array | null
      >),
    },
  };
}

/** The first so many periods of a panel. */
export function firstPeriods(panel: Panel, count: number): Panel {
  const all = panel.from.length;
  const cut = (values: Float64Array | null) =>
    values &&
    Float64Array.from(
      { length: panel.regions.length * count },
      (_, i) => values[Math.floor(i / count) * all + (i % count)]!,
    );
  return {
    regions: panel.regions,
    from: panel.from.slice(0, count),
    to: panel.to.slice(0, count),
    days: panel.days.slice(0, count),
    value: Object.fromEntries(
      Object.entries(panel.value).map(([id, values]) => [id, cut(values)]),
    ) as Record<Series, Float64Array | null>,
  };
}

/** Values of one region; [period]. */
export function regionSeries(panel: Panel, series: Series, region: number): Float64Array | null {
  const n = panel.from.length;
  return panel.value[series]?.subarray(region * n, (region + 1) * n) ?? null;
}

/** The same per day, so that long and short periods compare. */
export function perDay(panel: Panel, values: Float64Array): Float64Array {
  return values.map((value, t) => value / panel.days[t]!);
}

/** Number of periods until a share of all people had left. */
export function periodsUntil(panel: Panel, share: number): number {
  const n = panel.from.length;
  const leaving = panel.value.leaving!;
  const total = leaving.reduce((all, x) => all + x, 0);
  let sum = 0;
  for (let t = 0; t < n; t++) {
    for (let r = 0; r < panel.regions.length; r++) sum += leaving[r * n + t]!;
    if (sum >= share * total) return t + 1;
  }
  return n;
}
