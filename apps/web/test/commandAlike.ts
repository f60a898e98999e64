import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realEffects } from '../../cli/src/realEffects.ts';
import type { Effects } from '../../cli/src/shell/effects.ts';
import { openSession } from '../src/engine/session.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Text files of a folder by their path in it, as the page is given them. */
function filesOf(folder: string, below = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(join(folder, below), { withFileTypes: true }).map((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesOf(folder, path);
      return /\.(csv|json)$/.test(entry.name)
        ? { [path]: readFileSync(join(folder, path), 'utf8') }
        : {};
    }),
  );
}

/** A session of the worker on a case that comes along. */
export function sessionOf(name: string) {
  const opened = openSession(filesOf(join(root, 'cases', name)), filesOf(join(root, 'theories')));
  if ('faults' in opened) throw new Error(JSON.stringify(opened.faults));
  return opened.session;
}

/** The shell of the command, with everything computed here and written nowhere. */
export function commandOf(extra: ReadonlyMap<string, string> = new Map()): Effects {
  return {
    ...realEffects,
    err: () => undefined,
    write: () => undefined,
    lock: () => () => undefined,
    read: (path) => {
      const text = extra.get(path);
      return text === undefined ? realEffects.read(path) : new TextEncoder().encode(text);
    },
    runJob: async (job) => {
      const run = job.kind.runner(job.input);
      for (const range of job.ranges) job.onPart(run(range), range, 0);
    },
  };
}
