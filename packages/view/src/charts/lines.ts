import { escapeHtml } from '../format.ts';
import { frame, height, margin, path, round, scalesFor, svg, width } from './frame.ts';

export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * A few lines over days, labelled at their highest point, told apart by dash as well as tone.
 * @param markedDay a day to point out, or null
 */
export function lineChart(
  label: string,
  lines: readonly Line[],
  dates: readonly string[],
  firstDay: number,
  lastDay: number,
  markedDay: number | null = null,
): string {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
  const top = Math.max(...lines.flatMap((line) => days.map((d) => line.values[d]!)), 1e-9);
  const s = scalesFor(firstDay, lastDay, top);
  const taken: number[] = [];
  const parts = lines.map((line, i) => {
    const d = path(days.map((day) => [s.x(day), s.y(line.values[day]!)]));
    const best = days.reduce((a, b) => (line.values[b]! > line.values[a]! ? b : a), firstDay);
    let y = s.y(line.values[best]!) - 6;
    while (taken.some((other) => Math.abs(other - y) < 14)) y -= 14;
    taken.push(y);
    const x = Math.min(width - 120, Math.max(120, s.x(best)));
    return `<path class="line line${i}" d="${d}"/><text class="label label${i}" x="${round(x)}" y="${round(Math.max(14, y))}" text-anchor="middle">${escapeHtml(line.name)}</text>`;
  });
  const mark =
    markedDay === null
      ? ''
      : `<line class="now" x1="${round(s.x(markedDay))}" x2="${round(s.x(markedDay))}" y1="${margin.top}" y2="${height - margin.bottom}"/>`;
  return svg(label, frame(s, dates, firstDay, lastDay) + mark + parts.join(''));
}
