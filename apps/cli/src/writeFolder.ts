import { join } from 'node:path';
import { UserError } from './errors.ts';
import { checksumOf } from './shell/checksum.ts';
import type { Effects } from './shell/effects.ts';

/** What a manifest says beside the checksums. */
export interface Identity {
  readonly run: string;
  readonly inputHash: string;
  readonly seed: number;
  readonly worlds: number;
  readonly seconds: number;
  readonly version: string;
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
  { run, inputHash, seed, worlds, seconds, version }: Identity,
): void {
  const checksums = new Map<string, string>();
  try {
    for (const [name, content] of files) {
      effects.write(join(folder, name), content);
      checksums.set(name, checksumOf(content));
    }
    const sums = Object.fromEntries(checksums);
    const said = { run, inputHash, seed, worlds, seconds, version, files: sums };
    effects.write(join(folder, manifest), `${JSON.stringify(said, null, 2)}\n`);
  } catch (error) {
    throw new UserError(
      `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
    );
  }
}
