import type { ForecastRow } from '@asylia/destinations';
import type { ConflictRow } from '@asylia/peers';
import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { style } from '../report/style.ts';
import { campCharts } from './campCharts.ts';
import { htmlTable } from './htmlTable.ts';

/** Pixels of a bar for an averaged relative difference of 2. */
const barWidth = 80;

/** The comparison of conflicts with the nearest peer as one page: no network, no script. */
export function renderPeers(
  words: Words,
  rows: readonly ConflictRow[],
  forecasts: readonly ForecastRow[],
): string {
  const cases = [...new Set(rows.map((row) => row.case))];
  const title = words.say('peers.title', { count: cases.length });
  return `<!doctype html>
<html lang="${words.language.id}" dir="${words.language.dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(title)}</title><style>${style}.single{max-width:64rem;margin:0 auto;padding:1.5rem 1rem}.single table{width:100%}.grids .tick{font-size:18px}.grids figure{margin:.4rem 0}.record{fill:none;stroke:var(--red);stroke-width:5;stroke-linecap:round;stroke-dasharray:.1 9}h4{margin:0;font-size:.95rem}</style></head>
<body><main class="single">
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(words.say('peers.intro'))}</p>
<p>${escapeHtml(words.say('peers.regimes'))}</p>
${cases
  .map((name) =>
    section(
      words,
      rows.filter((row) => row.case === name),
    ),
  )
  .join('\n')}
${forecastSection(words, forecasts)}
</main></body></html>
`;
}

function section(words: Words, rows: readonly ConflictRow[]): string {
  const first = rows[0]!;
  const blind = rows.find((row) => row.regime === 'blind') ?? first;
  const leak = first.leak;
  const said =
    leak.length > 0
      ? words.say('peers.leak', {
          leaks: leak.length,
          camps: first.camps.length,
          names: words.listed(
            leak.map((one) => one.camp),
            'items',
          ),
        })
      : words.say('peers.noLeak');
  const head = words.say('peers.case', {
    name: first.case,
    ours: words.fixed(blind.ard, 2),
    naive: words.fixed(bestOf(blind).ard, 2),
  });
  const facts = words.say('peers.facts', {
    days: first.days,
    camps: first.camps.length,
    people: words.count(first.people),
  });
  return `<section aria-labelledby="${escapeHtml(first.case)}"><h2 id="${escapeHtml(first.case)}">${escapeHtml(head)}</h2>
<p>${escapeHtml(facts)} ${escapeHtml(said)}</p>
${htmlTable(
  words,
  head,
  ['peers.row', 'peers.ard', 'peers.crps', 'peers.coverage', 'peers.naive', 'peers.result'],
  rows.map((row) => {
    const naive = bestOf(row);
    return [
      escapeHtml(row.regime),
      `${words.fixed(row.ard, 3)} ${bar(row.ard)}`,
      words.fixed(row.crps, 3),
      words.percent(row.coverage90),
      `${escapeHtml(naive.name)} ${words.fixed(naive.ard, 3)}`,
      escapeHtml(words.say(row.ard < naive.ard ? 'peers.better' : 'peers.worse')),
    ];
  }),
)}
<h3>${escapeHtml(words.say('peers.byCamp'))}</h3>
${rows.map((row) => campCharts(words, row, row === blind)).join('\n')}</section>`;
}

function bestOf(row: ConflictRow): { name: string; ard: number } {
  return Object.entries(row.baselines)
    .map(([name, ard]) => ({ name, ard }))
    .reduce((best, one) => (one.ard < best.ard ? one : best));
}

function bar(ard: number): string {
  const width = Math.round(Math.min(1, ard / 2) * barWidth);
  return `<svg aria-hidden="true" class="bar" width="${barWidth}" height="10" viewBox="0 0 ${barWidth} 10"><rect width="${width}" height="10" fill="currentColor" opacity="0.55"/></svg>`;
}

function forecastSection(words: Words, rows: readonly ForecastRow[]): string {
  if (rows.length === 0) return '';
  return `<section aria-labelledby="forecasts"><h2 id="forecasts">${escapeHtml(words.say('peers.forecasts'))}</h2>
<p>${escapeHtml(words.say('peers.forecastsIntro'))}</p>
${htmlTable(
  words,
  words.say('peers.forecasts'),
  [
    'peers.row',
    'peers.horizon',
    'peers.error',
    'peers.persistence',
    'peers.trend',
    'peers.coverage',
  ],
  rows.map((row) => [
    escapeHtml(row.case),
    String(row.horizon),
    words.percent(row.error, 1),
    words.percent(row.persistence, 1),
    words.percent(row.trend, 1),
    words.percent(row.coverage90),
  ]),
)}</section>`;
}
