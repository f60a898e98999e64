import { parquetMetadata, parquetRead } from 'hyparquet';
import { columnsToParquet } from './parquet.ts';

/** Series of some worlds, as they stand in one Parquet file. */
export interface WorldTable<Values extends Float32Array | Float64Array> {
  readonly firstWorld: number;
  readonly count: number;
  readonly names: readonly string[];
  readonly days: number;
  /** [world x series x day], day fastest */
  readonly values: Values;
}

/** As Parquet: one row a world and day, one column a series. */
export function tableToParquet(table: WorldTable<Float32Array | Float64Array>): Uint8Array {
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
  return columnsToParquet([{ name: 'world', data: world }, { name: 'day', data: day }, ...columns]);
}

/** What `tableToParquet` wrote, in double precision. @throws on any other file */
export async function tableFromParquet(bytes: Uint8Array): Promise<WorldTable<Float64Array>> {
  const file = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.byteLength,
  ) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const columns = metadata.schema.slice(1).map((element) => element.name);
  const names = columns.slice(2);
  const rows = Number(metadata.num_rows);
  const data = new Map<string, Float64Array>();
  await parquetRead({
    file,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const target = data.get(columnName) ?? new Float64Array(rows);
      for (let i = 0; i < columnData.length; i++) target[rowStart + i] = Number(columnData[i]);
      data.set(columnName, target);
    },
  });
  const world = data.get('world')!;
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
