import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Pool } from './executors/threads.ts';
import { apart, loadApart } from './shell/apart.ts';
import type { Effects } from './shell/effects.ts';

/** The machine that this program runs on. Threads, once started, live until `close`. */
function makeEffects(): Effects {
  let pool: Pool | null = null;
  let hasStatus = false;
  const status = (line: string): void => {
    if (!process.stderr.isTTY || (line === '' && !hasStatus)) return;
    hasStatus = line !== '';
    // A line that is longer than the terminal is wide could not be taken back.
    process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
  };
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    status('');
    stream.write(text);
  };
  return {
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    isTerminal: process.stderr.isTTY === true,
    status,
    nowMs: () => performance.now(),
    environment: process.env,
    list: (folder) => readdirSync(folder).sort(),
    isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
    read: (path) => {
      if (!(statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) return null;
      return new Uint8Array(readFileSync(path));
    },
    write: (path, content) => {
      mkdirSync(dirname(path), { recursive: true });
      const beside = `${path}.${process.pid}.part`;
      writeFileSync(beside, content);
      renameSync(beside, path);
    },
    lock: lockFolder,
    runJob: async (job, { workers, redis }) => {
      if (redis) {
        const load = () => import('./executors/redis.ts');
        const { runOnRedis } = await loadApart('--redis', apart.redis, load);
        return runOnRedis(job, redis, (line) => write(process.stderr, `${line}\n`));
      }
      pool ??= (await import('./executors/threads.ts')).makePool();
      return pool.run(job, workers);
    },
    close: async () => pool?.close(),
    onInterrupt: (stop) => {
      let isAsked = false;
      const interrupted = () => {
        if (isAsked) return process.exit(130);
        isAsked = true;
        stop();
      };
      process.on('SIGINT', interrupted);
      return () => process.off('SIGINT', interrupted);
    },
    serve: async (port, answer) => (await import('./shell/serve.ts')).serve(port, answer),
    browse: (address) => void import('./shell/browse.ts').then(({ browse }) => browse(address)),
  };
}

export const realEffects: Effects = makeEffects();

/** Name of the file that says who writes into a folder. */
const lockName = 'asylia.lock';

/** See `Effects.lock`. What a process that is no more has left behind is taken over. */
function lockFolder(folder: string): (() => void) | null {
  const path = join(folder, lockName);
  const own = JSON.stringify({ process: process.pid, machine: hostname() });
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, own, { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
      if (isHeld(path)) return null;
      rmSync(path, { force: true });
    }
  }
}

/** Whether the process that a lock names lives. Of another machine it cannot be known: it does. */
function isHeld(path: string): boolean {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'));
    if (holder.machine !== hostname()) return true;
    if (holder.process === process.pid) return false;
    process.kill(holder.process, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
