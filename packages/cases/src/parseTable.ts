import { parse } from 'csv-parse/sync';
import { isDate } from './dates.ts';
import type { Fault, FaultCode } from './faults.ts';
import { fault, hint } from './faults.ts';
import type { Column, Row, Table, TableName } from './tables/index.ts';
import { tables } from './tables/index.ts';

/** Files beyond this size are refused before they are read: a case is small. */
export const largestFileBytes = 50 * 1024 * 1024;

export interface ParsedTable<N extends TableName> {
  readonly rows: readonly Row<N>[];
  readonly faults: readonly Fault[];
  /** Things that were noticed and are no faults, such as a row of HXL tags that was skipped. */
  readonly notes: readonly string[];
}

/** Reads the bytes of a file as UTF-8 text, or says why that cannot be done. */
export function readText(file: string, content: Uint8Array | string): string | Fault {
  const bytes = typeof content === 'string' ? content.length : content.byteLength;
  if (bytes > largestFileBytes) {
    return fault(
      'tooLarge',
      file,
      null,
      null,
      `at most ${largestFileBytes} bytes`,
      `${bytes} bytes`,
      'Keep only the rows of this crisis.',
    );
  }
  let text: string;
  if (typeof content === 'string') text = content;
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      return notText(file);
    }
  }
  if (text.includes('\0')) return notText(file);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function notText(file: string): Fault {
  return fault(
    'notText',
    file,
    null,
    null,
    'text in UTF-8',
    'bytes that are no text',
    'Save the table as CSV in UTF-8.',
  );
}

/** Reads one table. All faults are collected; a row with a fault is not returned. */
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
  if (typeof text !== 'string') return { rows: [], faults: [text], notes: [] };
  const cells = splitCells(file, text);
  if ('code' in cells) return { rows: [], faults: [cells], notes: [] };
  const header = cells[0];
  if (!header) {
    return refuse(
      fault(
        'emptyFile',
        file,
        null,
        null,
        `a header: ${Object.keys(table.columns).join(',')}`,
        'an empty file',
        'Write the header and the rows.',
      ),
    );
  }
  const delimiter = foreignDelimiter(header.cells, table);
  if (delimiter) {
    return refuse(
      fault(
        'wrongDelimiter',
        file,
        1,
        null,
        'cells separated by ,',
        `cells separated by ${delimiter}`,
        'Save the table with commas.',
      ),
    );
  }
  const headerFaults = checkHeader(file, header.cells, table, othersAllowed);
  if (headerFaults.length > 0) return { rows: [], faults: headerFaults, notes: [] };
  const faults: Fault[] = [];
  const rows: Readonly<Record<string, unknown>>[] = [];
  const notes: string[] = [];
  cells.slice(1).forEach(({ cells: values, line }, index) => {
    if (index < 25 && isHxl(values)) {
      notes.push(`${file}: line ${line} holds HXL tags and was skipped`);
      return;
    }
    const row = parseRow(file, line, header.cells, values, table, faults);
    if (row) rows.push(row);
  });
  if (rows.length === 0 && faults.length === 0 && table.needsRows) {
    faults.push(
      fault(
        'noRows',
        file,
        null,
        null,
        'at least one row',
        'none',
        'A case cannot be run without these rows.',
      ),
    );
  }
  return { rows, faults, notes };
}

function refuse(why: Fault): ParsedRows {
  return { rows: [], faults: [why], notes: [] };
}

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

function splitCells(file: string, text: string): Line[] | Fault {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let before = 0;
    return records.map(({ record, info }) => {
      const line = Math.max(before + 1, info.lines - newLines(record));
      before = line;
      return { cells: record, line };
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)/.exec(message)?.[1];
    return fault(
      'brokenQuotes',
      file,
      line ? Number(line) : null,
      null,
      'quotation marks in pairs',
      'one that is opened and not closed, or stands inside a cell',
      'Double a quotation mark inside a quoted cell.',
    );
  }
}

function newLines(record: readonly string[]): number {
  return record.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0);
}

function foreignDelimiter(header: readonly string[], table: Table): string | null {
  if (header.length !== 1 || Object.keys(table.columns).length === 1) return null;
  if (header[0]!.includes(';')) return ';';
  return header[0]!.includes('\t') ? 'tabs' : null;
}

