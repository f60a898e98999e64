import type { Band, Check, RunSummary } from '@asylia/lab';
import type { Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
import { assumptionName, unitName } from '../languages/nameOf.ts';
import { column, columns, tableOf } from './columns.ts';
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
  return tableOf(words, { id: 'gaps', title: 'gaps', englishColumns: [9] }, summary.gaps, [
    ['place', (row) => names.get(row.place) ?? row.place],
    [
      'line',
      (row) => (row.known ? words.named('line', row.line, row.line) : words.say('gaps.unknown')),
    ],
    [
      'standard',
      (row) => (row.known ? `${words.plain(row.standard)} ${unitName(words, row.unit)}` : ''),
    ],
    ['firstShort10', (row) => (row.known ? date(row.firstDay.q10) : '')],
    ['firstShort50', (row) => (row.known ? date(row.firstDay.q50) : '')],
    ['firstShort90', (row) => (row.known ? date(row.firstDay.q90) : '')],
    [
      'worstCoverage',
      (row) => (row.worstCoverage.q50 === null ? '' : words.percent(row.worstCoverage.q50)),
    ],
    'prepareFor',
    ['peak', (row) => summary.dates[row.peakDay]!],
    'source',
  ]);
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
  return tableOf(
    words,
    { id: 'validation', title: 'validation', englishColumns: [0, 6, 8] },
    summary.checks,
    [
      ['check', (row) => row.title],
      ['window', (row) => (row.window === 'fit' ? words.say('fit') : words.say('holdout'))],
      [
        'record',
        (row) =>
          row.items.length > 1 && row.errorKind === 'relative'
            ? words.listed(
                row.items.map((i) =>
                  words.say('pair', { name: i.label, value: words.figure(i.record) }),
                ),
              )
            : words.figure(row.record),
      ],
      [
        'model',
        (row) =>
          row.items.length > 1 && row.errorKind === 'relative'
            ? words.listed(row.items.map((i) => words.figure(i.model)))
            : words.figure(row.model),
      ],
      [
        'band90',
        (row) =>
          row.items.length > 1 && row.errorKind === 'relative'
            ? words.listed(row.items.map((one) => interval(words, one)))
            : interval(words, row),
      ],
      ['error', (row) => error(row)],
      ['naive', (row) => naive(row)],
      ['result', (row) => (row.pass ? words.say('holds') : words.say('misses'))],
      ['remarks', (row) => `${row.rule}. ${row.explanation}`.trim()],
    ],
  );
}

function interval(
  words: Words,
  { low90, high90 }: { readonly low90: number; readonly high90: number },
): string {
  return words.say('threat.interval', { low: words.figure(low90), high: words.figure(high90) });
}

export function ledgerTable(words: Words, summary: RunSummary): ReportTable {
  return tableOf(
    words,
    { id: 'assumptions', title: 'ledger', englishColumns: [4, 6, 7] },
    summary.ledger,
    [
      ['assumption', (row) => assumptionName(words, row.id, row.title)],
      'value',
      ['unit', (row) => unitName(words, row.unit)],
      'default',
      ['varied', (row) => row.prior],
      ['mark', (row) => (row.calibrated ? words.say('mark.fitted') : markName(words, row.mark))],
      [
        'source',
        (row) =>
          row.disputedBy
            ? words.say('ledger.disputed', { source: row.source, by: row.disputedBy })
            : row.source,
      ],
      ['name', (row) => row.id],
    ],
  );
}

/** How well an assumption is known: measured here, published elsewhere, assumed by us. */
export function markName(words: Words, mark: string): string {
  return words.named('mark', mark, mark);
}

export function calibrationTable(
  words: Words,
  summary: Pick<RunSummary, 'calibration'>,
): ReportTable {
  return tableOf(
    words,
    { id: 'calibration', title: 'calibration', englishColumns: [0, 6, 7, 8] },
    summary.calibration,
    [
      'target',
      'value',
      'start',
      'low',
      'high',
      ['sdOfLn', (row) => row.spreadLog],
      ['why', (row) => row.note],
      'window',
      'optimiser',
      'seed',
    ],
  );
}

export function sourceTable(words: Words, summary: Pick<RunSummary, 'sources'>): ReportTable {
  return tableOf(
    words,
    { id: 'sources', title: 'sources', englishColumns: [0, 1, 2, 4, 5, 6] },
    summary.sources,
    ['id', 'title', 'publisher', 'date', ['where', (row) => row.locator], 'licence', 'terms'],
  );
}

export function incidentTable(words: Words, summary: Pick<RunSummary, 'incidents'>): ReportTable {
  return tableOf(
    words,
    { id: 'incidents', title: 'incidents', englishColumns: [1, 3, 5] },
    summary.incidents,
    [
      'date',
      'place',
      ['country', (row) => words.named('country', row.country, row.country)],
      ['whatHappened', (row) => row.description],
      ['flag', (row) => words.named('flag', row.flag, row.flag)],
      'source',
    ],
  );
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
