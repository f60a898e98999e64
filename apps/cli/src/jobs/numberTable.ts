import { parquetMetadata, parquetRead } from 'hyparquet';
import { columnsToParquet } from './parquet.ts';

/** A table of numbers. */
export interface NumberTable {
  readonly columns: readonly string[];
  readonly rows: number;
  /** [column x row], row fastest */
  readonly values: Float64Array;
}

/** As Parquet: a column `row` with the number of the row, then the columns in double precision. */
export function numbersToParquet({ columns, rows, values }: NumberTable): Uint8Array {
  const row = Int32Array.from({ length: rows }, (_, i) => i);
  return columnsToParquet([
    { name: 'row', data: row },
    ...columns.map((name, c) => ({ name, data: values.subarray(c * rows, (c + 1) * rows) })),
  ]);
}

/** What `numbersToParquet` wrote. @throws on any other file */
export async function numbersFromParquet(bytes: Uint8Array): Promise<NumberTable> {
  const file = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.byteLength,
  ) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const columns = metadata.schema.slice(2).map((element) => element.name);
  const rows = Number(metadata.num_rows);
  const values = new Float64Array(columns.length * rows);
  const place = new Map(columns.map((name, c) => [name, c * rows]));
  await parquetRead({
    file,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const from = place.get(columnName);
      if (from === undefined) return;
      for (let i = 0; i < columnData.length; i++) {
        values[from + rowStart + i] = Number(columnData[i]);
      }
    },
  });
  return { columns, rows, values };
}
