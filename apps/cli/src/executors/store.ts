import { join } from 'node:path';
import type { PartOf, Store } from '@asylia/lab';
import { UserError } from '@asylia/lab';
import type { Effects } from '../shell/effects.ts';
import { fileOfPart, partOfFile } from './partFile.ts';

/**
 * Parts as Parquet files with their checksums beside them.
 * @param folder of results
 * @param inside folder of the parts within it
 */
export function storeIn(effects: Effects, folder: string, inside: string): Store {
  const pathOf = <I, R, P>({ kind, range }: PartOf<I, R, P>) =>
    `${inside}/${kind.nameOf(range)}.parquet`;
  return {
    pathOf,
    load: async (of) => {
      const path = join(folder, pathOf(of));
      const bytes = effects.read(path);
      const beside = effects.read(`${path}.sha256`);
      if (!bytes || !beside) return null;
      const checksum = new TextDecoder().decode(beside).trim();
      const read = await partOfFile(of, { bytes, checksum });
      if ('part' in read) return { part: read.part, checksum };
      effects.err(`${path} ${read.wrong}: these worlds are computed again\n`);
      return null;
    },
    save: (of, part, made) => {
      const { bytes, checksum } = made ?? fileOfPart(of, part);
      const path = join(folder, pathOf(of));
      try {
        effects.write(path, bytes);
        effects.write(`${path}.sha256`, `${checksum}\n`);
      } catch (error) {
        throw new UserError(
          `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
        );
      }
      return checksum;
    },
  };
}
