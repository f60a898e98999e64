/** A table that is shown, saved as CSV, and put on a sheet: one value for all three. */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** columns (from 0) whose text exists in English only: marked so in a page of another language */
  readonly englishColumns?: readonly number[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** CSV with a header, CRLF, quotes where needed; a formula stays text. */
export function toCsv(table: ReportTable): string {
  const cell = (value: string | number | null) => {
    if (value === null) return '';
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    const guarded = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  return [table.columns, ...table.rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
}
