import type { Fault, FaultCode } from '@asylia/cases';
import { parse } from 'csv-parse/sync';

/** Reads cells of one file and keeps what is wrong with them. */
export interface Reader {
  readonly file: string;
  readonly faults: Fault[];
}

export interface FleeRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A comma-separated file by position: comments and rows of nothing but commas are left out. */
export function readRows(
  reader: Reader,
  content: Uint8Array | string,
): { readonly header: readonly string[]; readonly rows: readonly FleeRow[] } {
  const text = typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
  if (text.includes('\0')) {
    fault(
      reader,
      'notText',
      null,
      null,
      'text in UTF-8',
      'bytes that are no text',
      'Save the table as CSV.',
    );
    return { header: [], rows: [] };
  }
  const records = simpleRecords(text) ?? quotedRecords(reader, text);
  let header: readonly string[] = [];
  const rows: FleeRow[] = [];
  for (const { line, cells } of records) {
    if (cells.every((cell) => cell === '')) continue;
    if (cells[0]!.startsWith('#')) {
      if (header.length === 0) header = [cells[0]!.slice(1).trim(), ...cells.slice(1)];
      continue;
    }
    rows.push({ line, cells });
  }
  return { header, rows };
}

/** Text without a quotation mark needs no parser; null where it has one, or old line ends. */
export function simpleRecords(text: string): FleeRow[] | null {
  if (text.includes('"') || /\r(?!\n)/.test(text)) return null;
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  return plain.split(/\r?\n/).flatMap((line, i) => {
    if (line === '') return [];
    return [{ line: i + 1, cells: line.split(',').map((cell) => cell.trim()) }];
  });
}

/** With quotation marks. A mark that is not closed is a fault. */
export function quotedRecords(reader: Reader, text: string): FleeRow[] {
  try {
    const records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    fault(
      reader,
      'brokenQuotes',
      null,
      null,
      'a table separated by commas',
      (error as Error).message,
      'Close every quotation mark.',
    );
    return [];
  }
}

export function fault(
  reader: Reader,
  code: FaultCode,
  row: number | null,
  column: string | null,
  expected: string,
  received: string,
  fix: string,
): void {
  reader.faults.push({ code, file: reader.file, row, column, expected, received, fix });
}

/** A number as people write it in these files: 1,234 in quotes and blanks too. NaN when it is none. */
export function numberOf(text: string): number {
  const plain = text.replaceAll(',', '').trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A cell that must hold a number; `blank` is what nothing means there. */
export function needNumber(
  reader: Reader,
  row: FleeRow,
  index: number,
  column: string,
  blank: number,
): number {
  const text = row.cells[index] ?? '';
  if (text === '') return blank;
  const value = numberOf(text);
  if (Number.isNaN(value)) {
    fault(
      reader,
      'notNumber',
      row.line,
      column,
      'a number',
      JSON.stringify(text),
      'Write it in digits.',
    );
    return blank;
  }
  return value;
}

const iso = /^\d{4}-\d{2}-\d{2}$/;
const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/;

/** A date of these files as YYYY-MM-DD, or null. */
export function dateOf(text: string): string | null {
  const day = text.trim().slice(0, 10);
  if (iso.test(day)) return day;
  const parts = slashed.exec(text.trim());
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : null;
}
