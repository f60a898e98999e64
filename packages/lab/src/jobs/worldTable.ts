import type { Column, ReadTable } from './job.ts';

/** Series of some worlds, as they stand in one table. */
export interface WorldTable<Values extends Float32Array | Float64Array> {
  readonly firstWorld: number;
  readonly count: number;
  readonly names: readonly string[];
  readonly days: number;
  /** [world x series x day], day fastest */
  readonly values: Values;
}

/** One row a world and day, one column a series. */
export function columnsOfWorlds(table: WorldTable<Float32Array | Float64Array>): Column[] {
  const { names, days, count, firstWorld, values } = table;
  const rows = count * days;
  const world = new Int32Array(rows);
  const day = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    world[i] = firstWorld + Math.floor(i / days);
    day[i] = i % days;
  }
  const isSingle = values instanceof Float32Array;
  const columns = names.map((name, series) => {
    const data = isSingle ? new Float32Array(rows) : new Float64Array(rows);
    for (let w = 0; w < count; w++) {
      const from = (w * names.length + series) * days;
      data.set(values.subarray(from, from + days), w * days);
    }
    return { name, data };
  });
  return [{ name: 'world', data: world }, { name: 'day', data: day }, ...columns];
}

/** What `columnsOfWorlds` made, in double precision. @throws RangeError on any other table */
export function worldsOfTable({ names: all, rows, data }: ReadTable): WorldTable<Float64Array> {
  const names = all.slice(2);
  const world = data.get('world');
  if (!world || rows === 0) throw new RangeError('expected a table of worlds, got another one');
  const firstWorld = world[0]!;
  const count = world[rows - 1]! - firstWorld + 1;
  const days = rows / count;
  const values = new Float64Array(count * names.length * days);
  names.forEach((name, series) => {
    const column = data.get(name)!;
    for (let w = 0; w < count; w++) {
      const from = (w * names.length + series) * days;
      values.set(column.subarray(w * days, (w + 1) * days), from);
    }
  });
  return { firstWorld, count, names, days, values };
}

/** `000000-000009`: the worlds of a range, for names of files. */
export function worldsName({ firstWorld, count }: { firstWorld: number; count: number }): string {
  const number = (n: number) => String(n).padStart(6, '0');
  return `${number(firstWorld)}-${number(firstWorld + count - 1)}`;
}

/** @throws RangeError when a table does not hold the worlds of a range */
export function expectWorlds(
  table: { readonly firstWorld: number; readonly count: number },
  range: { readonly firstWorld: number; readonly count: number },
): void {
  if (table.firstWorld === range.firstWorld && table.count === range.count) return;
  throw new RangeError(`expected worlds ${worldsName(range)}, got ${worldsName(table)}`);
}
