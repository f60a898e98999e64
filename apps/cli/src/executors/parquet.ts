import type { Column, ReadTable } from '@asylia/lab';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** Under which key a file says what it is. */
const identityKey = 'asylia';

/**
 * A table as Parquet, one group of rows. Whole numbers may get a dictionary; other numbers hardly
 * ever repeat, and to look for it took more time than all else that is done to them.
 * @param identity what the file says of itself, as JSON
 */
export function columnsToParquet(columns: readonly Column[], identity: unknown): Uint8Array {
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
    kvMetadata: [{ key: identityKey, value: JSON.stringify(identity) }],
  });
  return new Uint8Array(bytes);
}

/** What `columnsToParquet` wrote. @throws on a file that is no Parquet */
export async function columnsFromParquet(
  bytes: Uint8Array,
): Promise<{ readonly table: ReadTable; readonly identity: unknown }> {
  const file = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.byteLength,
  ) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const names = metadata.schema.slice(1).map((element) => element.name);
  const rows = Number(metadata.num_rows);
  const data = new Map(names.map((name) => [name, new Float64Array(rows)]));
  await parquetRead({
    file,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const target = data.get(columnName);
      if (!target) return;
      for (let i = 0; i < columnData.length; i++) target[rowStart + i] = Number(columnData[i]);
    },
  });
  const said = metadata.key_value_metadata?.find(({ key }) => key === identityKey)?.value;
  return { table: { names, rows, data }, identity: said ? JSON.parse(said) : null };
}
