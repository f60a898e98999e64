import { ownValue } from '@asylia/engine';
import type { CellResult } from './cells.ts';
import { parseCell } from './cells.ts';
import type { FaultList } from './faultList.ts';
import { addFault, isFull, newFaultList } from './faultList.ts';
import type { Fault } from './faults.ts';
import { fault, hint, quoted } from './faults.ts';
import { eachRecord, sizeOf } from './records.ts';
import type { Row, Table, TableName } from './tables/index.ts';
import { tables } from './tables/index.ts';
import { readText } from './text.ts';

/** Most rows of a table: more is refused before it is read. */
export const mostRows = 1_000_000;
/** Most cells of a row: more are a file that is no table, and would fill the memory. */
const mostCells = 10_000;
/** Rows below the header among which HXL tags are looked for. */
const mostBeforeHxl = 25;

export interface ParsedTable<N extends TableName> {
  readonly rows: readonly Row<N>[];
  readonly faults: readonly Fault[];
  /** Things that were noticed and are no faults, such as a row of HXL tags that was skipped. */
  readonly notes: readonly string[];
}

/**
 * Reads one table. Faults are collected up to `mostFaults`; a row with a fault is not returned.
 */
export function parseTable<N extends TableName>(
  name: N,
  content: Uint8Array | string,
): ParsedTable<N> {
  return parseRows(`${name}.csv`, tables[name], content) as ParsedTable<N>;
}

/** Rows of a table that is declared elsewhere than among the tables of a case. */
export interface ParsedRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

/**
 * Reads the rows of any declared table, as strictly as those of a case.
 * @param othersAllowed columns that the declaration does not name are left unread (a file of
 * somebody else's) rather than being faults
 */
export function parseRows(
  file: string,
  table: Table,
  content: Uint8Array | string,
  othersAllowed = false,
): ParsedRows {
  const text = readText(file, content);
  if (typeof text !== 'string') return refuse(text);
  const most = table.mostRows ?? mostRows;
  const size = sizeOf(text);
  const besides = size.rows > most ? 1 + hxlRows(file, text) : 0;
  if (size.rows - besides > most) return refuse(tooManyRows(file, most));
  if (size.mostCells > mostCells) return refuse(tooManyCells(file, size.mostCells));
  const faults = newFaultList();
  const rows: Readonly<Record<string, unknown>>[] = [];
  const notes: string[] = [];
  const headers: Header[] = [];
  let index = -1;
  const broken = eachRecord(file, text, (cells, line) => {
    const header = headers[0];
    if (!header) {
      headers.push(readHeader(file, cells, table, othersAllowed));
      return headers[0]!.faults.length === 0;
    }
    index += 1;
    if (index < mostBeforeHxl && isHxl(cells)) {
      notes.push(`${file}: line ${line} holds HXL tags and was skipped`);
      return true;
    }
    const row = parseRow(file, line, header.columns, cells, faults);
    if (row) rows.push(row);
    return !isFull(faults, file);
  });
  if (broken) return refuse(broken);
  const header = headers[0];
  if (!header) return refuse(emptyFile(file, table));
  if (header.faults.length > 0) return { rows: [], faults: header.faults, notes: [] };
  if (rows.length === 0 && faults.faults.length === 0 && table.needsRows) {
    return { ...refuse(noRows(file)), notes };
  }
  return { rows, faults: faults.faults, notes };
}

/** Rows below the header that hold HXL tags and count for nothing. */
function hxlRows(file: string, text: string): number {
  let index = -2;
  let tags = 0;
  eachRecord(file, text, (cells) => {
    index += 1;
    if (index >= 0 && isHxl(cells)) tags += 1;
    return index + 1 < mostBeforeHxl;
  });
  return tags;
}

function refuse(why: Fault): ParsedRows {
  return { rows: [], faults: [why], notes: [] };
}

/** The fault of a table of more rows than are read. */
export function tooManyRows(file: string, most: number): Fault {
  return fault(
    'tooManyRows',
    file,
    null,
    null,
    `at most ${most} rows`,
    'more',
    'Keep only the rows of this crisis, or add rows up.',
  );
}

function tooManyCells(file: string, cells: number): Fault {
  const expected = `at most ${mostCells} cells in a row`;
  const fix = 'Look for a row without end: a quotation mark or line ends may be missing.';
  return fault('raggedRow', file, null, null, expected, String(cells), fix);
}

function emptyFile(file: string, table: Table): Fault {
  const expected = `a header: ${Object.keys(table.columns).join(',')}`;
  const fix = 'Write the header and the rows.';
  return fault('emptyFile', file, null, null, expected, 'an empty file', fix);
}

