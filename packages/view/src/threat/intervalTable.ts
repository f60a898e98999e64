import type { ThreatSummary } from '@asylia/lab';
import type { Interval } from '@asylia/security';
import { codeOf } from '@asylia/security';
import type { Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
import type { ColumnId } from '../report/columns.ts';
import { column, columns } from '../report/columns.ts';

/** Intervals of levels, and of what each source does alone and but for it, with their errors. */
export function intervalTable(
  words: Words,
  { levels, cells, worlds, outcomes }: ThreatSummary,
): ReportTable {
  const outcome = new Map(outcomes.map((one) => [one.id, one]));
  const rows: ReportTable['rows'][number][] = [];
  const put = (
    { theory, outcome: id }: { readonly theory: string; readonly outcome: string },
    of: ColumnId,
    factor: string,
    interval: Interval | null,
  ) => {
    if (!interval) return;
    const { object, unit } = outcome.get(id)!;
    const { low90, lowError, high90, highError } = interval;
    rows.push([
      theory,
      object,
      codeOf(id),
      unit,
      column(words, of),
      codeOf(factor),
      low90,
      lowError,
      high90,
      highError,
      worlds,
    ]);
  };
  for (const level of levels) {
    put(level, 'baseline', '', level.baselineInterval);
    put(level, 'without', '', level.withoutInterval);
  }
  for (const cell of cells) {
    // Alone is only in this frame; but for is the same in all.
    if (cell.frame !== 'all') continue;
    put(cell, 'firstIn', cell.factor, cell.firstInInterval);
    put(cell, 'lastIn', cell.factor, cell.lastInInterval);
  }
  return {
    id: 'intervals',
    title: words.say('table.intervals'),
    columns: columns(
      words,
      'theory',
      'object',
      'outcome',
      'unit',
      'intervalOf',
      'factor',
      'low90',
      'lowError',
      'high90',
      'highError',
      'worlds',
    ),
    rows,
  };
}
