import type { CauseOfFlight } from '@asylia/lab';
import type { Words } from '@asylia/words';
import { round, svg, width } from '../charts/frame.ts';
import { escapeHtml } from '../html.ts';
import { seriesName } from './causeTables.ts';

const columns = ['leaving', 'killings', 'strikes', 'battles'] as const;
const left = 58;
const gap = 12;
const top = 26;
const rowHeight = 86;
const barHeight = 58;

/** Small multiples: a row for each region, a column for each series, bars a day by period. */
export function causeChart(words: Words, value: CauseOfFlight, label: string): string {
  const panelWidth = (width - left - gap * columns.length) / columns.length;
  const days = value.periods.map(({ from, to }) => daysBetween(from, to));
  const all = days.reduce((n, d) => n + d, 0);
  const heads = columns.map(
    (series, c) =>
      `<text class="label" x="${round(left + c * (panelWidth + gap))}" y="14">${escapeHtml(seriesName(words, series))}</text>`,
  );
  const rows = value.regions.map((region, r) => {
    const y0 = top + r * rowHeight + barHeight + 16;
    const panels = columns.map((series, c) => {
      const x0 = left + c * (panelWidth + gap);
      const rates = days.map((d, t) => (value.series[series]?.[r * days.length + t] ?? 0) / d);
      return panel(words, rates, days, all, x0, y0, panelWidth, series === 'leaving');
    });
    return `<text class="label" x="0" y="${y0 - barHeight / 2}">${escapeHtml(region)}</text>${panels.join('')}`;
  });
  const tall = top + value.regions.length * rowHeight + 22;
  const first = words.shortDate(value.periods[0]!.from);
  const last = words.shortDate(value.periods.at(-1)!.to);
  const dates = columns.map((_, c) => {
    const x = left + c * (panelWidth + gap);
    return `<text class="tick" x="${round(x)}" y="${tall - 6}">${first}</text><text class="tick" x="${round(x + panelWidth)}" y="${tall - 6}" text-anchor="end">${last}</text>`;
  });
  return svg(label, heads.join('') + rows.join('') + dates.join(''), tall);
}

function panel(
  words: Words,
  rates: readonly number[],
  days: readonly number[],
  allDays: number,
  x0: number,
  y0: number,
  wide: number,
  isLeaving: boolean,
): string {
  const most = Math.max(...rates);
  let day = 0;
  let d = '';
  rates.forEach((rate, t) => {
    const x = x0 + (day / allDays) * wide;
    day += days[t]!;
    if (rate <= 0) return;
    const right = x0 + (day / allDays) * wide;
    const y = y0 - (rate / most) * barHeight;
    d += `M${round(x)} ${y0}V${round(y)}H${round(right)}V${y0}Z`;
  });
  return `<path class="${isLeaving ? 'layer0' : 'layer1'}" d="${d}"/><line class="grid" x1="${round(x0)}" x2="${round(x0 + wide)}" y1="${y0}" y2="${y0}"/><text class="tick" x="${round(x0 + wide)}" y="${y0 - barHeight - 3}" text-anchor="end">${escapeHtml(words.say('cause.perDay', { most: words.figure(most) }))}</text>`;
}

/** Days from one date to another, both included. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
