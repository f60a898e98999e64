import type { ReportTable } from './table.ts';

type Cell = {
  readonly value: string | number;
  readonly type?: unknown;
  readonly fontWeight?: 'bold';
};

/** A sheet as write-excel-file takes it. */
export interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly (Cell | null)[])[];
}

/** Letters that a sheet's name may have. */
const longestName = 31;

/** Tables as sheets of a workbook. A number is a number, all else is text: a formula stays text. */
export function sheetsOf(tables: readonly ReportTable[]): Sheet[] {
  const taken = new Set<string>();
  return tables.map((table) => ({
    sheet: nameOf(table, taken),
    data: [
      table.columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const })),
      ...table.rows.map((row) => row.map(cellOf)),
    ],
  }));
}

function cellOf(value: string | number | null): Cell | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { value, type: String };
  return Number.isFinite(value) ? { value, type: Number } : null;
}

/** Ids of tables that begin alike get a number at the end: no workbook holds a name twice. */
function nameOf({ id }: ReportTable, taken: Set<string>): string {
  let name = id.slice(0, longestName);
  for (let n = 2; taken.has(name); n++) name = `${id.slice(0, longestName - 4)}-${n}`;
  taken.add(name);
  return name;
}
