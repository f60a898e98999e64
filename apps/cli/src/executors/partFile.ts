import type { PartFile, PartOf } from '@asylia/lab';
import { identityOfPart, misfitOf } from '@asylia/lab';
import { checksumOf } from './checksum.ts';
import { columnsFromParquet, columnsToParquet } from './parquet.ts';

/** The same part gives the same file, whoever makes it; it says inside which part it is. */
export function fileOfPart<I, R, P>(of: PartOf<I, R, P>, part: P): PartFile {
  const columns = of.kind.toColumns(part);
  const identity = identityOfPart(
    of,
    columns.map(({ name }) => name),
  );
  const bytes = columnsToParquet(columns, identity);
  return { bytes, checksum: checksumOf(bytes) };
}

/**
 * The part in a file, wherever the file comes from: the disk or Redis.
 * @returns `wrong`: in words why it is not the part that is wanted
 */
export async function partOfFile<I, R, P>(
  of: PartOf<I, R, P>,
  { bytes, checksum }: PartFile,
): Promise<{ readonly part: P } | { readonly wrong: string }> {
  if (checksumOf(bytes) !== checksum) return { wrong: 'is damaged' };
  try {
    const { table, identity } = await columnsFromParquet(bytes);
    const wrong = misfitOf(of, identity, table.names);
    return wrong === null ? { part: of.kind.fromColumns(table, of.range) } : { wrong };
  } catch {
    return { wrong: 'cannot be read' };
  }
}
