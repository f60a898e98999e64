import type { Overlay, Where } from './overlay.ts';
import { applyOverlay, matcher, multiplied } from './overlay.ts';
import { parseCell } from './parseTable.ts';
import type { Case } from './readCase.ts';
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

interface Found {
  readonly table: TableName;
  readonly column: string;
  readonly declared: Column;
  /** Positions of the rows in the table. */
  readonly rows: readonly number[];
}

/** A case whose rows have been found that factors multiply, with an overlay that comes after them. */
export interface Scalable {
  readonly source: Case;
  readonly then: Overlay | null;
  /** [factor] */
  readonly found: readonly Found[];
  /** The case under the overlay, with every factor 1. */
  readonly under: Case;
}

/**
 * Finds once what `scaledCase` needs for any factors.
 * @param under the case under the overlay
 * @returns null where a scaling does not fit the case, or chooses or multiplies anything but numbers
 * by names: apply them as overlays, which says why
 */
export function findScalable(
  source: Case,
  scalings: readonly Scaling[],
  then: Overlay | null,
  under: Case,
): Scalable | null {
  const found: Found[] = [];
  for (const { table, where, multiply } of scalings) {
    const name = table as TableName;
    if (!tableNames.includes(name)) return null;
    const columns: Readonly<Record<string, Column>> = tables[name].columns;
    const declared = Object.hasOwn(columns, multiply) ? columns[multiply]! : null;
    if (declared?.type !== 'number' && declared?.type !== 'whole') return null;
    if (!Object.keys(where ?? {}).every((column) => Object.hasOwn(columns, column))) return null;
    if (Object.keys(where ?? {}).some((column) => isNumber(columns[column]!))) return null;
    const matches = matcher(where);
    const rows = (source.tables[name] as readonly Row[]).flatMap((row, i) =>
      matches(row) ? [i] : [],
    );
    if (rows.length === 0) return null;
    found.push({ table: name, column: multiply, declared, rows });
  }
  return { source, then, found, under };
}

function isNumber({ type }: Column): boolean {
  return type === 'number' || type === 'whole';
}

/**
 * The case with other factors: the same as the scalings applied one after the other and then the
 * overlay. No name, key or date is a number, so factors break nothing that the check of a case looks
 * at, save the range of a cell; tables that they do not touch are those of `under`.
 * @param factors [factor] in the order of the scalings
 * @returns null where a number leaves the range of its column, or the overlay does not fit any more
 */
export function scaledCase(
  { source, then, found, under }: Scalable,
  factors: readonly number[],
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
  found: readonly Found[],
  factors: readonly number[],
): Partial<Rows> | null {
  const changed = new Map<TableName, Row[]>();
  const own = new Set<Row>();
  for (let i = 0; i < found.length; i++) {
    const { table, column, declared, rows: positions } = found[i]!;
    const list = changed.get(table) ?? [...(rows[table] as readonly Row[])];
    changed.set(table, list);
    for (const position of positions) {
      let row = list[position]!;
      if (!own.has(row)) {
        row = { ...row };
        list[position] = row;
        own.add(row);
      }
      const cell = parseCell(String(multiplied(row[column], factors[i]!, declared)), declared);
      if ('fault' in cell) return null;
      row[column] = cell.value;
    }
  }
  return Object.fromEntries(changed) as Partial<Rows>;
}
