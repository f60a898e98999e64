import { groupBy } from '@asylia/cases';
import type { RecordPoint } from '@asylia/lab';
import type { ReportTable } from '@asylia/view';
import type { Opened } from '../../engine/protocol.ts';
import type { Texts } from '../../texts.ts';
import type { Recorded } from './recorded.ts';
import type { SeriesCurves } from './useSeriesWords.ts';

const quantiles = ['q05', 'q25', 'q50', 'q75', 'q95'] as const;

/** The curves of a series beside its record: weekly, on the days of the record, and on the last. */
export function curvesTable(
  texts: Texts,
  { series, title, dates, expected, baseline, band }: SeriesCurves,
): ReportTable {
  const { say, named } = texts;
  const own = groupBy(series.points, (point) => point.day);
  const days = dates.flatMap((_, day) =>
    day % 7 === 0 || day === dates.length - 1 || own.has(day) ? [day] : [],
  );
  const rounded = (x: number | undefined) =>
    x === undefined ? null : Math.abs(x) >= 10 ? Math.round(x) : x;
  return {
    id: `record-${fileId(series)}`,
    title,
    columns: [
      say('column.date'),
      say('column.expected'),
      ...(baseline ? [say('threat.head.baseline'), say('record.col.difference')] : []),
      ...(band ? quantiles.map((q) => say(`record.col.${q}`)) : []),
      say('column.record'),
      say('record.col.use'),
      say('column.flag'),
    ],
    rows: days.flatMap((day) =>
      (own.get(day) ?? [null]).map((point) => [
        dates[day]!,
        rounded(expected?.[day]),
        ...(baseline
          ? [
              rounded(baseline[day]),
              rounded(expected ? expected[day]! - baseline[day]! : undefined),
            ]
          : []),
        ...(band ? quantiles.map((q) => rounded(band[q][day])) : []),
        point?.value ?? null,
        point ? windowOf(texts, point) : '',
        point ? named('flag', point.flag, point.flag) : '',
      ]),
    ),
  };
}

/** Every figure with its flag, its source and what is to be known of it. */
export function sourcesTable(
  texts: Texts,
  { case: source }: Opened,
  series: Recorded,
  title: string,
): ReportTable {
  const { say, named } = texts;
  const titles = new Map(source.tables.sources.map((row) => [row.id, row]));
  return {
    id: `record-sources-${fileId(series)}`,
    title: say('record.sources.of', { series: title }),
    englishColumns: [6, 7],
    columns: [
      say('column.date'),
      say('column.record'),
      say('column.low'),
      say('column.high'),
      say('record.col.use'),
      say('column.flag'),
      say('column.source'),
      say('column.note'),
    ],
    rows: series.points.map((point) => {
      const row = titles.get(point.source);
      return [
        point.date,
        point.value,
        point.low,
        point.high,
        windowOf(texts, point),
        named('flag', point.flag, point.flag),
        row ? `${row.title}, ${row.publisher}, ${row.date}` : point.source,
        point.note,
      ];
    }),
  };
}

/** The first sources by name, and how many more there are. */
export function sourceLine(
  { say }: Texts,
  { case: source }: Opened,
  points: readonly RecordPoint[],
): string {
  const titles = new Map(source.tables.sources.map((row) => [row.id, row.title]));
  const ids = [...new Set(points.map((point) => point.source))];
  const shown = ids.slice(0, 3).map((id) => titles.get(id) ?? id);
  const more = ids.length - shown.length;
  // In English with its own punctuation, whatever the language of the page.
  return say('record.sourceLine', { sources: shown.join('; '), more, n: String(more) });
}

const windowOf = ({ say }: Texts, point: RecordPoint) =>
  say(point.comparable ? `record.window.${point.window}` : 'window.notScored');

const fileId = (series: Recorded) => series.id.replace(/[^A-Za-z0-9.]+/g, '-');
