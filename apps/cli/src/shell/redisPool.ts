import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { UserError } from '../errors.ts';
import type { Job, KindName } from '../jobs/jobKind.ts';
import { kindOf } from '../jobs/kinds.ts';
import { checksumOf } from './checksum.ts';

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
export async function runOnRedis<K extends KindName>(job: Job<K>): Promise<void> {
  const address = job.redis!;
  const kind = await kindOf(job.kind);
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
      const work: Work = { kind: job.kind, hash: job.hash, name: kind.nameOf(range), range };
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
        const content = new Uint8Array(bytes.subarray(32));
        const checksum = bytes.subarray(0, 32).toString('hex');
        if (checksumOf(content) !== checksum) {
          await patiently(() => redis.del(partKey(work)));
          continue;
        }
        const file = { bytes: content, checksum };
        job.onPart(await kind.fromParquet(content, range), range, null, file);
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
