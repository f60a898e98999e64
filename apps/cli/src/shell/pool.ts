import { fileURLToPath } from 'node:url';
import type { Job, KindName, PartOf } from '../jobs/jobKind.ts';

/** What a worker thread is given once, when it starts. */
export interface ThreadInput {
  readonly kind: KindName;
  readonly input: unknown;
}

/** What it gives back for a range. */
export interface ThreadResult {
  readonly part: unknown;
  readonly seconds: number;
}

/**
 * Computes a job on worker threads. Each gets the input once, when it starts; a range is a few
 * numbers. Never more ranges are out than there are threads, so that stopping is quick.
 */
export async function runOnPool<K extends KindName>(job: Job<K>): Promise<void> {
  if (job.ranges.length === 0) return;
  const { Tinypool } = await import('tinypool');
  const workers = Math.max(1, Math.min(job.workers, job.ranges.length));
  const given: ThreadInput = { kind: job.kind, input: job.input };
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./job-worker.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    workerData: given,
  });
  const waiting = [...job.ranges];
  const work = async (): Promise<void> => {
    for (;;) {
      const next = job.shouldStop() ? undefined : waiting.shift();
      if (!next) return;
      const { part, seconds } = (await pool.run(next)) as ThreadResult;
      job.onPart(part as PartOf<K>, next, seconds);
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    await pool.destroy();
  }
}
