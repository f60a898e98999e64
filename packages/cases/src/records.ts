import { parse } from 'csv-parse/sync';
import type { Fault } from './faults.ts';
import { fault } from './faults.ts';

/** Takes the cells of a row and its line (1 = first of the file); false: read no further. */
type Visit = (cells: readonly string[], line: number) => boolean;

/**
 * Hands over the rows of a comma-separated text one by one, so that a long table is never held as
 * cells and as rows at once. Empty lines are left out.
 * @returns the fault of a text whose quotation marks are not in pairs; rows before it have been
 * handed over
 */
export function eachRecord(file: string, text: string, visit: Visit): Fault | null {
  const lineEnd = text.includes('"') ? null : onlyLineEnd(text);
  if (lineEnd === null) return eachQuoted(file, text, visit);
  eachPlain(text, lineEnd, visit);
  return null;
}

/**
 * How large a table is, before it is read: rows with at least one character, and the cells of the
 * longest. Line ends and commas within quotation marks do not count.
 */
export function sizeOf(text: string): { readonly rows: number; readonly mostCells: number } {
  const [lineFeed, carriageReturn, mark, comma] = [10, 13, 34, 44];
  let rows = 0;
  let mostCells = 0;
  let isQuoted = false;
  let isBlank = true;
  let cells = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) isQuoted = !isQuoted;
    if (!isQuoted && (code === lineFeed || code === carriageReturn)) {
      if (!isBlank) rows += 1;
      isBlank = true;
      mostCells = Math.max(mostCells, cells);
      cells = 1;
    } else {
      if (!isQuoted && code === comma) cells += 1;
      isBlank = false;
    }
  }
  return { rows: isBlank ? rows : rows + 1, mostCells: Math.max(mostCells, cells) };
}

/** The sign that ends all lines; null where several do, or the old one of a carriage return. */
function onlyLineEnd(text: string): '\n' | '\r\n' | null {
  if (!text.includes('\r')) return '\n';
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? null : '\r\n';
}

/** A text without a quotation mark needs no parser: ten times as fast. */
function eachPlain(text: string, lineEnd: string, visit: Visit): void {
  let line = 0;
  // A second mark of byte order is left out, as the parser does.
  let from = text.startsWith('\ufeff') ? 1 : 0;
  while (from < text.length) {
    const end = text.indexOf(lineEnd, from);
    const to = end < 0 ? text.length : end;
    line += 1;
    if (to > from && !visit(text.slice(from, to).split(','), line)) return;
    from = to + lineEnd.length;
  }
}

/** Thrown through the parser, which has no other way to be stopped. */
const stopped = Symbol('stopped');

function eachQuoted(file: string, text: string, visit: Visit): Fault | null {
  let before = 0;
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
      on_record: (record: string[], info: { lines: number }) => {
        before = Math.max(before + 1, info.lines - newLines(record));
        if (!visit(record, before)) throw stopped;
        return null;
      },
    });
    return null;
  } catch (error) {
    if (error === stopped) return null;
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
  let lines = 0;
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
}
