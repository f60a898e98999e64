import { dayNumber } from '@asylia/cases';
import type { FleeCase } from './model.ts';
import { isCamp } from './model.ts';

/** What was reported, day by day. */
export interface Observed {
  readonly camps: readonly string[];
  /** [camp x day], day fastest: people reported, whole numbers between and beyond reports too */
  readonly counts: Float64Array;
  /** [day] sum over the camps */
  readonly total: Float64Array;
  /** Number of reports on which each camp rests. */
  readonly reports: readonly number[];
}

/**
 * Camp series as Flee reads them: files of a camp added up, earlier counts multiplied where a
 * registration corrects them, linear between reports, cut to whole people, flat outside.
 */
export function observe(flee: FleeCase): Observed {
  const camps = flee.locations.filter(isCamp).map((location) => location.name);
  const counts = new Float64Array(camps.length * flee.days);
  const reports = camps.map((camp, c) => {
    const files = flee.layout.find((entry) => entry.label === camp)?.files ?? [];
    let most = 0;
    for (const file of files) {
      const series = corrected(flee, camp, file);
      most = Math.max(most, series.length);
      for (let day = 0; day < flee.days; day++) counts[c * flee.days + day]! += at(series, day);
    }
    return most;
  });
  const total = new Float64Array(flee.days);
  counts.forEach((n, i) => {
    total[i % flee.days]! += n;
  });
  return { camps, counts, total, reports };
}

interface Point {
  readonly day: number;
  readonly count: number;
}

function corrected(flee: FleeCase, camp: string, file: string): Point[] {
  const first = dayNumber(flee.start);
  let points = (flee.series.get(file) ?? [])
    .map(({ date, count }) => ({ day: dayNumber(date) - first, count }))
    .sort((a, b) => a.day - b.day);
  for (const correction of flee.corrections) {
    if (correction.camp !== camp) continue;
    const day = dayNumber(correction.date) - first;
    const i = points.findIndex((point) => point.day === day);
    if (day < 0 || i <= 0 || points[i - 1]!.count <= 0) continue;
    const factor = points[i]!.count / points[i - 1]!.count;
    points = points.map((point, k) => (k < i ? { ...point, count: point.count * factor } : point));
  }
  return points;
}

function at(points: readonly Point[], day: number): number {
  if (points.length === 0) return 0;
  const next = points.findIndex((point) => point.day >= day);
  if (next === 0) return Math.trunc(points[0]!.count);
  if (next < 0) return Math.trunc(points.at(-1)!.count);
  const [a, b] = [points[next - 1]!, points[next]!];
  return Math.trunc(a.count + ((b.count - a.count) * (day - a.day)) / (b.day - a.day));
}

/**
 * People who set out each day: the growth of the total less a debt. A fall of the total is a debt,
 * which the next growth repays; on the first day nobody sets out, the camps hold their counts.
 */
export function arrivalsOf(total: Float64Array): Float64Array {
  const arrivals = new Float64Array(total.length);
  let debt = 0;
  for (let day = 1; day < total.length; day++) {
    const n = total[day]! - total[day - 1]! - debt;
    debt = n < 0 ? -n : 0;
    arrivals[day] = Math.max(0, n);
  }
  return arrivals;
}
