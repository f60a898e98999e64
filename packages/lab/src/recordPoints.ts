import type { Case } from '@asylia/cases';
import { dayNumber } from '@asylia/cases';
import { dayOfRow, seriesOfRow, windowOf } from './observe.ts';
import type { RecordPoint } from './summary.ts';

/** The record of a case, each figure beside the curve and on the day that it speaks of. */
export function recordPoints(source: Case): RecordPoint[] {
  const setting = { firstDay: dayNumber(source.start), lagDays: source.recordLagDays };
  return source.tables.record.map((row) => ({
    series: seriesOfRow(row),
    date: row.date,
    day: dayOfRow(row, setting),
    value: row.value,
    low: row.low,
    high: row.high,
    window: windowOf(source, row),
    flag: row.flag,
    source: row.source,
    note: row.note,
    comparable: row.comparable === 'yes',
  }));
}
