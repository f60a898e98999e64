import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Job, KindName } from '../jobs/jobKind.ts';
import type { Answer, Asked } from '../page/answer.ts';
import { apart, loadApart } from './apart.ts';
import type { Pool } from './pool.ts';

/** Everything that the command does to the world outside; tests hand in another one. */
export interface Effects {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where a line of progress can be overwritten. */
  readonly isTerminal: boolean;
  /** Shows a line that whatever is said next replaces; an empty one takes it away. */
  readonly status: (line: string) => void;
  readonly nowMs: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly list: (folder: string) => string[];
  readonly isFolder: (path: string) => boolean;
  /** Bytes of a file, null when there is none. */
  readonly read: (path: string) => Uint8Array | null;
  /** Writes beside and renames: a reader never sees half a file. Makes folders. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Computes the ranges of a job in any order; stops after the running ones when asked to. */
  readonly runJob: <K extends KindName>(job: Job<K>) => Promise<void>;
  /** Ends what was started for jobs. */
  readonly close: () => Promise<void>;
  /**
   * Calls back on Ctrl-C until the returned function is called. A second Ctrl-C ends the process
   * at once, with 130.
   */
  readonly onInterrupt: (stop: () => void) => () => void;
  /** Answers requests of this machine alone; port 0 is a free one. @throws Error when it is taken */
  readonly serve: (
    port: number,
    answer: (asked: Asked, port: number) => Answer,
  ) => Promise<{ readonly port: number; readonly close: () => Promise<void> }>;
  /** Opens an address in the system's browser where there is one. */
  readonly browse: (address: string) => void;
}

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
    runJob: async (job) => {
      if (job.redis) {
        const remote = await loadApart('--redis', apart.redis, () => import('./redisPool.ts'));
        return remote.runOnRedis(job);
      }
      pool ??= (await import('./pool.ts')).makePool();
      return pool.run(job);
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
    serve: async (port, answer) => (await import('./serve.ts')).serve(port, answer),
    browse: (address) => void import('./browse.ts').then(({ browse }) => browse(address)),
  };
}

export const realEffects: Effects = makeEffects();
