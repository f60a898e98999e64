import { UnrecoverableError, Worker } from 'bullmq';
import type { KindName } from '../jobs/jobKind.ts';
import { isKind, kindOf } from '../jobs/kinds.ts';
import { version } from '../version.ts';
import { checksumOf } from './checksum.ts';
import type { Effects } from './effects.ts';
import type { Work } from './redisPool.ts';
import { connect, inputKey, keptSeconds, partKey, queueName } from './redisPool.ts';

/** A worker that has not been heard of for so long is taken for dead, and its work given to others. */
const deadAfterMs = 5000;

/** Inputs that a worker holds at once: runs of several people may be on the way. */
const inputsKept = 4;

/** Computes ranges of one input; gives the bytes of their files. */
type Compute = (range: unknown) => Uint8Array;

/** Computes whatever is asked for over Redis, until stopped. */
export async function serveRedis(effects: Effects, address: string): Promise<void> {
  const redis = connect(address, false);
  const known = new Map<string, Compute>();
  const computeFor = async ({ kind, hash }: Work): Promise<Compute> => {
    const found = known.get(hash);
    if (found) return found;
    if (!isKind(kind)) throw refusal(`knows no work of the kind "${kind}"`);
    const text = await redis.get(inputKey(hash));
    if (!text) throw new Error('the input is not there any more');
    const compute = await computeOf(kind, hash, text);
    if (known.size >= inputsKept) known.delete(known.keys().next().value!);
    known.set(hash, compute);
    return compute;
  };
  const line = connect(address, false);
  const worker = new Worker<Work>(
    queueName,
    async ({ data }) => {
      const content = (await computeFor(data))(data.range);
      const checksum = Buffer.from(checksumOf(content), 'hex');
      await redis.set(partKey(data), Buffer.concat([checksum, content]), 'EX', keptSeconds);
      effects.err(`${data.name}\n`);
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

const refusal = (what: string) =>
  new UnrecoverableError(
    `this worker is Asylia ${version} and ${what}: use the same version everywhere`,
  );

async function computeOf<K extends KindName>(
  name: K,
  hash: string,
  text: string,
): Promise<Compute> {
  const kind = await kindOf(name);
  const input = kind.fromText(text);
  const own = kind.hashOf(input);
  if (own !== hash) {
    throw refusal(
      `reads another input (${own.slice(0, 12)}) than the one named ${hash.slice(0, 12)}`,
    );
  }
  const run = kind.runner(input);
  return (range) => kind.toParquet(run(range as never));
}
