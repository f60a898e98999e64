import type { Job } from '@asylia/lab';
import { UserError } from '@asylia/lab';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { partOfFile } from './partFile.ts';

/** One queue for all runs: a worker takes whatever is there. */
export const queueName = 'asylia';

/** How long results and inputs stay in Redis, seconds. */
export const keptSeconds = 86_400;
const lookEveryMs = 100;
/** Work that Redis has forgotten (a restart without a file) is offered again after so long. */
const offerEveryMs = 3000;

/** A range of a job, as it lies in the queue. */
export interface Work {
  readonly kind: string;
  /** input hash */
  readonly hash: string;
  /** of the range, as its kind names it */
  readonly name: string;
  readonly range: unknown;
}

export const inputKey = (hash: string) => `asylia:input:${hash}`;
export const partKey = ({ hash, name }: Work) => `asylia:part:${hash}:${name}`;
const jobId = ({ hash, name }: Work) => `${hash.slice(0, 24)}-${name}`;

export function connect(address: string, giveUp: boolean): Redis {
  const redis = new Redis(address, {
    // BullMQ waits for ever by itself; the one who asks wants to know soon that nobody is there.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (giveUp && times > 20 ? null : Math.min(1000, 50 * times)),
    lazyConnect: true,
  });
  redis.on('error', () => undefined);
  return redis;
}

/**
 * Hands the ranges of a job to workers over Redis or Valkey and collects what they computed. Each
 * result is checked by its own checksum; work lost with a worker or with Redis is offered again;
 * work done twice is the same bytes.
 */
export async function runOnRedis<I, R, P>(
  job: Job<I, R, P>,
  address: string,
  say: (line: string) => void,
): Promise<void> {
  const { kind, hash } = job;
  const redis = connect(address, true);
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw new UserError(
      `--redis: expected a Redis or Valkey that answers, got "${address}" (${(error as Error).message}).`,
    );
  }
  const line = connect(address, false);
  const queue = new Queue<Work>(queueName, { connection: line as never });
  queue.on('error', () => undefined);
  const pending = new Map(
    job.ranges.map((range) => {
      const work: Work = { kind: kind.id, hash, name: kind.nameOf(range), range };
      return [work, range];
    }),
  );
  const input = kind.toText(job.input);
  let offered = Number.NEGATIVE_INFINITY;
  const patiently = async <T>(what: () => Promise<T>): Promise<T | null> => {
    try {
      return await what();
    } catch (error) {
      if (error instanceof UserError) throw error;
      return null;
    }
  };
  try {
    while (pending.size > 0 && !job.shouldStop()) {
      const now = performance.now();
      if (now - offered > offerEveryMs) {
        offered = now;
        await patiently(async () => {
          await redis.set(inputKey(job.hash), input, 'EX', keptSeconds);
          await offer(queue, [...pending.keys()]);
        });
      }
      for (const [work, range] of pending) {
        const bytes = await patiently(() => redis.getBuffer(partKey(work)));
        if (!bytes) continue;
        const checksum = bytes.subarray(0, 32).toString('hex');
        const file = { bytes: new Uint8Array(bytes.subarray(32)), checksum };
        const read = await partOfFile({ kind, hash, range }, file);
        if ('wrong' in read) {
          say(`a part that came over Redis (${work.name}) ${read.wrong}: it is computed again`);
          await patiently(() => redis.del(partKey(work)));
          continue;
        }
        job.onPart(read.part, range, null, file);
        pending.delete(work);
      }
      if (pending.size > 0) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  } finally {
    await patiently(() => queue.close());
    line.disconnect();
    redis.disconnect();
  }
}

/** Puts work on the queue that is not there; work that failed for good is said. */
async function offer(queue: Queue<Work>, list: readonly Work[]): Promise<void> {
  for (const work of list) {
    const known = await queue.getJob(jobId(work));
    if (known) {
      const state = await known.getState();
      if (state === 'failed') {
        throw new UserError(`a worker could not compute ${work.name}: ${known.failedReason}`);
      }
      // Done, but what it computed is gone from Redis: once more.
      if (state === 'completed') await known.remove();
    }
    await queue.add('part', work, {
      jobId: jobId(work),
      attempts: 20,
      backoff: { type: 'fixed', delay: 500 },
      removeOnComplete: { age: keptSeconds },
    });
  }
}
