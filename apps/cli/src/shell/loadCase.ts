import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Overlay } from '@asylia/cases';
import { caseSubfolders, formatFaults, hint, isCaseFile, readOverlay } from '@asylia/cases';
import type { CaseFolder } from '@asylia/lab';
import { readCaseFolder, UserError } from '@asylia/lab';
import type { Effects } from './effects.ts';

/** A case folder with what stands beside the tables, and where it lies. */
export interface LoadedCase extends CaseFolder {
  readonly folder: string;
}

/** Cases that come with the program: beside the built command, or in the source tree. */
export function shippedCases(): string {
  const beside = fileURLToPath(new URL('./cases', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../../../cases', import.meta.url));
}

/** The folder meant by the user: a path, or the name of a case that comes with the program. */
export function locateCase(effects: Effects, name: string): string {
  if (effects.isFolder(name)) return name;
  const shipped = shippedCases();
  const inside = join(shipped, basename(name));
  if (name === basename(name) && effects.isFolder(inside)) return inside;
  const known = effects.isFolder(shipped) ? effects.list(shipped) : [];
  throw new UserError(
    `case: expected a folder or the name of a case, got "${name}", which is neither. ${hint(name, known)}`,
  );
}

/** Files of a case folder that are read: tables, what stands beside them, folders below. */
export function filesOfCase(effects: Effects, folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (path: string) => {
    const bytes = effects.read(join(folder, path));
    if (bytes) files.set(path, bytes);
  };
  const below = caseSubfolders.filter((name) => effects.isFolder(join(folder, name)));
  const paths = [
    ...effects.list(folder),
    ...below.flatMap((name) => effects.list(join(folder, name)).map((file) => `${name}/${file}`)),
  ];
  for (const path of paths) if (isCaseFile(path)) add(path);
  return files;
}

/** Reads and checks a case and what stands beside it. @throws UserError with all faults */
export function loadCase(effects: Effects, name: string): LoadedCase {
  const folder = locateCase(effects, name);
  const result = readCaseFolder(filesOfCase(effects, folder));
  if ('faults' in result) {
    throw new UserError(`${folder} has faults:\n${formatFaults(result.faults)}`);
  }
  for (const note of result.folder.case.notes) effects.err(`${note}\n`);
  return { folder, ...result.folder };
}

function readScenario(effects: Effects, path: string): Overlay {
  const result = readOverlay(path, effects.read(path) ?? '');
  if ('faults' in result) throw new UserError(formatFaults(result.faults));
  return result.overlay;
}

/** A scenario by its name, or from a file. */
export function findScenario(effects: Effects, loaded: LoadedCase, name: string): Overlay | null {
  if (name === 'as-it-was') return null;
  const known = loaded.scenarios.find((scenario) => scenario.id === name);
  if (known) return known;
  if (name.endsWith('.json') && effects.read(name)) return readScenario(effects, name);
  const ids = loaded.scenarios.map((scenario) => scenario.id);
  throw new UserError(
    `--scenario: expected the name of a scenario or a file, got "${name}". ${hint(name, ids)}`,
  );
}
