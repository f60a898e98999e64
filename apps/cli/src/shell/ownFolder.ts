import { join } from 'node:path';
import { UserError } from '@asylia/lab';
import type { Effects } from './effects.ts';

/**
 * Does some work that writes into a folder of results, which it has for itself meanwhile.
 * @param manifest name of the file that says whose results lie there; null: nobody's
 * @throws UserError where another process writes there, or where results of another run lie
 */
export async function holding<T>(
  effects: Effects,
  { folder, hash }: { readonly folder: string; readonly hash: string },
  manifest: string,
  work: () => Promise<T>,
): Promise<T> {
  expectOwn(effects, folder, manifest, hash);
  const release = lockOf(effects, folder);
  try {
    return await work();
  } finally {
    release();
  }
}

function lockOf(effects: Effects, folder: string): () => void {
  let release: (() => void) | null;
  try {
    release = effects.lock(folder);
  } catch (error) {
    throw new UserError(
      `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
    );
  }
  if (release) return release;
  throw new UserError(
    `--out: another asylia is writing into ${folder}. Wait until it is done, or choose another folder with --out; if none runs, remove ${join(folder, 'asylia.lock')}.`,
  );
}

function expectOwn(effects: Effects, folder: string, manifest: string, hash: string): void {
  const bytes = effects.read(join(folder, manifest));
  if (!bytes) return;
  const other = hashIn(new TextDecoder().decode(bytes));
  if (other === null || other === hash) return;
  throw new UserError(
    `--out: expected a folder for the run ${hash.slice(0, 12)}, but ${folder} holds the results of another, ${other.slice(0, 12)} (its input, or the model, was another). Choose another folder with --out, or remove that one.`,
  );
}

/** Null for a manifest that is damaged: it is written anew. */
function hashIn(text: string): string | null {
  try {
    const { inputHash } = JSON.parse(text);
    return typeof inputHash === 'string' ? inputHash : null;
  } catch {
    return null;
  }
}
