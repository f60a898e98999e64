import type { ConflictRow } from '@asylia/peers';
import type { Words } from '@asylia/words';
import { frame, path, scalesFor, svg } from '../charts/frame.ts';
import { escapeHtml } from '../html.ts';
import { htmlTable } from './htmlTable.ts';

/** Points of a curve at most: more than a screen shows would only make the page heavy. */
const mostPoints = 120;

/** Each camp's record, mean and 90 % band in one regime, with the numbers behind; folded. */
export function campCharts(words: Words, row: ConflictRow, isOpen: boolean): string {
  const dates = datesOf(row);
  const charts = row.camps.map(({ name }, c) => {
    const title = words.say('peers.chart', { camp: shown(name), regime: row.regime });
    return `<figure><figcaption><h4>${escapeHtml(shown(name))}</h4></figcaption>${campChart(words, row, c, dates, title)}</figure>`;
  });
  return `<details${isOpen ? ' open' : ''}><summary>${escapeHtml(words.say('peers.charts', { regime: row.regime }))}</summary>
<ul class="key"><li>${swatch('<path class="record" d="M2 7H26"/>')}${escapeHtml(words.say('peers.key.record'))}</li><li>${swatch('<path class="median" d="M0 7H26"/>')}${escapeHtml(words.say('peers.key.mean'))}</li><li>${swatch('<rect class="band90" width="26" height="14"/>')}${escapeHtml(words.say('peers.key.band'))}</li></ul>
<div class="grids">${charts.join('')}</div>
<details><summary>${escapeHtml(words.say('peers.table'))}</summary>${campTable(words, row)}</details></details>`;
}

function campChart(
  words: Words,
  row: ConflictRow,
  camp: number,
  dates: readonly string[],
  title: string,
): string {
  const { days } = row;
  const step = Math.ceil(days / mostPoints);
  const shownDays = Array.from({ length: days }, (_, day) => day).filter(
    (day) => day % step === 0 || day === days - 1,
  );
  const of = (values: Float64Array, day: number) => values[camp * days + day]!;
  const top = shownDays.reduce(
    (most, day) => Math.max(most, of(row.record, day), of(row.high, day)),
    1,
  );
  const s = scalesFor(0, days - 1, top);
  const curve = (values: Float64Array, order = shownDays) =>
    path(order.map((day) => [s.x(day), s.y(of(values, day))]));
  const band = `${curve(row.high)}${curve(row.low, [...shownDays].reverse()).replace('M', 'L')}Z`;
  return svg(
    title,
    `${frame(words, s, dates, 0, days - 1)}<path class="band90" d="${band}"/><path class="median" d="${curve(row.mean)}"/><path class="record" d="${curve(row.record)}"/>`,
  );
}

function campTable(words: Words, row: ConflictRow): string {
  const last = row.days - 1;
  return htmlTable(
    words,
    words.say('peers.tableOf', { name: row.case, regime: row.regime }),
    ['peers.camp', 'peers.recordEnd', 'peers.meanEnd', 'peers.bandEnd', 'peers.held', 'peers.part'],
    row.camps.map(({ name, ard }, c) => {
      const at = c * row.days + last;
      return [
        escapeHtml(shown(name)),
        words.count(row.record[at]!),
        words.count(row.mean[at]!),
        escapeHtml(
          words.say('threat.interval', {
            low: words.count(row.low[at]!),
            high: words.count(row.high[at]!),
          }),
        ),
        words.percent(heldShare(row, c)),
        words.fixed(ard, 3),
      ];
    }),
  );
}

/** Share of all days on which the record of a camp lies in the band. */
function heldShare({ days, record, low, high }: ConflictRow, camp: number): number {
  let held = 0;
  for (let i = camp * days; i < (camp + 1) * days; i++) {
    if (low[i]! - 0.5 <= record[i]! && record[i]! <= high[i]! + 0.5) held += 1;
  }
  return held / days;
}

function datesOf({ start, days }: ConflictRow): string[] {
  const first = Date.parse(`${start}T00:00:00Z`);
  return Array.from({ length: days }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}

const shown = (name: string): string => name.replaceAll('_', ' ');

function swatch(content: string): string {
  return `<svg aria-hidden="true" viewBox="0 0 26 14">${content}</svg>`;
}
