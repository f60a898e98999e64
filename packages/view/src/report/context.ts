import type { Band, BandedFigure, RecordPoint, RunSummary } from '@asylia/lab';
import type { ReportTable } from '../export/table.ts';
import { escapeHtml } from '../html.ts';
import { inEnglish, named } from '../languages/nameOf.ts';
import { count, figure, listed, longDate, say } from '../now.ts';

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

export function contextOf(summary: RunSummary): Context {
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
      summary.countries.map(({ id, name }) => [id, named('country', id, name)]),
    ),
    hosts,
    fitUntilDay:
      fitted.length > 0 ? fitted.reduce((last, p) => Math.max(last, p.day), fitted[0]!.day) : null,
  };
}

/** Median with its 90 % band, as words. */
export function withBand({ median, low90, high90 }: Omit<BandedFigure, 'day'>) {
  return { median: count(median), low: count(low90), high: count(high90) };
}

/** Day on which the median is highest. */
export function peakDay(band: Band): number {
  return band.q50.reduce((best, value, day) => (value > band.q50[best]! ? day : best), 0);
}

export function recordOf(summary: RunSummary, series: string): RecordPoint[] {
  return summary.record.filter((point) => point.series === series);
}

export function dateOf(context: Context, day: number): string {
  return longDate(context.summary.dates[day]!);
}

/** What a figure says of where it comes from. */
export interface Origin {
  readonly summary: Pick<RunSummary, 'run' | 'version' | 'sources'>;
}

/** Titles of the sources behind some record points, shortened. */
export function sourceNames(context: Origin, ids: readonly string[]): string {
  const titles = new Map(context.summary.sources.map((source) => [source.id, source.title]));
  const known = [...new Set(ids)].map((id) => titles.get(id) ?? id);
  return known.length > 3
    ? say('sources.more', { list: listed(known.slice(0, 3)), n: known.length - 3 })
    : listed(known);
}

/** A figure with title, picture, source line and the table behind it. */
export function figureBlock(
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
  const source = say('sourceLine', {
    version: summary.version,
    run: summary.run,
    sources: sourceNames(context, input.sources) || say('sources.none'),
  });
  const id = escapeHtml(input.id);
  return `<figure id="${id}"><figcaption><h3>${escapeHtml(input.title)}</h3></figcaption>${input.picture}${input.summary ? `<p class="note">${escapeHtml(input.summary)}</p>` : ''}<p class="source">${escapeHtml(source)}</p><p class="buttons"><button type="button" data-save="svg" data-for="${id}" aria-label="${say('save.svg')}: ${escapeHtml(input.title)}">${say('save.svg')}</button><button type="button" data-save="png" data-for="${id}" aria-label="${say('save.png')}: ${escapeHtml(input.title)}">${say('save.png')}</button></p>${tableBlock(input.table)}</figure>`;
}

/** A table in a fold, with buttons to take it away. */
export function tableBlock(table: ReportTable, open = false): string {
  const id = `table-${escapeHtml(table.id)}`;
  return `<details${open ? ' open' : ''}><summary aria-label="${say('table')}: ${escapeHtml(table.title)}">${say('table')}</summary><p class="buttons"><button type="button" data-save="csv" data-for="${id}" aria-label="${say('save.csv')}: ${escapeHtml(table.title)}">${say('save.csv')}</button><button type="button" data-save="xlsx" data-for="${id}" aria-label="${say('save.xlsx')}: ${escapeHtml(table.title)}">${say('save.xlsx')}</button></p><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(table.title)}"><table id="${id}"><caption>${escapeHtml(table.title)}</caption><thead><tr>${table.columns.map((c) => `<th scope="col">${escapeHtml(c)}</th>`).join('')}</tr></thead><tbody>${table.rows.map((row) => `<tr>${row.map((value, column) => cellHtml(value, column, table)).join('')}</tr>`).join('')}</tbody></table></div></details>`;
}

function cellHtml(value: string | number | null, column: number, table: ReportTable): string {
  const isNumber = typeof value === 'number';
  const isEnglish = table.englishColumns?.includes(column) ?? false;
  const text = isNumber
    ? figure(value)
    : isEnglish
      ? inEnglish(value ?? '')
      : escapeHtml(value ?? '');
  const raw = isNumber && Number.isFinite(value) ? ` data-value="${value}" class="n"` : '';
  return column === 0 ? `<th scope="row"${raw}>${text}</th>` : `<td${raw}>${text}</td>`;
}