function noRows(file: string): Fault {
  const fix = 'A case cannot be run without these rows.';
  return fault('noRows', file, null, null, 'at least one row', 'none', fix);
}

interface Header {
  readonly columns: readonly (ColumnReader | null)[];
  readonly faults: readonly Fault[];
}

function readHeader(
  file: string,
  cells: readonly string[],
  table: Table,
  othersAllowed: boolean,
): Header {
  const faults = checkHeader(file, cells, table, othersAllowed);
  const columns = faults.length > 0 ? [] : cells.map((name) => columnReader(name, table));
  return { columns, faults };
}

function checkHeader(
  file: string,
  header: readonly string[],
  table: Table,
  othersAllowed: boolean,
): readonly Fault[] {
  const delimiter = foreignDelimiter(header, table);
  if (delimiter) {
    const received = `cells separated by ${delimiter}`;
    const fix = 'Save the table with commas.';
    return [fault('wrongDelimiter', file, 1, null, 'cells separated by ,', received, fix)];
  }
  const known = Object.keys(table.columns);
  const given = new Set(header);
  const missing = known.filter((column) => !given.has(column));
  const list = newFaultList();
  const seen = new Set<string>();
  for (const column of header) {
    if (seen.has(column)) {
      const received = `${quoted(column)} twice`;
      const fix = 'Delete or rename one.';
      addFault(list, 'duplicateColumn', file, 1, column, 'each column once', received, fix);
    } else if (!known.includes(column) && !othersAllowed) {
      const fix = hint(column, missing.length > 0 ? missing : known);
      addFault(list, 'unknownColumn', file, 1, column, 'a known column', quoted(column), fix);
    }
    if (isFull(list, file)) break;
    seen.add(column);
  }
  for (const column of missing) {
    const expected = `a column ${column} (${ownValue(table.columns, column)!.meaning})`;
    const fix = 'Add it; a cell may stay blank where the format says optional.';
    addFault(list, 'missingColumn', file, 1, column, expected, 'none', fix);
  }
  return list.faults;
}

function foreignDelimiter(header: readonly string[], table: Table): string | null {
  if (header.length !== 1 || Object.keys(table.columns).length === 1) return null;
  if (header[0]!.includes(';')) return ';';
  return header[0]!.includes('\t') ? 'tabs' : null;
}

function isHxl(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.every((value) => /^\s*#[a-z]/i.test(value));
}

interface ColumnReader {
  readonly name: string;
  readonly read: (cell: string) => CellResult;
}

/** Cells of a column that are remembered: most columns repeat a few names, dates and numbers. */
const remembered = 10_000;
/**
 * Different cells after which a column is looked at: one that has hardly repeated any holds ids or
 * texts, where looking for a cell takes longer than reading it.
 */
const enoughToTell = 500;

/** Reads the cells of a declared column; null for a column that is left unread. */
function columnReader(name: string, table: Table): ColumnReader | null {
  if (!Object.hasOwn(table.columns, name)) return null;
  const declared = table.columns[name]!;
  const known = new Map<string, CellResult>();
  let repeated = 0;
  let repeats = true;
  const read = (cell: string): CellResult => {
    if (!repeats) return parseCell(cell, declared);
    const before = known.get(cell);
    if (before) {
      repeated += 1;
      return before;
    }
    const result = parseCell(cell, declared);
    if (known.size < remembered) known.set(cell, result);
    if (known.size === enoughToTell && repeated < enoughToTell) repeats = false;
    return result;
  };
  return { name, read };
}

function parseRow(
  file: string,
  line: number,
  columns: readonly (ColumnReader | null)[],
  values: readonly string[],
  faults: FaultList,
): Readonly<Record<string, unknown>> | null {
  if (values.length !== columns.length) {
    const expected = `${columns.length} cells`;
    const fix = 'Quote cells that hold a comma; fill or delete the rest.';
    addFault(faults, 'raggedRow', file, line, null, expected, `${values.length}`, fix);
    return null;
  }
  const row: Record<string, unknown> = {};
  let isWhole = true;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    if (!column) continue;
    const result = column.read(values[i]!);
    if ('fault' in result) {
      const { code, expected, fix } = result.fault;
      addFault(faults, code, file, line, column.name, expected, quoted(values[i]!), fix);
      isWhole = false;
      continue;
    }
    // own keys: only declared columns are read
    row[column.name] = result.value;
  }
  if (!isWhole) return null;
  row.atLine = line;
  return Object.freeze(row);
}
