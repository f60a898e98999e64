import { dayNumber } from '@asylia/cases';
import type { Observed } from '@asylia/destinations';
import type { FleeCase } from './model.ts';
import { isCamp } from './model.ts';

/**
 * Camp series as Flee reads them: files of a camp added up, earlier counts multiplied where a
 * registration corrects them, linear between reports, cut to whole people, flat outside.
 */
export function observe(flee: FleeCase): Observed {
  const camps = flee.locations.filter(isCamp).map((location) => location.name);
  const counts = new Float64Array(camps.length * flee.days);
  const filesOf = new Map(flee.layout.map((entry) => [entry.label, entry.files]));
  const correctionsOf = new Map<string, number[]>();
  for (const { camp, date } of flee.corrections) {
    const day = dayNumber(date) - dayNumber(flee.start);
    const own = correctionsOf.get(camp);
    if (own) own.push(day);
    else correctionsOf.set(camp, [day]);
  }
  const reports = camps.map((camp, c) => {
    let most = 0;
    for (const file of filesOf.get(camp) ?? []) {
      const series = corrected(flee, file, correctionsOf.get(camp) ?? []);
      most = Math.max(most, series.length);
      addDays(series, counts.subarray(c * flee.days, (c + 1) * flee.days));
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
  count: number;
}

/** Counts of a file by day, those before a correction multiplied so that they meet it. */
function corrected(flee: FleeCase, file: string, correctionDays: readonly number[]): Point[] {
  const first = dayNumber(flee.start);
  const points = (flee.series.get(file) ?? [])
    .map(({ date, count }): Point => ({ day: dayNumber(date) - first, count }))
    .sort((a, b) => a.day - b.day);
  const firstOfDay = new Map<number, number>();
  points.forEach(({ day }, i) => {
    if (!firstOfDay.has(day)) firstOfDay.set(day, i);
  });
  for (const day of correctionDays) {
    const i = firstOfDay.get(day) ?? -1;
    if (day < 0 || i <= 0 || points[i - 1]!.count <= 0) continue;
    const factor = points[i]!.count / points[i - 1]!.count;
    for (let k = 0; k < i; k++) points[k]!.count *= factor;
  }
  return points;
}

/** Adds to each day the count on the line between reports, flat before the first and the last. */
function addDays(points: readonly Point[], days: Float64Array): void {
  if (points.length === 0) return;
  let next = 0;
  for (let day = 0; day < days.length; day++) {
    while (next < points.length && points[next]!.day < day) next += 1;
    days[day]! += Math.trunc(onLine(points, next, day));
  }
}

/** Count on a day; `next` is the first report on it or after. */
function onLine(points: readonly Point[], next: number, day: number): number {
  if (next === 0) return points[0]!.count;
  const before = points[next - 1]!;
  const after = points[next];
  if (!after) return before.count;
  return (
    before.count + ((after.count - before.count) * (day - before.day)) / (after.day - before.day)
  );
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
