import type { Band, RecordPoint } from '@asylia/study';
import { frame, height, margin, path, round, scalesFor, svg } from './frame.ts';

export interface FanInput {
  readonly label: string;
  readonly band: Band;
  readonly record: readonly RecordPoint[];
  readonly dates: readonly string[];
  readonly firstDay: number;
  readonly lastDay: number;
  /** Last day of the fit window, shaded up to it; null without. */
  readonly fitUntil: number | null;
}

/** Median, 50 and 90 % bands over days, with the record: open = fitted, filled = held out. */
export function fanChart(input: FanInput): string {
  const { band, dates, firstDay, lastDay } = input;
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
  const record = input.record.filter((p) => p.day >= firstDay && p.day <= lastDay);
  const top = Math.max(...days.map((d) => band.q95[d]!), ...record.map((p) => p.value), 1e-9);
  const s = scalesFor(firstDay, lastDay, top);
  const area = (low: readonly number[], high: readonly number[]) =>
    `${path(days.map((d) => [s.x(d), s.y(high[d]!)]))}${path([...days].reverse().map((d) => [s.x(d), s.y(low[d]!)])).replace('M', 'L')}Z`;
  const shade =
    input.fitUntil !== null && input.fitUntil > firstDay
      ? `<rect class="fit" x="${margin.left}" y="${margin.top}" width="${round(Math.max(0, s.x(Math.min(input.fitUntil, lastDay)) - margin.left))}" height="${height - margin.top - margin.bottom}"/>`
      : '';
  const points = record.map((p) => mark(p, round(s.x(p.day)), round(s.y(p.value))));
  return svg(
    input.label,
    `${shade}${frame(s, dates, firstDay, lastDay)}<path class="band90" d="${area(band.q05, band.q95)}"/><path class="band50" d="${area(band.q25, band.q75)}"/><path class="median" d="${path(days.map((d) => [s.x(d), s.y(band.q50[d]!)]))}"/>${points.join('')}`,
  );
}

function mark(point: RecordPoint, x: number, y: number): string {
  if (!point.comparable || point.flag === 'memory') {
    return `<path class="cross" d="M${x - 3} ${y - 3}L${x + 3} ${y + 3}M${x - 3} ${y + 3}L${x + 3} ${y - 3}"/>`;
  }
  return `<circle class="${point.window}" cx="${x}" cy="${y}" r="3.2"/>`;
}
