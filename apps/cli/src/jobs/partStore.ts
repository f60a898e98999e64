import { sha256Bytes } from '@asylia/cases';
import type { Effects } from '../shell/effects.ts';
import type { JobKind, KindName, PartOf, RangeOf } from './jobKind.ts';

const fileOf = <K extends KindName>(kind: JobKind<K>, folder: string, range: RangeOf<K>) =>
  `${folder}/${kind.nameOf(range)}.parquet`;

/** Saves a part with its checksum beside it. */
export function savePart<K extends KindName>(
  effects: Effects,
  kind: JobKind<K>,
  folder: string,
  range: RangeOf<K>,
  part: PartOf<K>,
): void {
  const bytes = kind.toParquet(part);
  const path = fileOf(kind, folder, range);
  effects.write(path, bytes);
  effects.write(`${path}.sha256`, `${sha256Bytes(bytes)}\n`);
}

/** A finished part, or null when it is not there, half-written or damaged: then it is computed. */
export async function loadPart<K extends KindName>(
  effects: Effects,
  kind: JobKind<K>,
  folder: string,
  range: RangeOf<K>,
): Promise<PartOf<K> | null> {
  const path = fileOf(kind, folder, range);
  const bytes = effects.read(path);
  const checksum = effects.read(`${path}.sha256`);
  if (!bytes || !checksum) return null;
  if (new TextDecoder().decode(checksum).trim() !== sha256Bytes(bytes)) {
    effects.err(`${path} is damaged: these worlds are computed again\n`);
    return null;
  }
  return kind.fromParquet(bytes, range);
}
