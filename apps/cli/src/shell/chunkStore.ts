import { sha256Bytes } from '@asylia/cases';
import type { Chunk } from '@asylia/study';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Effects } from './effects.ts';

/** Name of the file of a chunk: its worlds, so that the same worlds always have the same name. */
export function chunkFile(chunk: { firstWorld: number; count: number }): string {
  const number = (n: number) => String(n).padStart(6, '0');
  return `worlds-${number(chunk.firstWorld)}-${number(chunk.firstWorld + chunk.count - 1)}.parquet`;
}

/** A chunk as Parquet: one row a world and day, one column a series. */
export function chunkToParquet(chunk: Chunk): Uint8Array {
  const { names, days, count } = chunk;
  const rows = count * days;
  const world = new Int32Array(rows);
  const day = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    world[i] = chunk.firstWorld + Math.floor(i / days);
    day[i] = i % days;
  }
  const columns = names.map((name, series) => {
    const data = new Float32Array(rows);
    for (let w = 0; w < count; w++) {
      const from = (w * names.length + series) * days;
      data.set(chunk.values.subarray(from, from + days), w * days);
    }
    return { name, data, type: 'FLOAT' as const };
  });
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'world', data: world, type: 'INT32' as const },
        { name: 'day', data: day, type: 'INT32' as const },
        ...columns,
      ],
      statistics: false,
    }),
  );
}

/** The chunk of a Parquet file written by chunkToParquet. @throws on any other file */
export async function chunkFromParquet(bytes: Uint8Array): Promise<Chunk> {
  const file = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.byteLength,
  ) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const columns = metadata.schema.slice(1).map((element) => element.name);
  const names = columns.slice(2);
  const rows = Number(metadata.num_rows);
  const data = new Map<string, ArrayLike<number>>();
  await parquetRead({
    file,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const known = data.get(columnName) as Float64Array | undefined;
      const target = known ?? new Float64Array(rows);
      for (let i = 0; i < columnData.length; i++) target[rowStart + i] = Number(columnData[i]);
      data.set(columnName, target);
    },
  });
  const world = data.get('world')!;
  const firstWorld = world[0]!;
  const count = world[rows - 1]! - firstWorld + 1;
  const days = rows / count;
  const values = new Float32Array(count * names.length * days);
  names.forEach((name, series) => {
    const column = data.get(name)!;
    for (let w = 0; w < count; w++) {
      for (let d = 0; d < days; d++) {
        values[(w * names.length + series) * days + d] = column[w * days + d]!;
      }
    }
  });
  return { firstWorld, count, names, days, values };
}

/** Saves a chunk with its checksum beside it. */
export function saveChunk(effects: Effects, folder: string, chunk: Chunk): void {
  const bytes = chunkToParquet(chunk);
  const path = `${folder}/${chunkFile(chunk)}`;
  effects.write(path, bytes);
  effects.write(`${path}.sha256`, `${sha256Bytes(bytes)}\n`);
}

/** A finished chunk, or null when it is not there, half-written or damaged: then it is computed. */
export async function loadChunk(
  effects: Effects,
  folder: string,
  chunk: { firstWorld: number; count: number },
): Promise<Chunk | null> {
  const path = `${folder}/${chunkFile(chunk)}`;
  const bytes = effects.read(path);
  const checksum = effects.read(`${path}.sha256`);
  if (!bytes || !checksum) return null;
  if (new TextDecoder().decode(checksum).trim() !== sha256Bytes(bytes)) {
    effects.err(`${path} is damaged: these worlds are computed again\n`);
    return null;
  }
  return chunkFromParquet(bytes);
}
