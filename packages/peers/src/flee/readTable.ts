import type { FaultCode, FaultList } from '@asylia/cases';
import {
  addFault,
  addFaults,
  dayNumber,
  isoDate,
  mostRows,
  sizeOf,
  tooManyRows,
} from '@asylia/cases';
import { parse } from 'csv-parse/sync';

/** Reads cells of one file and keeps what is wrong with them. */
export interface Reader {
  readonly file: string;
  readonly faults: FaultList;
  readonly notes: string[];
}

export interface FleeRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file that was looked for; no table when it is not there and need not be. */
export interface Opened {
  readonly reader: Reader;
  readonly table: { readonly header: readonly string[]; readonly rows: readonly FleeRow[] } | null;
}

/**
 * A comma-separated file by position: comments and rows of nothing but commas are left out.
 * @param most rows, comments included; more is refused before any is read
 */
export function readRows(
  reader: Reader,
  content: Uint8Array | string,
  most = mostRows,
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
  if (sizeOf(text).rows > most + 1) {
    addFaults(reader.faults, [tooManyRows(reader.file, most)]);
    return { header: [], rows: [] };
  }
  if (!/[\r\n]$/.test(text) && text.trim() !== '') {
    reader.notes.push(
      `${reader.file}: the last line has no end. If the file was cut there, its last value is too short`,
    );
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
  const records: FleeRow[] = [];
  plain.split(/\r?\n/).forEach((line, i) => {
    if (line === '') return;
    const cells = line.split(',');
    for (let k = 0; k < cells.length; k++) cells[k] = cells[k]!.trim();
    records.push({ line: i + 1, cells });
  });
  return records;
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

/** Keeps a fault of the file; see addFault. */
export function fault(
  reader: Reader,
  code: FaultCode,
  row: number | null,
  column: string | null,
  expected: string,
  received: string,
  fix: string | (() => string),
): void {
  addFault(reader.faults, code, reader.file, row, column, expected, received, fix);
}

/** Columns are read by position: a heading that is known for another position is a fault. */
export function checkHeader(
  reader: Reader,
  header: readonly string[],
  expected: readonly RegExp[],
): void {
  expected.forEach((_, i) => {
    const name = (header[i] ?? '').toLowerCase();
    const other = expected.findIndex((pattern) => pattern.test(name));
    if (other < 0 || other === i) return;
    fault(
      reader,
      'wrongShape',
      1,
      header[i]!,
      `this column at place ${other + 1}`,
      `at place ${i + 1}`,
      'Put the columns in the order of Flee: they are read by position.',
    );
  });
}

/** A row that is longer than its headings has a comma too many, and its columns have moved. */
export function checkWidth(reader: Reader, header: readonly string[], row: FleeRow): void {
  const extra = row.cells.slice(header.length).filter((cell) => cell !== '');
  if (header.length === 0 || extra.length === 0) return;
  fault(
    reader,
    'wrongShape',
    row.line,
    null,
    `${header.length} cells, as the headings`,
    `${row.cells.length} cells`,
    'Put text and numbers that hold a comma in quotation marks.',
  );
}

/**
 * A number as people write it in these files: 1,234 in quotes and blanks too. NaN when it is none,
 * when its commas do not stand between thousands, and when it is too large to be held.
 */
export function numberOf(text: string): number {
  const written = text.trim();
  if (written.includes(',') && !/^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(written)) return Number.NaN;
  const plain = written.replaceAll(',', '');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain)) return Number.NaN;
  const value = Number(plain);
  return Number.isFinite(value) ? value : Number.NaN;
}

/** A cell that must hold a number within bounds; `blank` is what nothing means there. */
export function needWithin(
  reader: Reader,
  row: FleeRow,
  index: number,
  column: string,
  blank: number,
  [low, high]: readonly [number, number],
): number {
  const value = needNumber(reader, row, index, column, blank);
  if (Number.isNaN(value) || value === blank || (value >= low && value <= high)) return value;
  const bounds = high === Number.POSITIVE_INFINITY ? `${low} or more` : `${low} to ${high}`;
  fault(reader, 'outOfRange', row.line, column, bounds, String(value), 'Correct the number.');
  return blank;
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

const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/;

/** A date of these files as YYYY-MM-DD, or null when there is no such day. */
export function dateOf(text: string): string | null {
  const parts = written.exec(text.trim());
  if (!parts) return null;
  const date = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return isoDate(dayNumber(date)) === date ? date : null;
}
