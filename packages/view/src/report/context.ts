import type { Band, BandedFigure, RecordPoint, RunSummary } from '@asylia/lab';
import type { Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
import { escapeHtml } from '../html.ts';
import { inEnglish } from '../languages/nameOf.ts';

/** What the sections share. */
export interface Context {
  readonly summary: RunSummary;
  readonly names: ReadonlyMap<string, string>;
  readonly countryNames: ReadonlyMap<string, string>;
  /** Countries with towns or camps in the case, most people first. */
  readonly hosts: readonly string[];
  /** Last day of the first fit window. */
  readonly fitUntilDay: number | null;
}

export function contextOf(words: Words, summary: RunSummary): Context {
  const most = (id: string) => Math.max(0, ...(summary.bands[`stock.${id}`]?.q50 ?? [0]));
  const hosts = summary.countries
    .map((country) => country.id)
    .filter((id) => summary.bands[`stock.${id}`])
    .sort((a, b) => most(b) - most(a));
  const fitted = summary.record.filter((p) => p.window === 'fit' && p.series.startsWith('stock'));
  return {
    summary,
    names: new Map(summary.places.map((place) => [place.id, place.name])),
    countryNames: new Map(
      summary.countries.map(({ id, name }) => [id, words.named('country', id, name)]),
    ),
    hosts,
    fitUntilDay:
      fitted.length > 0 ? fitted.reduce((last, p) => Math.max(last, p.day), fitted[0]!.day) : null,
  };
}

/** Median with its 90 % band, as words. */
export function withBand(
  { count }: Pick<Words, 'count'>,
  { median, low90, high90 }: Omit<BandedFigure, 'day'>,
) {
  return { median: count(median), low: count(low90), high: count(high90) };
}

/** Day on which the median is highest. */
export function peakDay(band: Band): number {
  return band.q50.reduce((best, value, day) => (value > band.q50[best]! ? day : best), 0);
}

export function recordOf(summary: RunSummary, series: string): RecordPoint[] {
  return summary.record.filter((point) => point.series === series);
}

export function dateOf(words: Words, context: Context, day: number): string {
  return words.longDate(context.summary.dates[day]!);
}

/** What a figure says of where it comes from. */
export interface Origin {
  readonly summary: Pick<RunSummary, 'run' | 'version' | 'sources'>;
}

/** Titles of the sources behind some record points, shortened. */
export function sourceNames(words: Words, context: Origin, ids: readonly string[]): string {
  const titles = new Map(context.summary.sources.map((source) => [source.id, source.title]));
  const known = [...new Set(ids)].map((id) => titles.get(id) ?? id);
  return known.length > 3
    ? words.say('sources.more', { list: words.listed(known.slice(0, 3)), n: known.length - 3 })
    : words.listed(known);
}

/** A figure with title, picture, source line and the table behind it. */
export function figureBlock(
  words: Words,
  context: Origin,
  input: {
    readonly id: string;
    readonly title: string;
    readonly picture: string;
    readonly sources: readonly string[];
    readonly table: ReportTable;
    readonly summary?: string;
  },
): string {
  const { summary } = context;
  const source = words.say('sourceLine', {
    version: summary.version,
    run: summary.run,
    sources: sourceNames(words, context, input.sources) || words.say('sources.none'),
  });
  const id = escapeHtml(input.id);
  return `<figure id="${id}"><figcaption><h3>${escapeHtml(input.title)}</h3></figcaption>${input.picture}${input.summary ? `<p class="note">${escapeHtml(input.summary)}</p>` : ''}<p class="source">${escapeHtml(source)}</p><p class="buttons"><button type="button" data-save="svg" data-for="${id}" aria-label="${words.say('save.svg')}: ${escapeHtml(input.title)}">${words.say('save.svg')}</button><button type="button" data-save="png" data-for="${id}" aria-label="${words.say('save.png')}: ${escapeHtml(input.title)}">${words.say('save.png')}</button></p>${tableBlock(words, input.table)}</figure>`;
}

/** A table in a fold, with buttons to take it away. */
export function tableBlock(words: Words, table: ReportTable, open = false): string {
  const id = `table-${escapeHtml(table.id)}`;
  return `<details${open ? ' open' : ''}><summary aria-label="${words.say('table')}: ${escapeHtml(table.title)}">${words.say('table')}</summary><p class="buttons"><button type="button" data-save="csv" data-for="${id}" aria-label="${words.say('save.csv')}: ${escapeHtml(table.title)}">${words.say('save.csv')}</button><button type="button" data-save="xlsx" data-for="${id}" aria-label="${words.say('save.xlsx')}: ${escapeHtml(table.title)}">${words.say('save.xlsx')}</button></p><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(table.title)}"><table id="${id}"><caption>${escapeHtml(table.title)}</caption><thead><tr>${table.columns.map((c) => `<th scope="col">${escapeHtml(c)}</th>`).join('')}</tr></thead><tbody>${table.rows.map((row) => `<tr>${row.map((value, column) => cellHtml(words, value, column, table)).join('')}</tr>`).join('')}</tbody></table></div></details>`;
}

function cellHtml(
  words: Words,
  value: string | number | null,
  column: number,
  table: ReportTable,
): string {
  const isNumber = typeof value === 'number';
  const isEnglish = table.englishColumns?.includes(column) ?? false;
  const text = isNumber
    ? words.figure(value)
    : isEnglish
      ? inEnglish(words, value ?? '')
      : escapeHtml(value ?? '');
  const raw = isNumber && Number.isFinite(value) ? ` data-value="${value}" class="n"` : '';
  return column === 0 ? `<th scope="row"${raw}>${text}</th>` : `<td${raw}>${text}</td>`;
}
