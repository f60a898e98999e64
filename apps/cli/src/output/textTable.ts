import type { ReportTable } from '@asylia/view';
import { number } from './words.ts';

/** A table for the terminal: columns as wide as they need, numbers to the right. */
export function textTable(table: ReportTable): string {
  const text = (value: string | number | null) => {
    if (value === null) return '-';
    return typeof value === 'number' ? number(value) : value;
  };
  const lines = [table.columns, ...table.rows.map((row) => row.map(text))];
  const isNumber = table.columns.map((_, c) =>
    table.rows.every((row) => row[c] === null || typeof row[c] === 'number'),
  );
  const widths = table.columns.map((_, c) => Math.max(...lines.map((line) => line[c]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, c) => (isNumber[c] ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
