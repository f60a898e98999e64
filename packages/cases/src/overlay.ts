import type { ParameterId, ParameterValues } from '@asylia/engine';
import { ownValue, parameters } from '@asylia/engine';
import { z } from 'zod';
import { isNumber, parseCell } from './cells.ts';
import { readJson, shapeFaults } from './descriptor.ts';
import type { Fault } from './faults.ts';
import { fault, hint } from './faults.ts';
import type { Case } from './readCase.ts';
import { recheck } from './readCase.ts';
import { isScaledFrom } from './sameTexts.ts';
import type { Column, Rows, TableName } from './tables/index.ts';
import { tableNames, tables } from './tables/index.ts';

const value = z.union([z.string(), z.number(), z.null()]);
const where = z.record(z.string(), z.union([value, z.array(value)])).optional();
const change = z.union([
  z.strictObject({ table: z.string(), where, set: z.record(z.string(), value) }),
  z.strictObject({ table: z.string(), where, multiply: z.record(z.string(), z.number()) }),
  z.strictObject({ table: z.string(), where, remove: z.literal(true) }),
  z.strictObject({ table: z.string(), add: z.array(z.record(z.string(), value)) }),
]);

/** What is decided or assumed differently: changes of rows and of parameters, as data. */
export const overlaySchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  title: z.string().min(1),
  description: z.string(),
  note: z.string().optional(),
  parameters: z.record(z.string(), z.number()).optional(),
  changes: z.array(change).optional(),
});
export type Overlay = z.infer<typeof overlaySchema>;
export type Change = z.infer<typeof change>;
/** Which rows a change means: cells by column; nothing = all. */
export type Where = z.infer<typeof where>;

const overlayKeys = ['id', 'title', 'description', 'note', 'parameters', 'changes'];

/**
 * Reads an overlay (a scenario or a calibration) and checks its shape and its parameters.
 * @param file its name, for the faults
 * @returns the overlay, or every fault that was found; never throws on bad input
 * @example
 * ```js
 * import { newCase, readOverlay } from '@asylia/cases';
 * const files = newCase('my-crisis');
 * const path = 'scenarios/bridge-stays-open.json';
 * const { overlay } = readOverlay(path, files.get(path));
 * overlay.title; // is 'The bridge stays open'
 * ```
 */
export function readOverlay(
  file: string,
  content: Uint8Array | string,
): { readonly overlay: Overlay } | { readonly faults: readonly Fault[] } {
  const json = readJson(file, content);
  if ('faults' in json) return json;
  const result = overlaySchema.safeParse(json.value);
  if (!result.success) return { faults: shapeFaults(file, result.error, overlayKeys) };
  const faults = checkParameters(file, result.data);
  return faults.length > 0 ? { faults } : { overlay: result.data };
}

function checkParameters(file: string, overlay: Overlay): Fault[] {
  return Object.entries(overlay.parameters ?? {}).flatMap(([name, number]) => {
    const declared = parameters.find((parameter) => parameter.id === name);
    const column = `parameters.${name}`;
    if (!declared) {
      return [
        fault(
          'unknownParameter',
          file,
          null,
          column,
          'a declared parameter',
          `"${name}"`,
          hint(
            name,
            parameters.map((p) => p.id),
          ),
        ),
      ];
    }
    if (number < declared.low || number > declared.high) {
      return [
        fault(
          'outOfRange',
          file,
          null,
          column,
          `${declared.low} to ${declared.high} ${declared.unit}`,
          String(number),
          declared.title,
        ),
      ];
    }
    return [];
  });
}

/** The parameters that an overlay sets. */
export function overlayParameters(overlay: Overlay): Partial<ParameterValues> {
  return (overlay.parameters ?? {}) as Partial<Record<ParameterId, number>>;
}

/**
 * The case with the changes of an overlay, checked again. Pure; the case itself is not touched.
 * A change that finds no row is a fault: it would silently do nothing.
 * @example
 * ```js
 * import { applyOverlay, newCase, readCase, readOverlay } from '@asylia/cases';
 * const files = newCase('my-crisis');
 * const path = 'scenarios/bridge-stays-open.json';
 * const { overlay } = readOverlay(path, files.get(path));
 * const { case: changed } = applyOverlay(readCase(files).case, overlay);
 * changed.tables.frontier.length; // is 1
 * ```
 */
export function applyOverlay(
  source: Case,
  overlay: Overlay,
): { readonly case: Case } | { readonly faults: readonly Fault[] } {
  const file = `overlay ${overlay.id}`;
  const faults: Fault[] = [];
  let rows: Rows = source.tables;
  (overlay.changes ?? []).forEach((one, index) => {
    rows = applyChange(rows, one, file, `changes.${index}`, faults);
  });
  if (faults.length > 0) return { faults };
  const changed = { ...source, tables: rows };
  const found = recheck(changed, changedTables(source.tables, rows));
  return found.length > 0 ? { faults: found } : { case: changed };
}

