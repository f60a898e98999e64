import { scaleLinear } from 'd3-scale';
import { escapeHtml, monthAndYear, short, shortDate } from '../format.ts';

export const width = 720;
export const height = 300;
export const margin = { top: 12, right: 16, bottom: 30, left: 52 } as const;

export interface Scales {
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Scales for days first..last and values 0..top. */
export function scalesFor(firstDay: number, lastDay: number, top: number, tall = height): Scales {
  const y = scaleLinear([0, Math.max(top, 1e-9)], [tall - margin.bottom, margin.top]).nice(4);
  const x = scaleLinear([firstDay, lastDay], [margin.left, width - margin.right]);
  return { x: (day) => x(day), y: (value) => y(value), ticks: y.ticks(4) };
}

/** Months that can stand beside each other under a chart of more than a year. */
const roomForMonths = 7;

/** Grid, axes and dates: first of each month; over more than a year some months with their year. */
export function frame(
  scales: Scales,
  dates: readonly string[],
  first: number,
  last: number,
  tall = height,
): string {
  const lines = scales.ticks.map(
    (tick) =>
      `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${round(scales.y(tick))}" y2="${round(scales.y(tick))}"/><text class="tick" x="${margin.left - 6}" y="${round(scales.y(tick) + 4)}" text-anchor="end">${short(tick)}</text>`,
  );
  const isLong = last - first > 400;
  const apart = isLong ? Math.ceil((last - first) / 30.5 / roomForMonths) : 1;
  let month = -1;
  const months: string[] = [];
  for (let day = first; day <= last; day++) {
    const date = dates[day]!;
    if (!date.endsWith('-01') && (day !== first || isLong)) continue;
    month += 1;
    if (month % apart !== 0) continue;
    const x = round(scales.x(day));
    const room = day === first && dates.slice(first + 1, first + 20).some((d) => d.endsWith('-01'));
    months.push(
      `<line class="grid" x1="${x}" x2="${x}" y1="${tall - margin.bottom}" y2="${tall - margin.bottom + 5}"/>`,
    );
    if (!room)
      months.push(
        `<text class="tick" x="${x}" y="${tall - margin.bottom + 18}" text-anchor="middle">${isLong ? monthAndYear(date) : shortDate(date)}</text>`,
      );
  }
  return lines.join('') + months.join('');
}

/** The outer element of a chart: one image with one name. */
export function svg(label: string, content: string, tall = height): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${tall}" role="img" aria-label="${escapeHtml(label)}">${content}</svg>`;
}

/** Path through points; gaps where a value is not finite. */
export function path(points: readonly (readonly [number, number])[]): string {
  let d = '';
  let pen = false;
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = false;
      continue;
    }
    d += `${pen ? 'L' : 'M'}${round(x)} ${round(y)}`;
    pen = true;
  }
  return d;
}

export function round(x: number): number {
  return Math.round(x * 10) / 10;
}
