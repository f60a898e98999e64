import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import type { Job, PartFile } from '@asylia/lab';
import { handOut, UserError } from '@asylia/lab';
import type { Tinypool } from 'tinypool';

/** A range of a job, as a worker thread is given it. */
export interface ThreadTask {
  readonly job: number;
  /** id of the kind of job */
  readonly kind: string;
  /** of the input */
  readonly hash: string;
  /** The input, serialised once: threads read it where it lies, each when it meets the job. */
  readonly input: SharedArrayBuffer;
  readonly range: unknown;
  /** Parts are saved: the thread makes their files, which else would keep everybody waiting. */
  readonly isSaved: boolean;
}

/** What it gives back for it. */
export interface ThreadResult {
  readonly part: unknown;
  readonly file: PartFile | null;
  readonly seconds: number;
}

/** Worker threads that live for a command: they are kept from job to job, as each compiles anew. */
export interface Pool {
  /**
   * Computes a job. Never more ranges are out than there are threads, so that stopping is quick.
   * @throws UserError when a thread dies; whatever a range throws
   */
  readonly run: <I, R, P>(job: Job<I, R, P>, workers: number) => Promise<void>;
  /** Lets the threads go, what they do included; the process cannot end before. */
  readonly close: () => Promise<void>;
}

/** @param script what a thread runs; its default export computes a `ThreadTask` */
export function makePool(script: URL = new URL('./job-worker.js', import.meta.url)): Pool {
  let kept: { readonly threads: Tinypool; readonly workers: number } | null = null;
  let jobs = 0;
  const close = async (): Promise<void> => {
    const { threads } = kept ?? {};
    kept = null;
    await threads?.destroy();
  };
  const threadsFor = async (workers: number): Promise<Tinypool> => {
    if (kept?.workers === workers) return kept.threads;
    await close();
    const { Tinypool } = await import('tinypool');
    const threads = new Tinypool({
      filename: fileURLToPath(script),
      minThreads: workers,
      maxThreads: workers,
    });
    const made = { threads, workers };
    for (const thread of threads.threads) {
      let hasSaid = false;
      thread.on('error', () => {
        hasSaid = true;
      });
      // Who ends without a word would be waited for for ever.
      thread.on('exit', () => {
        if (!hasSaid && kept === made) thread.emit('error', new ThreadEnded());
      });
    }
    kept = made;
    return threads;
  };
  const run = async <I, R, P>(job: Job<I, R, P>, workers: number): Promise<void> => {
    if (job.ranges.length === 0) return;
    const threads = await threadsFor(Math.max(1, workers));
    const { kind, hash, isSaved } = job;
    const input = inSharedMemory(job.input);
    const shared = { job: ++jobs, kind: kind.id, hash, isSaved, input };
    const take = handOut(job.ranges, job.groupOf ?? (() => null));
    const work = async (): Promise<void> => {
      let last: R | null = null;
      for (;;) {
        const next: R | undefined = job.shouldStop() ? undefined : take(last);
        if (!next) return;
        last = next;
        const task: ThreadTask = { ...shared, range: next };
        const result: ThreadResult = await threads.run(task).catch(sayIfDead);
        const { part, file, seconds } = result;
        job.onPart(part as P, next, seconds, file);
      }
    };
    await Promise.all(Array.from({ length: Math.min(workers, job.ranges.length) }, work));
  };
  return { run, close };
}

function inSharedMemory(value: unknown): SharedArrayBuffer {
  const bytes = serialize(value);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

class ThreadEnded extends Error {}

function sayIfDead(error: unknown): never {
  const isFull = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (!isFull && !(error instanceof ThreadEnded)) throw error;
  throw new UserError(
    `a worker thread ${isFull ? 'ran out of memory and ended' : 'ended, nobody knows why'}; what was finished before is kept. Give the same command with fewer --workers, or with more memory (NODE_OPTIONS=--max-old-space-size=8192).`,
  );
}
