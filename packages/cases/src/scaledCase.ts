import { ownValue } from '@asylia/engine';
import { isNumber, mayHold } from './cells.ts';
import type { Overlay, Where } from './overlay.ts';
import { applyOverlay, matcher, multiplied } from './overlay.ts';
import type { Case } from './readCase.ts';
import { isScaledFrom } from './sameTexts.ts';
import type { Column, Rows, TableName } from './tables/index.ts';
import { tableNames, tables } from './tables/index.ts';

/** Rows of a table whose cells in one column are multiplied by one factor. */
export interface Scaling {
  readonly table: string;
  readonly where: Where;
  /** Name of the column. */
  readonly multiply: string;
}

type Row = Record<string, unknown>;

/** The rows that a scaling multiplies. */
export interface ScaledRows {
  readonly table: TableName;
  readonly column: string;
  readonly declared: Column;
  /** Positions in the table. */
  readonly rows: readonly number[];
}

/**
 * Finds once what `scaledCase` needs for any factors.
 * @returns [scaling], or null where one does not fit the case, or where it chooses rows by numbers or
 * multiplies anything else: apply them as overlays, which says why
 */
export function findScaledRows(source: Case, scalings: readonly Scaling[]): ScaledRows[] | null {
  const found: ScaledRows[] = [];
  for (const { table, where, multiply } of scalings) {
    const name = table as TableName;
    if (!tableNames.includes(name)) return null;
    const columns: Readonly<Record<string, Column>> = tables[name].columns;
    const declaredAs = (column: string) =>
      Object.hasOwn(columns, column) ? columns[column]! : null;
    const declared = declaredAs(multiply);
    if (!declared || !isNumber(declared)) return null;
    const conditions = Object.keys(where ?? {}).map(declaredAs);
    if (conditions.some((column) => !column || isNumber(column))) return null;
    const matches = matcher(where);
    const rows = (source.tables[name] as readonly Row[]).flatMap((row, i) =>
      matches(row) ? [i] : [],
    );
    if (rows.length === 0) return null;
    found.push({ table: name, column: multiply, declared, rows });
  }
  return found;
}

/**
 * The case with other factors: the same as the scalings applied one after the other, and then an
 * overlay. No name, key or date is a number, so factors break nothing that the check of a case looks
 * at, save the range of a cell; tables that they do not touch are those of `under`.
 * @param factors [scaling]
 * @param then the overlay, null for none
 * @param under the case under the overlay, with every factor 1
 * @returns null where a number leaves the range of its column, or the overlay does not fit any more
 */
export function scaledCase(
  source: Case,
  found: readonly ScaledRows[],
  factors: readonly number[],
  then: Overlay | null,
  under: Case,
): Case | null {
  const scaled = scaledRows(source.tables, found, factors);
  if (!scaled) return null;
  const before: Case = { ...under, tables: { ...under.tables, ...scaled } };
  const changes = (then?.changes ?? []).filter(({ table }) => Object.hasOwn(scaled, table));
  if (!then || changes.length === 0) return before;
  const after = applyOverlay(before, { ...then, changes });
  return 'faults' in after ? null : after.case;
}

function scaledRows(
  rows: Rows,
  found: readonly ScaledRows[],
  factors: readonly number[],
): Partial<Rows> | null {
  const changed = new Map<TableName, Row[]>();
  for (let i = 0; i < found.length; i++) {
    const { table, column, declared, rows: positions } = found[i]!;
    const before = rows[table] as readonly Row[];
    const list = changed.get(table) ?? before.slice();
    if (list !== changed.get(table)) isScaledFrom(list, before);
    changed.set(table, list);
    for (const position of positions) {
      if (list[position] === before[position]) list[position] = { ...before[position] };
      const row = list[position]!;
      const number = multiplied(ownValue(row, column), factors[i]!, declared);
      if (!mayHold(declared, number)) return null;
      // Never -0, which no cell is read as.
      // own keys: columns that the table declares
      row[column] = number + 0;
    }
  }
  return Object.fromEntries(changed) as Partial<Rows>;
}
