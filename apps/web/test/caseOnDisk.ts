import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCaseFile } from '@asylia/cases';
import type { Session } from '../src/engine/session.ts';
import { openSession } from '../src/engine/session.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const texts = (folder: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** Files of a case as the page hands them to its worker. */
export function caseFiles(name: string): Record<string, string> {
  const folder = join(root, 'cases', name);
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return texts(folder, inside.filter(isCaseFile).sort());
}

/** A case opened as the worker opens it. @throws Error when a file has a fault */
export function openOnDisk(name: string): Session {
  const folder = join(root, 'theories');
  const opened = openSession(caseFiles(name), texts(folder, readdirSync(folder).sort()));
  if ('faults' in opened) throw new Error(JSON.stringify(opened.faults));
  return opened.session;
}
