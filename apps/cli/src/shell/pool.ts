import { fileURLToPath } from 'node:url';
import type { ConflictJob, WorldJob } from './effects.ts';

/** What a pool of worker threads computes: the same input for all, one task at a time each. */
interface PoolJob<Task, Result> {
  /** file name of the worker beside this one */
  readonly worker: string;
  readonly input: unknown;
  readonly tasks: readonly Task[];
  readonly workers: number;
  readonly onResult: (result: Result) => void;
  readonly shouldStop: () => boolean;
}

/**
 * Runs tasks on worker threads. Each worker gets the input once, when it starts; a task is a few
 * numbers. Never more tasks are out than there are workers, so that stopping is quick.
 */
async function runTasks<Task, Result>(job: PoolJob<Task, Result>): Promise<void> {
  if (job.tasks.length === 0) return;
  const { Tinypool } = await import('tinypool');
  const workers = Math.max(1, Math.min(job.workers, job.tasks.length));
  const pool = new Tinypool({
    filename: fileURLToPath(new URL(job.worker, import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    workerData: job.input,
  });
  const waiting = [...job.tasks];
  const work = async (): Promise<void> => {
    for (;;) {
      const next = job.shouldStop() ? undefined : waiting.shift();
      if (!next) return;
      job.onResult((await pool.run(next)) as Result);
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    await pool.destroy();
  }
}

/** Chunks of worlds of a study. */
export function runOnPool({ chunks, onChunk, ...job }: WorldJob): Promise<void> {
  return runTasks({ ...job, worker: './world-worker.js', tasks: chunks, onResult: onChunk });
}

/** Ranges of worlds of a conflict in the format of Flee. */
export function runConflictOnPool({ onPart, ...job }: ConflictJob): Promise<void> {
  return runTasks({ ...job, worker: './conflict-worker.js', onResult: onPart });
}
