import type { Band, RecordPoint } from '@asylia/lab';
import type { Words } from '@asylia/words';
import type { Scales } from './frame.ts';
import { frame, height, margin, path, round, scalesFor, svg, width } from './frame.ts';

/** What a fan shows of one curve. */
export interface Fan {
  /** Null while worlds are still being simulated: then the expected run stands alone. */
  readonly band: Band | null;
  /** [day] the expected run, a thin line; left out where the median says enough. */
  readonly expected?: ArrayLike<number> | undefined;
  /** [day] the expected run at baseline, dashed: beside another policy or another assumption. */
  readonly baseline?: ArrayLike<number> | undefined;
  readonly record: readonly RecordPoint[];
  readonly firstDay: number;
  readonly lastDay: number;
  /** Last day of the fit window, shaded up to it; null without. */
  readonly fitUntil: number | null;
}

export interface FanInput extends Fan {
  readonly label: string;
  readonly dates: readonly string[];
  /** A day to point out. */
  readonly markedDay?: number;
  /** Units across: fewer for a narrow screen, so that letters stay large. Default 720. */
  readonly wide?: number;
}

/** Median, 50 and 90 % bands over days, with the record: open = fitted, filled = held out. */
export function fanChart(words: Words, input: FanInput): string {
  const { dates, firstDay, lastDay, wide = width } = input;
  const s = scalesFor(firstDay, lastDay, topOf(input), height, wide);
  return svg(
    input.label,
    fanLayers(input, s, frame(words, s, dates, firstDay, lastDay, height, wide), height) +
      (input.markedDay === undefined ? '' : dayLine(s.x(input.markedDay))),
    height,
    wide,
  );
}

/** An upright line at a day. */
function dayLine(x: number): string {
  return `<line class="now" x1="${round(x)}" x2="${round(x)}" y1="${margin.top}" y2="${height - margin.bottom}"/>`;
}

/** Highest value that a fan has to show. */
export function topOf({ band, expected, baseline, record, firstDay, lastDay }: Fan): number {
  let top = 1e-9;
  const lines = [band?.q95, expected, baseline].filter((line) => line !== undefined);
  for (const line of lines)
    for (let day = firstDay; day <= lastDay; day++) if (line[day]! > top) top = line[day]!;
  for (const { day, value } of record)
    if (day >= firstDay && day <= lastDay && value > top) top = value;
  return top;
}

/**
 * The layers of a fan in their order: fit window, axes, bands, lines, record.
 * @param axes grid and axes, drawn above the fit window and below everything else
 */
export function fanLayers(fan: Fan, s: Scales, axes: string, tall: number): string {
  const { band, firstDay, lastDay } = fan;
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
  const line = (look: string, values: ArrayLike<number> | undefined) =>
    values === undefined
      ? ''
      : `<path class="${look}" d="${path(days.map((d) => [s.x(d), s.y(values[d]!)]))}"/>`;
  const area = (look: string, low: readonly number[], high: readonly number[]) =>
    `<path class="${look}" d="${path(days.map((d) => [s.x(d), s.y(high[d]!)]))}${path([...days].reverse().map((d) => [s.x(d), s.y(low[d]!)])).replace('M', 'L')}Z"/>`;
  const shade =
    fan.fitUntil !== null && fan.fitUntil > firstDay
      ? `<rect class="fit" x="${margin.left}" y="${margin.top}" width="${round(Math.max(0, s.x(Math.min(fan.fitUntil, lastDay)) - margin.left))}" height="${tall - margin.top - margin.bottom}"/>`
      : '';
  const bands = band
    ? `${area('band90', band.q05, band.q95)}${area('band50', band.q25, band.q75)}`
    : '';
  const points = fan.record
    .filter((p) => p.day >= firstDay && p.day <= lastDay)
    .map((p) => mark(p, round(s.x(p.day)), round(s.y(p.value))));
  return `${shade}${axes}${bands}${line('median', band?.q50)}${line('expected', fan.expected)}${line('asitwas', fan.baseline)}${points.join('')}`;
}

function mark(point: RecordPoint, x: number, y: number): string {
  if (!point.comparable || point.flag === 'memory') {
    return `<path class="cross" d="M${x - 3} ${y - 3}L${x + 3} ${y + 3}M${x - 3} ${y + 3}L${x + 3} ${y - 3}"/>`;
  }
  return `<circle class="${point.window}" cx="${x}" cy="${y}" r="3.2"/>`;
}
