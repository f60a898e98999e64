import { fileURLToPath } from 'node:url';
import type { Tinypool } from 'tinypool';
import { handOut } from '../jobs/handOut.ts';
import type { Job, KindName, PartOf, RangeOf } from '../jobs/jobKind.ts';

/** What a worker thread is given once a job. */
export interface ThreadInput {
  readonly kind: KindName;
  readonly input: unknown;
}

export interface ThreadTask<K extends KindName> {
  readonly job: number;
  readonly range: RangeOf<K>;
  readonly given: ThreadInput | null;
}

/** What it gives back for a range. */
export interface ThreadResult {
  /** true where the thread does not know the job yet */
  readonly wantsInput: boolean;
  readonly part: unknown;
  readonly seconds: number;
}

/** Threads are kept from job to job: each would compile the program anew. */
let kept: { pool: Tinypool; workers: number } | null = null;
let jobs = 0;

async function poolOf(workers: number): Promise<Tinypool> {
  if (kept?.workers === workers) return kept.pool;
  await closePool();
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./job-worker.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
  });
  kept = { pool, workers };
  return pool;
}

/** Lets the threads go; the process cannot end before. */
export async function closePool(): Promise<void> {
  const { pool } = kept ?? {};
  kept = null;
  await pool?.destroy();
}

/**
 * Computes a job on worker threads. Each gets the input once, when it first asks for it; a range is
 * a few numbers. Never more ranges are out than there are threads, so that stopping is quick.
 */
export async function runOnPool<K extends KindName>(job: Job<K>): Promise<void> {
  if (job.ranges.length === 0) return;
  const pool = await poolOf(Math.max(1, job.workers));
  const number = ++jobs;
  const given: ThreadInput = { kind: job.kind, input: job.input };
  const take = handOut(job.ranges, job.groupOf ?? (() => null));
  const runRange = async (range: RangeOf<K>): Promise<ThreadResult> => {
    const task: ThreadTask<K> = { job: number, range, given: null };
    const result = (await pool.run(task)) as ThreadResult;
    if (!result.wantsInput) return result;
    return (await pool.run({ ...task, given })) as ThreadResult;
  };
  const work = async (): Promise<void> => {
    let last: RangeOf<K> | null = null;
    for (;;) {
      const next: RangeOf<K> | undefined = job.shouldStop() ? undefined : take(last);
      if (!next) return;
      last = next;
      const { part, seconds } = await runRange(next);
      job.onPart(part as PartOf<K>, next, seconds);
    }
  };
  await Promise.all(Array.from({ length: Math.min(job.workers, job.ranges.length) }, work));
}
