import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { textWidth } from '../map/rooms.ts';
import { frame, height, margin, path, round, scalesFor, svg, width } from './frame.ts';

export interface Line {
  readonly name: string;
  /** [day] */
  readonly values: ArrayLike<number>;
}

export interface LineChartSize {
  /** Units across: fewer for a small chart, so that letters stay large. Default 720. */
  readonly wide?: number;
  /** Units from top to bottom. Default 300. */
  readonly tall?: number;
  /** The value that the scale reaches to: the same for charts that are compared. */
  readonly top?: number;
}

/** Size of the letters of a label, units. */
const letters = 12;
/** Label and line, or two labels, are at least this far apart, units. */
const apart = { line: 6, row: 14, side: 6 };

/**
 * A few lines over days, labelled at their highest point, told apart by dash as well as tone.
 * @param markedDay a day to point out, or null
 */
export function lineChart(
  words: Words,
  label: string,
  lines: readonly Line[],
  dates: readonly string[],
  firstDay: number,
  lastDay: number,
  markedDay: number | null = null,
  { wide = width, tall = height, top }: LineChartSize = {},
): string {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
  const s = scalesFor(firstDay, lastDay, top ?? highest(lines, days), tall, wide);
  const taken: { x: number; y: number; half: number }[] = [];
  const parts = lines.map((line, i) => {
    const d = path(days.map((day) => [s.x(day), s.y(line.values[day]!)]));
    const best = days.reduce((a, b) => (line.values[b]! > line.values[a]! ? b : a), firstDay);
    const half = textWidth(line.name, letters) / 2;
    const within = (x: number) =>
      Math.min(wide - margin.right - half, Math.max(margin.left + half, x));
    let x = within(s.x(best));
    let y = Math.max(letters, s.y(line.values[best]!) - apart.line);
    const other = () =>
      taken.find((one) => Math.abs(one.y - y) < apart.row && Math.abs(one.x - x) < one.half + half);
    // Upwards while there is room, then to the side on which there is more.
    const way = x > wide / 2 ? -1 : 1;
    for (let found = other(); found; found = other()) {
      if (found.y - apart.row >= letters) y = found.y - apart.row;
      else x = found.x + way * (found.half + half + apart.side);
    }
    taken.push({ x, y, half });
    return `<path class="line line${i}" d="${d}"/><text class="label label${i}" x="${round(x)}" y="${round(y)}" text-anchor="middle">${escapeHtml(line.name)}</text>`;
  });
  const mark =
    markedDay === null
      ? ''
      : `<line class="now" x1="${round(s.x(markedDay))}" x2="${round(s.x(markedDay))}" y1="${margin.top}" y2="${tall - margin.bottom}"/>`;
  return svg(
    label,
    frame(words, s, dates, firstDay, lastDay, tall, wide) + mark + parts.join(''),
    tall,
    wide,
  );
}

/** The highest value of some lines on some days. */
export function highest(lines: readonly Pick<Line, 'values'>[], days: readonly number[]): number {
  let most = 1e-9;
  for (const { values } of lines) for (const day of days) most = Math.max(most, values[day]!);
  return most;
}