function changedTables(before: Rows, after: Rows): Set<TableName> {
  return new Set(tableNames.filter((name) => before[name] !== after[name]));
}

function applyChange(rows: Rows, one: Change, file: string, path: string, faults: Fault[]): Rows {
  const name = one.table as TableName;
  if (!tableNames.includes(name)) {
    faults.push(
      fault(
        'wrongShape',
        file,
        null,
        `${path}.table`,
        'the name of a table',
        `"${one.table}"`,
        hint(one.table, tableNames),
      ),
    );
    return rows;
  }
  const table = rows[name] as readonly Record<string, unknown>[];
  const columns = tables[name].columns as Columns;
  const check: CheckCell = (column, key, content) =>
    checkCell(columns, column, content, file, `${path}.${key}`, faults);
  if ('add' in one) {
    const added = one.add.map((given) => addedRow(given, columns, check));
    return { ...rows, [name]: [...table, ...added] };
  }
  const conditions = Object.entries(one.where ?? {});
  for (const [column] of conditions)
    if (!Object.hasOwn(columns, column)) check(column, 'where', '');
  const matches = matcher(one.where);
  if (!table.some(matches)) {
    faults.push(
      fault(
        'matchesNothing',
        file,
        null,
        `${path}.where`,
        `a row of ${name}.csv`,
        JSON.stringify(one.where ?? {}),
        'Check names and values; texts and numbers must be written as in the table.',
      ),
    );
    return rows;
  }
  if ('remove' in one) return { ...rows, [name]: table.filter((row) => !matches(row)) };
  const after = table.map((row) => (matches(row) ? changedRow(row, one, columns, check) : row));
  if (
    'multiply' in one &&
    Object.keys(one.multiply).every(
      (column) => Object.hasOwn(columns, column) && isNumber(columns[column]!),
    )
  )
    isScaledFrom(after, table);
  return { ...rows, [name]: after };
}

type Columns = Readonly<Record<string, Column>>;
type CountIndexes = Record<string, unknown>;
/** The value of a cell that an overlay gives; null, with a fault noted, where it may not stand. */
type CheckCell = (column: string, key: string, content: unknown) => unknown;

function addedRow(given: Readonly<CountIndexes>, columns: Columns, check: CheckCell): CountIndexes {
  const cells = Object.keys(columns).map((column) => [
    column,
    check(column, 'add', ownValue(given, column) ?? ''),
  ]);
  for (const column of Object.keys(given))
    if (!Object.hasOwn(columns, column)) check(column, 'add', '');
  return { atLine: 0, ...Object.fromEntries(cells) };
}

function changedRow(
  row: Readonly<CountIndexes>,
  one: Extract<Change, { set: unknown } | { multiply: unknown }>,
  columns: Columns,
  check: CheckCell,
): CountIndexes {
  const cells =
    'set' in one
      ? Object.entries(one.set).map(([column, content]) => [column, check(column, 'set', content)])
      : Object.entries(one.multiply).map(([column, factor]) => {
          const content = multiplied(ownValue(row, column), factor, ownValue(columns, column));
          return [column, check(column, 'multiply', content)];
        });
  return { ...row, ...Object.fromEntries(cells) };
}

/** Whether a row is meant by the conditions of a change. */
export function matcher(conditionsOf: Where): (row: Record<string, unknown>) => boolean {
  const conditions = Object.entries(conditionsOf ?? {});
  return (row) =>
    conditions.every(([column, wanted]) =>
      (Array.isArray(wanted) ? wanted : [wanted]).some(
        (option) => ownValue(row, column) === option,
      ),
    );
}

/** A cell times a factor, in columns of whole numbers to the nearest one; not checked. */
export function multiplied(content: unknown, factor: number, declared?: Column): number {
  const scaled = Number(content) * factor;
  return declared?.type === 'whole' ? Math.round(scaled) : scaled;
}

function checkCell(
  columns: Readonly<Record<string, Column>>,
  column: string,
  content: unknown,
  file: string,
  path: string,
  faults: Fault[],
): unknown {
  const declared = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (!declared) {
    faults.push(
      fault(
        'unknownColumn',
        file,
        null,
        `${path}.${column}`,
        'a known column',
        `"${column}"`,
        hint(column, Object.keys(columns)),
      ),
    );
    return null;
  }
  const result = parseCell(content === null ? '' : String(content), declared);
  if ('fault' in result) {
    faults.push(
      fault(
        result.fault.code,
        file,
        null,
        `${path}.${column}`,
        result.fault.expected,
        JSON.stringify(content),
        result.fault.fix,
      ),
    );
    return null;
  }
  return result.value;
}
