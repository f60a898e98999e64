import { fileURLToPath } from 'node:url';
import type { Chunk } from '@asylia/study';
import type { WorldJob } from './effects.ts';

/**
 * Runs chunks on worker threads. Each worker gets the study once, when it starts; a chunk is two
 * numbers. Never more chunks are out than there are workers, so that stopping is quick.
 */
export async function runOnPool(job: WorldJob): Promise<void> {
  if (job.chunks.length === 0) return;
  const { Tinypool } = await import('tinypool');
  const workers = Math.max(1, Math.min(job.workers, job.chunks.length));
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./world-worker.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    workerData: job.input,
  });
  const waiting = [...job.chunks];
  const work = async (): Promise<void> => {
    for (;;) {
      const next = job.shouldStop() ? undefined : waiting.shift();
      if (!next) return;
      job.onChunk((await pool.run(next)) as Chunk);
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    await pool.destroy();
  }
}
