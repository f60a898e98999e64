import { isDate } from './dates.ts';
import type { FaultCode } from './faults.ts';
import { hint } from './faults.ts';
import type { Column } from './tables/index.ts';

/** What a cell holds, or what is wrong with it. */
export type CellResult =
  | { readonly value: string | number | null }
  | {
      readonly fault: { readonly code: FaultCode; readonly expected: string; readonly fix: string };
    };

/** Reads one cell strictly: nothing is trimmed, coerced or guessed. */
export function parseCell(value: string, column: Column): CellResult {
  if (value === '') {
    if (column.optional) return { value: isNumber(column) ? null : '' };
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
  if (!isWhole(number, column)) {
    return wrong('notWhole', describe(column), 'Write a whole number.');
  }
  if (!isInRange(number, column)) {
    return wrong('outOfRange', describe(column), 'Check the figure and its unit.');
  }
  return { value: number };
}

/** Whether a column is one of numbers. */
export function isNumber({ type }: Column): boolean {
  return type === 'number' || type === 'whole';
}

/** Whether a column of numbers may hold a number: what a cell with it is read as is the same. */
export function mayHold(column: Column, number: number): boolean {
  return isWhole(number, column) && isInRange(number, column);
}

function isWhole(number: number, column: Column): boolean {
  return column.type !== 'whole' || Number.isSafeInteger(number);
}

function isInRange(number: number, { low, high }: Column): boolean {
  return (
    Number.isFinite(number) &&
    !(low !== undefined && number < low) &&
    !(high !== undefined && number > high)
  );
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