function checkHeader(
  file: string,
  header: readonly string[],
  table: Table,
  othersAllowed: boolean,
): Fault[] {
  const known = Object.keys(table.columns);
  const missing = known.filter((column) => !header.includes(column));
  const faults: Fault[] = [];
  header.forEach((column, i) => {
    if (header.indexOf(column) !== i) {
      faults.push(
        fault(
          'duplicateColumn',
          file,
          1,
          column,
          'each column once',
          `${column} twice`,
          'Delete or rename one.',
        ),
      );
    } else if (!known.includes(column) && !othersAllowed) {
      faults.push(
        fault(
          'unknownColumn',
          file,
          1,
          column,
          'a known column',
          `"${column}"`,
          hint(column, missing.length > 0 ? missing : known),
        ),
      );
    }
  });
  for (const column of missing) {
    faults.push(
      fault(
        'missingColumn',
        file,
        1,
        column,
        `a column ${column} (${table.columns[column]!.meaning})`,
        'none',
        'Add it; a cell may stay blank where the format says optional.',
      ),
    );
  }
  return faults;
}

function isHxl(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.every((value) => /^\s*#[a-z]/i.test(value));
}

function parseRow(
  file: string,
  line: number,
  header: readonly string[],
  values: readonly string[],
  table: Table,
  faults: Fault[],
): Readonly<Record<string, unknown>> | null {
  if (values.length !== header.length) {
    faults.push(
      fault(
        'raggedRow',
        file,
        line,
        null,
        `${header.length} cells`,
        `${values.length}`,
        'Quote cells that hold a comma; fill or delete the rest.',
      ),
    );
    return null;
  }
  const row: Record<string, unknown> = Object.create(null);
  const before = faults.length;
  header.forEach((column, i) => {
    const declared = table.columns[column];
    if (!declared) return;
    const result = parseCell(values[i]!, declared);
    if ('fault' in result) {
      const { code, expected, fix } = result.fault;
      faults.push(fault(code, file, line, column, expected, show(values[i]!), fix));
    } else row[column] = result.value;
  });
  if (faults.length > before) return null;
  return Object.freeze({ ...row, atLine: line });
}

type CellResult =
  | { readonly value: string | number | null }
  | {
      readonly fault: { readonly code: FaultCode; readonly expected: string; readonly fix: string };
    };

/** Reads one cell strictly: nothing is trimmed, coerced or guessed. */
export function parseCell(value: string, column: Column): CellResult {
  const numeric = column.type === 'number' || column.type === 'whole';
  if (value === '') {
    if (column.optional) return { value: numeric ? null : '' };
    return wrong('missingValue', describe(column), 'Fill the cell; write 0 for none.');
  }
  switch (column.type) {
    case 'id':
      if (value !== value.trim()) return wrong('spaces', describe(column), 'Delete the space.');
      return /^[A-Za-z0-9*][A-Za-z0-9._:-]*$/.test(value)
        ? { value }
        : wrong('notId', 'letters, digits, - . _ :', 'Write the name without spaces and accents.');
    case 'date':
      return isDate(value)
        ? { value }
        : wrong('notDate', 'a date that exists, YYYY-MM-DD', 'Write for example 1999-04-30.');
    case 'choice':
      return column.choices!.includes(value)
        ? { value }
        : wrong('notChoice', `one of ${column.choices!.join(', ')}`, hint(value, column.choices!));
    case 'text':
      return { value };
    default:
      return parseNumber(value, column);
  }
}

function parseNumber(value: string, column: Column): CellResult {
  if (!/^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(value)) {
    return wrong(
      'notNumber',
      describe(column),
      'Write digits with a decimal point, without thousands separators or words.',
    );
  }
  const number = Number(value);
  if (column.type === 'whole' && !Number.isSafeInteger(number)) {
    return wrong('notWhole', describe(column), 'Write a whole number.');
  }
  const low = column.low ?? Number.NEGATIVE_INFINITY;
  const high = column.high ?? Number.POSITIVE_INFINITY;
  if (!Number.isFinite(number) || number < low || number > high) {
    return wrong('outOfRange', describe(column), 'Check the figure and its unit.');
  }
  return { value: number };
}

function wrong(code: FaultCode, expected: string, fix: string): CellResult {
  return { fault: { code, expected, fix } };
}

function describe(column: Column): string {
  if (column.type !== 'number' && column.type !== 'whole') return `${column.meaning}`;
  const kind = column.type === 'whole' ? 'a whole number' : 'a number';
  const low = column.low === undefined ? '' : ` from ${column.low}`;
  const high = column.high === undefined ? '' : ` to ${column.high}`;
  return `${kind}${low}${high}${column.unit ? ` (${column.unit})` : ''}`;
}

function show(value: string): string {
  if (value === '') return 'a blank';
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
}
