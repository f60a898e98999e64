import { basename, join } from 'node:path';
import { formatFaults } from '@asylia/cases';
import { UserError } from '@asylia/lab';
import type { FleeCase } from '@asylia/peers';
import { readFlee } from '@asylia/peers';
import type { Effects } from './effects.ts';

/** The folder of Flee meant by a path: itself, or `flee` within a case that was imported. */
function fleeRoot(effects: Effects, folder: string): string | null {
  for (const root of [folder, join(folder, 'flee')]) {
    if (effects.read(join(root, 'input_csv', 'locations.csv'))) return root;
  }
  return null;
}

export function isFleeFolder(effects: Effects, folder: string): boolean {
  return effects.isFolder(folder) && fleeRoot(effects, folder) !== null;
}

/** Files of a conflict by path within its folder. */
export function fleeFiles(effects: Effects, folder: string): Map<string, Uint8Array> {
  const root = fleeRoot(effects, folder) ?? folder;
  const files = new Map<string, Uint8Array>();
  for (const part of ['input_csv', 'source_data']) {
    const inside = join(root, part);
    if (!effects.isFolder(inside)) continue;
    for (const name of effects.list(inside)) {
      const bytes = effects.read(join(inside, name));
      if (bytes && /\.(csv|yml)$/.test(name)) files.set(`${part}/${name}`, bytes);
    }
  }
  return files;
}

/** Reads a conflict of Flee. @throws UserError with the first ten faults of each file */
export function loadFlee(effects: Effects, folder: string): FleeCase {
  const name = basename(folder.replace(/\/+$/, ''));
  const result = readFlee(name, fleeFiles(effects, folder));
  if ('faults' in result) {
    throw new UserError(`${folder} has faults:\n${formatFaults(result.faults)}`);
  }
  for (const note of result.notes) effects.err(`${name}: ${note}\n`);
  return result.flee;
}
