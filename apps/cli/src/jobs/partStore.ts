import { checksumOf } from '../shell/checksum.ts';
import type { Effects } from '../shell/effects.ts';
import type { JobKind, KindName, PartOf, RangeOf } from './jobKind.ts';

/** A part as it stands on the disk. */
export interface PartFile {
  readonly bytes: Uint8Array;
  /** sha-256, hex */
  readonly checksum: string;
}

/** The same part gives the same file, whoever makes it. */
export function fileOfPart<K extends KindName>(kind: JobKind<K>, part: PartOf<K>): PartFile {
  const bytes = kind.toParquet(part);
  return { bytes, checksum: checksumOf(bytes) };
}

const pathOf = <K extends KindName>(kind: JobKind<K>, folder: string, range: RangeOf<K>) =>
  `${folder}/${kind.nameOf(range)}.parquet`;

/**
 * Saves a part with its checksum beside it.
 * @param made the file of the part, where whoever computed it made it too
 */
export function savePart<K extends KindName>(
  effects: Effects,
  kind: JobKind<K>,
  folder: string,
  range: RangeOf<K>,
  part: PartOf<K>,
  made?: PartFile | null,
): void {
  const { bytes, checksum } = made ?? fileOfPart(kind, part);
  const path = pathOf(kind, folder, range);
  effects.write(path, bytes);
  effects.write(`${path}.sha256`, `${checksum}\n`);
}

/** A finished part, or null when it is not there, half-written or damaged: then it is computed. */
export async function loadPart<K extends KindName>(
  effects: Effects,
  kind: JobKind<K>,
  folder: string,
  range: RangeOf<K>,
): Promise<PartOf<K> | null> {
  const path = pathOf(kind, folder, range);
  const bytes = effects.read(path);
  const checksum = effects.read(`${path}.sha256`);
  if (!bytes || !checksum) return null;
  if (new TextDecoder().decode(checksum).trim() !== checksumOf(bytes)) {
    effects.err(`${path} is damaged: these worlds are computed again\n`);
    return null;
  }
  return kind.fromParquet(bytes, range);
}
