import { canonical, inputHash, sha256Bytes } from '@asylia/cases';
import type { StudyInput } from '@asylia/study';
import { runChunk } from '@asylia/study';
import { Queue, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { UserError } from '../errors.ts';
import { version } from '../version.ts';
import { chunkFromParquet, chunkToParquet } from './chunkStore.ts';
import type { Effects, WorldJob } from './effects.ts';

/** One queue for all runs: a worker takes whatever is there. */
const queueName = 'asylia';

/** How long results and inputs stay in Redis, seconds. */
const keptSeconds = 86_400;
/** A worker that has not been heard of for so long is taken for dead, and its work given to others. */
const deadAfterMs = 5000;
const lookEveryMs = 100;
/** Work that Redis has forgotten (a restart without a file) is offered again after so long. */
const offerEveryMs = 3000;

interface Work {
  readonly hash: string;
  readonly firstWorld: number;
  readonly count: number;
}

const inputKey = (hash: string) => `asylia:input:${hash}`;
const chunkKey = ({ hash, firstWorld, count }: Work) =>
  `asylia:worlds:${hash}:${firstWorld}:${count}`;
const jobId = ({ hash, firstWorld, count }: Work) => `${hash.slice(0, 24)}-${firstWorld}-${count}`;

function connect(address: string, giveUp: boolean): Redis {
  return new Redis(address, {
    // BullMQ waits for ever by itself; the one who asks wants to know soon that nobody is there.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (giveUp && times > 20 ? null : Math.min(1000, 50 * times)),
    lazyConnect: true,
  });
}

/**
 * Hands chunks of worlds to workers over Redis or Valkey and collects what they computed. Each
 * result is checked by its own checksum; work lost with a worker or with Redis is offered again;
 * work done twice is the same bytes.
 */
export async function runOnRedis(job: WorldJob): Promise<void> {
  const address = job.redis!;
  const redis = connect(address, true);
  redis.on('error', () => undefined);
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw new UserError(
      `--redis: expected a Redis or Valkey that answers, got "${address}" (${(error as Error).message}).`,
    );
  }
  const line = connect(address, false);
  line.on('error', () => undefined);
  const queue = new Queue<Work>(queueName, { connection: line as never });
  queue.on('error', () => undefined);
  const pending = new Map(
    job.chunks.map((chunk) => {
      const work: Work = { hash: job.hash, ...chunk };
      return [jobId(work), work];
    }),
  );
  const input = canonical(job.input);
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
          await offer(queue, [...pending.values()]);
        });
      }
      for (const [id, work] of pending) {
        const bytes = await patiently(() => redis.getBuffer(chunkKey(work)));
        if (!bytes) continue;
        const content = new Uint8Array(bytes.subarray(32));
        if (sha256Bytes(content) !== bytes.subarray(0, 32).toString('hex')) {
          await patiently(() => redis.del(chunkKey(work)));
          continue;
        }
        job.onChunk(await chunkFromParquet(content));
        pending.delete(id);
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
        throw new UserError(
          `a worker could not compute worlds ${work.firstWorld} and on: ${known.failedReason}`,
        );
      }
      // Done, but what it computed is gone from Redis: once more.
      if (state === 'completed') await known.remove();
    }
    await queue.add('worlds', work, {
      jobId: jobId(work),
      attempts: 20,
      backoff: { type: 'fixed', delay: 500 },
      removeOnComplete: { age: keptSeconds },
    });
  }
}

/** Computes worlds for whoever asks over Redis, until stopped. */
export async function serveRedis(effects: Effects, address: string): Promise<void> {
  const redis = connect(address, false);
  redis.on('error', () => undefined);
  const inputs = new Map<string, StudyInput>();
  const inputOf = async (hash: string): Promise<StudyInput> => {
    const known = inputs.get(hash);
    if (known) return known;
    const text = await redis.get(inputKey(hash));
    if (!text) throw new Error('the input is not there any more');
    const input = JSON.parse(text) as StudyInput;
    const { case: source, scenario, calibration, seed } = input;
    const own = inputHash(source, scenario ? [scenario] : [], { calibration, seed, version });
    if (own !== hash) {
      throw new UnrecoverableError(
        `this worker is Asylia ${version} and reads another input (${own.slice(0, 12)}) than the one named ${hash.slice(0, 12)}: use the same version everywhere`,
      );
    }
    inputs.clear();
    inputs.set(hash, input);
    return input;
  };
  const line = connect(address, false);
  line.on('error', () => undefined);
  const worker = new Worker<Work>(
    queueName,
    async ({ data }) => {
      const input = await inputOf(data.hash);
      const content = chunkToParquet(runChunk(input, data.firstWorld, data.count));
      const checksum = Buffer.from(sha256Bytes(content), 'hex');
      await redis.set(chunkKey(data), Buffer.concat([checksum, content]), 'EX', keptSeconds);
      effects.err(`worlds ${data.firstWorld} to ${data.firstWorld + data.count - 1}\n`);
    },
    {
      connection: line as never,
      lockDuration: deadAfterMs,
      stalledInterval: deadAfterMs / 2,
      maxStalledCount: 1000,
    },
  );
  worker.on('error', () => undefined);
  effects.err(`waiting for work at ${address}; stop with Ctrl-C\n`);
  await new Promise<void>((resolve) => {
    effects.onInterrupt(resolve);
  });
  await worker.close();
  line.disconnect();
  redis.disconnect();
}
