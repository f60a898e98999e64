import { join } from 'node:path';
import { modelRevision, UserError } from '@asylia/lab';
import { checksumOf } from '../executors/checksum.ts';
import type { Effects } from '../shell/effects.ts';

/** What a manifest says beside the checksums. */
export interface Identity {
  readonly run: string;
  readonly inputHash: string;
  readonly seed: number;
  readonly worlds: number;
  readonly seconds: number;
  readonly version: string;
  /** [path in the folder] checksum of each file of parts that belongs to the results */
  readonly parts: Readonly<Record<string, string>>;
}

/** A file by its name within a folder of results. */
export type NamedFile = readonly [name: string, content: string | Uint8Array];

/**
 * Writes files into a folder of results, and a manifest with their checksums last.
 * @throws UserError where the folder cannot be written
 */
export function writeFolder(
  effects: Effects,
  folder: string,
  files: readonly NamedFile[],
  manifest: string,
  { run, inputHash, seed, worlds, seconds, version, parts }: Identity,
): void {
  const checksums: Record<string, string> = {};
  try {
    for (const [name, content] of files) {
      effects.write(join(folder, name), content);
      checksums[name] = checksumOf(content);
    }
    const named = Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
    const model = modelRevision;
    const said = {
      ...{ run, inputHash, seed, worlds, seconds, version, model },
      ...{ files: checksums, parts: named },
    };
    effects.write(join(folder, manifest), `${JSON.stringify(said, null, 2)}\n`);
  } catch (error) {
    throw new UserError(
      `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
    );
  }
}
