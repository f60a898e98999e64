import type { Column, Fault, Table } from '@asylia/cases';
import { dayNumber, fault, groupBy, hint, isoDate, parseRows } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import type { CauseDeclaration } from './declaration.ts';
import type { PeriodRow } from './types.ts';

const persons = (meaning: string): Column => ({ type: 'number', low: 0, unit: 'persons', meaning });
const events = (meaning: string): Column => ({ type: 'number', low: 0, unit: 'events', meaning });

/** What a file by region and period must hold, under the names that the case declares. */
function tableOf({ columns }: CauseDeclaration): Table {
  return {
    meaning: 'Counts by region and period',
    key: [columns.region, columns.from],
    needsRows: true,
    columns: {
      [columns.from]: { type: 'date', meaning: 'first day of the period' },
      [columns.to]: { type: 'date', meaning: 'last day of the period, included' },
      [columns.region]: { type: 'text', meaning: 'region' },
      [columns.leaving]: persons('people leaving home'),
      [columns.killings]: persons('people killed'),
      [columns.strikes]: events('air strikes'),
      [columns.battles]: events('battles of insurgents'),
      [columns.insurgentKillings]: persons('people killed by insurgents'),
    },
  };
}

interface LineRow extends PeriodRow {
  readonly line: number;
}

/**
 * Reads a file by region and period, strictly. Columns beyond those needed are left unread.
 * @param regions names of the regions in the case
 * @returns the rows, or every fault that was found
 */
export function readPeriods(
  file: string,
  content: Uint8Array | string,
  declaration: CauseDeclaration,
  regions: readonly string[],
): { readonly rows: readonly PeriodRow[] } | { readonly faults: readonly Fault[] } {
  const parsed = parseRows(file, tableOf(declaration), content, true);
  if (parsed.faults.length > 0) return { faults: parsed.faults };
  const { columns, regionPrefix } = declaration;
  const faults: Fault[] = [];
  const rows = parsed.rows.flatMap((row): LineRow[] => {
    const text = ownValue(row, columns.region) as string;
    const region = text.startsWith(regionPrefix) ? text.slice(regionPrefix.length) : text;
    const line = row.atLine as number;
    if (!regions.includes(region)) {
      faults.push(
        fault(
          'unknownReference',
          file,
          line,
          columns.region,
          'a region of places.csv',
          JSON.stringify(text),
          hint(region, regions),
        ),
      );
      return [];
    }
    const number = (column: string) => ownValue(row, column) as number;
    return [
      {
        line,
        region,
        from: ownValue(row, columns.from) as string,
        to: ownValue(row, columns.to) as string,
        leaving: number(columns.leaving),
        killings: number(columns.killings),
        strikes: number(columns.strikes),
        battles: number(columns.battles),
        insurgentKillings: number(columns.insurgentKillings),
      },
    ];
  });
  const wrong = faults.length > 0 ? faults : checkPeriods(file, rows, columns.from, columns.to);
  if (wrong.length > 0) return { faults: wrong };
  return { rows: rows.map(({ line: _line, ...row }) => row) };
}

/** Lags only mean something between periods that follow each other and are the same everywhere. */
function checkPeriods(
  file: string,
  rows: readonly LineRow[],
  fromColumn: string,
  toColumn: string,
): Fault[] {
  const faults: Fault[] = [];
  for (const row of rows) {
    if (row.to < row.from) {
      faults.push(
        fault(
          'datesReversed',
          file,
          row.line,
          toColumn,
          `a day on or after ${row.from}`,
          row.to,
          'Exchange the two days or correct one.',
        ),
      );
    }
  }
  if (faults.length > 0) return faults;
  const byRegion = groupBy(rows, (row) => row.region);
  for (const [region, list] of byRegion) {
    list.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.line - b.line));
    list.slice(1).forEach((row, i) => {
      const before = list[i]!;
      const due = isoDate(dayNumber(before.to) + 1);
      if (row.from === due) return;
      const overlaps = row.from < due;
      faults.push(
        fault(
          'overlap',
          file,
          row.line,
          fromColumn,
          `the period of region ${region} after ${before.to} to begin on ${due}`,
          `${row.from}, ${overlaps ? `inside the period of line ${before.line}` : 'which leaves days out'}`,
          overlaps
            ? 'Delete or correct one of the two periods.'
            : 'Add the missing periods, with 0 where there was none.',
        ),
      );
    });
  }
  if (faults.length > 0) return faults;
  const [first, ...others] = [...byRegion.entries()];
  for (const [region, list] of others) {
    const odd = list.findIndex(
      (row, i) => first![1][i]?.from !== row.from || first![1][i]?.to !== row.to,
    );
    if (odd < 0 && list.length === first![1].length) continue;
    const at = list[odd < 0 ? list.length - 1 : odd]!;
    faults.push(
      fault(
        'missingValue',
        file,
        at.line,
        fromColumn,
        `the same ${first![1].length} periods in region ${region} as in region ${first![0]}`,
        `${list.length} periods, apart from ${at.from}`,
        'Give every region the same periods, with 0 where there was none.',
      ),
    );
  }
  return faults;
}
