import type { Band, Check, RunSummary } from '@asylia/study';
import type { ReportTable } from '../export/table.ts';
import { say } from '../messages.ts';
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
export function bandTable(summary: RunSummary, series: string, title: string): ReportTable {
  const band = summary.bands[series]!;
  const record = new Map(recordOf(summary, series).map((p) => [p.day, p]));
  return {
    id: series.replace(/[^A-Za-z0-9.]+/g, '-'),
    title: `${title} (${band.unit})`,
    columns: [
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
    ],
    rows: tableDays(summary, series).map((day) => {
      const point = record.get(day);
      return [
        summary.dates[day]!,
        ...(['expected', 'q05', 'q25', 'q50', 'q75', 'q95'] as const).map((q) => band[q][day]!),
        point?.value ?? null,
        point ? (point.comparable ? point.window : 'not scored') : '',
        point?.flag ?? '',
        point?.source ?? '',
        point?.note ?? '',
      ];
    }),
  };
}

/** Several bands side by side, medians, weekly. */
export function medianTable(
  summary: RunSummary,
  id: string,
  title: string,
  columns: readonly { readonly name: string; readonly band: Band }[],
): ReportTable {
  const days = Array.from({ length: Math.ceil(summary.case.days / 7) }, (_, i) => i * 7);
  return {
    id,
    title,
    columns: [
      'date',
      ...columns.flatMap(({ name }) => [`${name}, median`, `${name}, q05`, `${name}, q95`]),
    ],
    rows: days.map((day) => [
      summary.dates[day]!,
      ...columns.flatMap(({ band }) => [band.q50[day]!, band.q05[day]!, band.q95[day]!]),
    ]),
  };
}

export function gapTable(context: Context): ReportTable {
  const { summary, names } = context;
  const date = (day: number | null) => (day === null ? 'never' : summary.dates[Math.round(day)]!);
  return {
    id: 'gaps',
    title: say('gaps'),
    columns: [
      'place',
      'line',
      'standard',
      'first short (1 in 10 worlds)',
      'first short (median)',
      'first short (9 in 10)',
      'worst coverage (median)',
      'prepare for',
      'peak',
      'source',
    ],
    rows: summary.gaps.map((gap) => [
      names.get(gap.place) ?? gap.place,
      gap.known ? gap.line : say('gaps.unknown'),
      gap.known ? `${gap.standard} ${gap.unit}` : '',
      gap.known ? date(gap.firstDay.q10) : '',
      gap.known ? date(gap.firstDay.q50) : '',
      gap.known ? date(gap.firstDay.q90) : '',
      gap.worstCoverage.q50 === null ? '' : `${Math.round(100 * gap.worstCoverage.q50)} %`,
      gap.prepareFor,
      summary.dates[gap.peakDay]!,
      gap.source,
    ]),
  };
}

export function checkTable(summary: Pick<RunSummary, 'checks'>): ReportTable {
  const error = (check: Check) =>
    check.errorKind === 'relative'
      ? `${(100 * check.error).toFixed(1)} %`
      : Math.round(check.error);
  const naive = (check: Check) =>
    Object.entries(check.baselines)
      .map(([name, value]) =>
        check.errorKind === 'relative'
          ? `${name} ${(100 * value).toFixed(0)} %`
          : `${name} ${Math.round(value)}`,
      )
      .join('; ');
  return {
    id: 'validation',
    title: say('validation'),
    columns: [
      'check',
      'window',
      'record',
      'model',
      '90 %',
      'error',
      'naive predictors',
      'result',
      'rule and remarks',
    ],
    rows: summary.checks.map((check) => [
      check.title,
      check.window === 'fit' ? say('fit') : say('holdout'),
      check.items.length > 1 && check.errorKind === 'relative'
        ? check.items.map((i) => `${i.label}: ${tidy(i.record)}`).join('; ')
        : tidy(check.record),
      check.items.length > 1 && check.errorKind === 'relative'
        ? check.items.map((i) => tidy(i.model)).join('; ')
        : tidy(check.model),
      check.items.length > 1 && check.errorKind === 'relative'
        ? check.items.map((i) => `${tidy(i.low90)} to ${tidy(i.high90)}`).join('; ')
        : `${tidy(check.low90)} to ${tidy(check.high90)}`,
      error(check),
      naive(check),
      check.pass ? say('holds') : say('misses'),
      `${check.rule}. ${check.explanation}`.trim(),
    ]),
  };
}

function tidy(x: number): string {
  if (!Number.isFinite(x)) return '-';
  if (Math.abs(x) < 10) return String(Number(x.toPrecision(3)));
  return String(Math.round(x)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

export function ledgerTable(summary: RunSummary): ReportTable {
  return {
    id: 'assumptions',
    title: say('ledger'),
    columns: ['assumption', 'value', 'unit', 'default', 'varied', 'mark', 'source', 'name'],
    rows: summary.ledger.map((row) => [
      row.title,
      row.value,
      row.unit,
      row.default,
      row.prior,
      row.calibrated ? 'measured (fitted)' : row.mark,
      row.disputedBy ? `${row.source}; disputed by ${row.disputedBy}` : row.source,
      row.id,
    ]),
  };
}

export function calibrationTable(summary: Pick<RunSummary, 'calibration'>): ReportTable {
  return {
    id: 'calibration',
    title: say('calibration'),
    columns: [
      'target',
      'value',
      'start',
      'low',
      'high',
      'sd of ln',
      'why',
      'window',
      'optimiser',
      'seed',
    ],
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

export function sourceTable(summary: Pick<RunSummary, 'sources'>): ReportTable {
  return {
    id: 'sources',
    title: say('sources'),
    columns: ['id', 'title', 'publisher', 'date', 'where', 'licence', 'terms'],
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

export function incidentTable(summary: Pick<RunSummary, 'incidents'>): ReportTable {
  return {
    id: 'incidents',
    title: say('incidents'),
    columns: ['date', 'place', 'country', 'what happened', 'flag', 'source'],
    rows: summary.incidents.map((i) => [
      i.date,
      i.place,
      i.country,
      i.description,
      i.flag,
      i.source,
    ]),
  };
}

/** All tables of a run, for CSV files and sheets: every curve with a record, and the lists. */
export function reportTables(summary: RunSummary): ReportTable[] {
  const context = contextOf(summary);
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
    ...curves.map((name) => bandTable(summary, name, name)),
    gapTable(context),
    checkTable(summary),
    ledgerTable(summary),
    calibrationTable(summary),
    sourceTable(summary),
    incidentTable(summary),
  ];
}
