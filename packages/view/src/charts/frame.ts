import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { linearScale } from './scale.ts';

export const width = 720;
export const height = 300;
export const margin = { top: 12, right: 16, bottom: 30, left: 52 } as const;

export interface Scales {
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Scales for days first..last and values 0..top. */
export function scalesFor(
  firstDay: number,
  lastDay: number,
  top: number,
  tall = height,
  wide = width,
): Scales {
  const y = linearScale([0, Math.max(top, 1e-9)], [tall - margin.bottom, margin.top], 4);
  const x = linearScale([firstDay, lastDay], [margin.left, wide - margin.right]);
  return { x: x.of, y: y.of, ticks: y.ticks(4) };
}

/** Units that the name of a month takes under a chart, and that of a month with its year. */
const roomOfMonth = 46;
const roomOfMonthAndYear = 93;

/** Grid, axes and dates: first of each month; over more than a year some months with their year. */
export function frame(
  words: Words,
  scales: Scales,
  dates: readonly string[],
  first: number,
  last: number,
  tall = height,
  wide = width,
): string {
  const lines = scales.ticks.map(
    (tick) =>
      `<line class="grid" x1="${margin.left}" x2="${wide - margin.right}" y1="${round(scales.y(tick))}" y2="${round(scales.y(tick))}"/><text class="tick" x="${margin.left - 6}" y="${round(scales.y(tick) + 4)}" text-anchor="end">${words.short(tick)}</text>`,
  );
  const isLong = last - first > 400;
  const room = wide - margin.left - margin.right;
  const shown = Math.max(1, Math.floor(room / (isLong ? roomOfMonthAndYear : roomOfMonth)));
  const apart = Math.max(1, Math.ceil((last - first) / 30.5 / shown));
  let month = -1;
  const months: string[] = [];
  for (let day = first; day <= last; day++) {
    const date = dates[day]!;
    if (!date.endsWith('-01') && (day !== first || isLong)) continue;
    month += 1;
    if (month % apart !== 0) continue;
    const x = round(scales.x(day));
    const isNear =
      day === first && dates.slice(first + 1, first + 20).some((d) => d.endsWith('-01'));
    months.push(
      `<line class="grid" x1="${x}" x2="${x}" y1="${tall - margin.bottom}" y2="${tall - margin.bottom + 5}"/>`,
    );
    if (!isNear)
      months.push(
        `<text class="tick" x="${x}" y="${tall - margin.bottom + 18}" text-anchor="middle">${isLong ? words.monthAndYear(date) : words.shortDate(date)}</text>`,
      );
  }
  return lines.join('') + months.join('');
}

/** The outer element of a chart: one image with one name. */
export function svg(label: string, content: string, tall = height, wide = width): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" role="img" aria-label="${escapeHtml(label)}">${content}</svg>`;
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
