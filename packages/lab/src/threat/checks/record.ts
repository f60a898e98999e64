import type { Case } from '@asylia/cases';
import { dayNumber } from '@asylia/cases';

/** Days for which the last count of a running total stands in for a later one. */
const freshDays = 10;

/** First day on which home was safe anywhere, as a day number; null where it never was. */
export function safeFrom(source: Case): number | null {
  const days = source.tables.return.flatMap((row) =>
    row.safe_from === null ? [] : [dayNumber(row.safe_from)],
  );
  return days.length > 0 ? Math.min(...days) : null;
}

export interface RunningTotal {
  readonly value: number;
  readonly date: string;
  /** False where later counts before the day are lacking: the total can only have grown. */
  readonly isFresh: boolean;
}

/** The last comparable count of a running total up to a day; null where there is none. */
export function totalBy(
  source: Case,
  measure: string,
  place: string,
  untilDay: number,
): RunningTotal | null {
  const rows = source.tables.record
    .filter(
      (row) =>
        row.measure === measure &&
        row.place === place &&
        row.comparable === 'yes' &&
        dayNumber(row.date) <= untilDay,
    )
    .sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
  const last = rows.at(-1);
  if (!last) return null;
  return {
    value: last.value,
    date: last.date,
    isFresh: untilDay - dayNumber(last.date) <= freshDays,
  };
}

/** Most displaced persons at once in the record; null where none were counted. */
export function mostDisplaced(source: Case, place: string): number | null {
  const values = source.tables.record.flatMap((row) =>
    row.measure === 'stock' && row.place === place && row.comparable === 'yes' ? [row.value] : [],
  );
  return values.length > 0 ? Math.max(...values) : null;
}
