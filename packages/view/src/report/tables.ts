import type { Band, Check, RunSummary } from '@asylia/lab';
import type { Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
import { assumptionName, unitName } from '../languages/nameOf.ts';
import { column, columns } from './columns.ts';
import type { Context } from './context.ts';
import { contextOf, recordOf } from './context.ts';

/** Days of a table: every seventh, the last, and the days of the record. */
function tableDays(summary: RunSummary, series: string): number[] {
  const days = new Set<number>();
  for (let day = 0; day < summary.case.days; day += 7) days.add(day);
  days.add(summary.case.days - 1);
  for (const point of recordOf(summary, series)) {
    if (point.day >= 0 && point.day < summary.case.days) days.add(point.day);
  }
  return [...days].sort((a, b) => a - b);
}

/** A band beside its record, by day. */
export function bandTable(
  words: Words,
  summary: RunSummary,
  series: string,
  title: string,
): ReportTable {
  const band = summary.bands[series]!;
  const record = new Map(recordOf(summary, series).map((p) => [p.day, p]));
  return {
    id: series.replace(/[^A-Za-z0-9.]+/g, '-'),
    title: `${title} (${unitName(words, band.unit)})`,
    englishColumns: [10, 11],
    columns: columns(
      words,
      'date',
      'expected',
      'q05',
      'q25',
      'median',
      'q75',
      'q95',
      'record',
      'window',
      'flag',
      'source',
      'note',
    ),
    rows: tableDays(summary, series).map((day) => {
      const point = record.get(day);
      return [
        summary.dates[day]!,
        ...(['expected', 'q05', 'q25', 'q50', 'q75', 'q95'] as const).map((q) => band[q][day]!),
        point?.value ?? null,
        point
          ? point.comparable
            ? words.say(`window.${point.window}`)
            : words.say('window.notScored')
          : '',
        point ? words.named('flag', point.flag, point.flag) : '',
        point?.source ?? '',
        point?.note ?? '',
      ];
    }),
  };
}

/** Several bands side by side, medians, weekly. */
export function medianTable(
  words: Words,
  summary: RunSummary,
  id: string,
  title: string,
  curves: readonly { readonly name: string; readonly band: Band }[],
): ReportTable {
  const days = Array.from({ length: Math.ceil(summary.case.days / 7) }, (_, i) => i * 7);
  return {
    id,
    title,
    columns: [
      column(words, 'date'),
      ...curves.flatMap(({ name }) =>
        (['median', 'q05', 'q95'] as const).map((what) =>
          words.say('column.ofName', { name, what: column(words, what) }),
        ),
      ),
    ],
    rows: days.map((day) => [
      summary.dates[day]!,
      ...curves.flatMap(({ band }) => [band.q50[day]!, band.q05[day]!, band.q95[day]!]),
    ]),
  };
}

export function gapTable(words: Words, context: Context): ReportTable {
  const { summary, names } = context;
  const date = (day: number | null) =>
    day === null ? words.say('never') : summary.dates[Math.round(day)]!;
  return {
    id: 'gaps',
    title: words.say('gaps'),
    englishColumns: [9],
    columns: columns(
      words,
      'place',
      'line',
      'standard',
      'firstShort10',
      'firstShort50',
      'firstShort90',
      'worstCoverage',
      'prepareFor',
      'peak',
      'source',
    ),
    rows: summary.gaps.map((gap) => [
      names.get(gap.place) ?? gap.place,
      gap.known ? words.named('line', gap.line, gap.line) : words.say('gaps.unknown'),
      gap.known ? `${words.plain(gap.standard)} ${unitName(words, gap.unit)}` : '',
      gap.known ? date(gap.firstDay.q10) : '',
      gap.known ? date(gap.firstDay.q50) : '',
      gap.known ? date(gap.firstDay.q90) : '',
      gap.worstCoverage.q50 === null ? '' : words.percent(gap.worstCoverage.q50),
      gap.prepareFor,
      summary.dates[gap.peakDay]!,
      gap.source,
    ]),
  };
}

export function checkTable(words: Words, summary: Pick<RunSummary, 'checks'>): ReportTable {
  const error = (check: Check) =>
    check.errorKind === 'relative' ? words.percent(check.error, 1) : Math.round(check.error);
  const naive = (check: Check) =>
    Object.entries(check.baselines)
      .map(([name, value]) =>
        check.errorKind === 'relative'
          ? `${name} ${words.percent(value)}`
          : `${name} ${words.plain(Math.round(value))}`,
      )
      .join('; ');
  return {
    id: 'validation',
    title: words.say('validation'),
    englishColumns: [0, 6, 8],
    columns: columns(
      words,
      'check',
      'window',
      'record',
      'model',
      'band90',
      'error',
      'naive',
      'result',
      'remarks',
    ),
    rows: summary.checks.map((check) => [
      check.title,
      check.window === 'fit' ? words.say('fit') : words.say('holdout'),
      check.items.length > 1 && check.errorKind === 'relative'
        ? words.listed(
            check.items.map((i) =>
              words.say('pair', { name: i.label, value: words.figure(i.record) }),
            ),
          )
        : words.figure(check.record),
      check.items.length > 1 && check.errorKind === 'relative'
        ? words.listed(check.items.map((i) => words.figure(i.model)))
        : words.figure(check.model),
      check.items.length > 1 && check.errorKind === 'relative'
        ? words.listed(check.items.map((one) => interval(words, one)))
        : interval(words, check),
      error(check),
      naive(check),
      check.pass ? words.say('holds') : words.say('misses'),
      `${check.rule}. ${check.explanation}`.trim(),
    ]),
  };
}

function interval(
  words: Words,
  { low90, high90 }: { readonly low90: number; readonly high90: number },
): string {
  return words.say('threat.interval', { low: words.figure(low90), high: words.figure(high90) });
}

export function ledgerTable(words: Words, summary: RunSummary): ReportTable {
  return {
    id: 'assumptions',
    title: words.say('ledger'),
    englishColumns: [4, 6, 7],
    columns: columns(
      words,
      'assumption',
      'value',
      'unit',
      'default',
      'varied',
      'mark',
      'source',
      'name',
    ),
    rows: summary.ledger.map((row) => [
      assumptionName(words, row.id, row.title),
      row.value,
      unitName(words, row.unit),
      row.default,
      row.prior,
      row.calibrated ? words.say('mark.fitted') : markName(words, row.mark),
      row.disputedBy
        ? words.say('ledger.disputed', { source: row.source, by: row.disputedBy })
        : row.source,
      row.id,
    ]),
  };
}

/** How well an assumption is known: measured here, published elsewhere, assumed by us. */
export function markName(words: Words, mark: string): string {
  return words.named('mark', mark, mark);
}

export function calibrationTable(
  words: Words,
  summary: Pick<RunSummary, 'calibration'>,
): ReportTable {
  return {
    id: 'calibration',
    title: words.say('calibration'),
    englishColumns: [0, 6, 7, 8],
    columns: columns(
      words,
      'target',
      'value',
      'start',
      'low',
      'high',
      'sdOfLn',
      'why',
      'window',
      'optimiser',
      'seed',
    ),
    rows: summary.calibration.map((row) => [
      row.target,
      row.value,
      row.start,
      row.low,
      row.high,
      row.spreadLog,
      row.note,
      row.window,
      row.optimiser,
      row.seed,
    ]),
  };
}

export function sourceTable(words: Words, summary: Pick<RunSummary, 'sources'>): ReportTable {
  return {
    id: 'sources',
    title: words.say('sources'),
    englishColumns: [0, 1, 2, 4, 5, 6],
    columns: columns(words, 'id', 'title', 'publisher', 'date', 'where', 'licence', 'terms'),
    rows: summary.sources.map((s) => [
      s.id,
      s.title,
      s.publisher,
      s.date,
      s.locator,
      s.licence,
      s.terms,
    ]),
  };
}

export function incidentTable(words: Words, summary: Pick<RunSummary, 'incidents'>): ReportTable {
  return {
    id: 'incidents',
    title: words.say('incidents'),
    englishColumns: [1, 3, 5],
    columns: columns(words, 'date', 'place', 'country', 'whatHappened', 'flag', 'source'),
    rows: summary.incidents.map((i) => [
      i.date,
      i.place,
      words.named('country', i.country, i.country),
      i.description,
      words.named('flag', i.flag, i.flag),
      i.source,
    ]),
  };
}

/** All tables of a run, for CSV files and sheets: every curve with a record, and the lists. */
export function reportTables(words: Words, summary: RunSummary): ReportTable[] {
  const context = contextOf(words, summary);
  const curves = [
    ...new Set([
      ...['stock', ...context.hosts.map((id) => `stock.${id}`)],
      ...['evacuated_cum', 'returned_cum', 'second_wave_cum', 'outflow_cum', 'idp_stock'],
      ...[
        'refugees.lostProtection',
        'refugees.crossedFrontier',
        'refugees.grantedStatus',
        'refugees.convention',
      ],
      ...summary.record.map((p) => p.series),
    ]),
  ].filter((name) => summary.bands[name]);
  return [
    ...curves.map((name) => bandTable(words, summary, name, name)),
    gapTable(words, context),
    checkTable(words, summary),
    ledgerTable(words, summary),
    calibrationTable(words, summary),
    sourceTable(words, summary),
    incidentTable(words, summary),
  ];
}
