import { parquetWriteBuffer } from 'hyparquet-writer';

/** A column of a table: whole numbers, or numbers in single or double precision. */
export interface Column {
  readonly name: string;
  readonly data: Int32Array | Float32Array | Float64Array;
}

/**
 * A table as Parquet, one group of rows. Whole numbers may get a dictionary; other numbers hardly
 * ever repeat, and to look for it took more time than all else that is done to them.
 */
export function columnsToParquet(columns: readonly Column[]): Uint8Array {
  const bytes = parquetWriteBuffer({
    columnData: columns.map(({ name, data }) =>
      data instanceof Int32Array
        ? { name, data, type: 'INT32' as const }
        : {
            name,
            data,
            type: data instanceof Float32Array ? ('FLOAT' as const) : ('DOUBLE' as const),
            encoding: 'PLAIN' as const,
          },
    ),
    statistics: false,
    rowGroupSize: Math.max(1, columns[0]?.data.length ?? 0),
  });
  return new Uint8Array(bytes);
}
