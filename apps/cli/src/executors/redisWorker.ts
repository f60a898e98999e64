import { version } from '@asylia/engine';
import type { PartFile } from '@asylia/lab';
import { UnrecoverableError, Worker } from 'bullmq';
import type { Effects } from '../shell/effects.ts';
import { kindOf } from './kinds/index.ts';
import { fileOfPart } from './partFile.ts';
import type { Work } from './redis.ts';
import { connect, inputKey, keptSeconds, partKey, queueName } from './redis.ts';

/** A worker that has not been heard of for so long is taken for dead, and its work given to others. */
const deadAfterMs = 5000;

/** Inputs that a worker holds at once: runs of several people may be on the way. */
const inputsKept = 4;

/** Computes ranges of one input; gives their files. */
type Compute = (range: unknown) => PartFile;

/** Computes whatever is asked for over Redis, until stopped. */
export async function serveRedis(effects: Effects, address: string): Promise<void> {
  const redis = connect(address, false);
  const known = new Map<string, Compute>();
  const computeFor = async ({ kind, hash }: Work): Promise<Compute> => {
    const found = known.get(hash);
    if (found) return found;
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
      const { bytes, checksum } = (await computeFor(data))(data.range);
      const value = Buffer.concat([Buffer.from(checksum, 'hex'), bytes]);
      await redis.set(partKey(data), value, 'EX', keptSeconds);
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

async function computeOf(id: string, hash: string, text: string): Promise<Compute> {
  const kind = await kindOf(id);
  if (!kind) throw refusal(`knows no work of the kind "${id}"`);
  const input = kind.fromText(text);
  const own = kind.hashOf(input);
  if (own !== hash) {
    throw refusal(
      `reads another input (${own.slice(0, 12)}) than the one named ${hash.slice(0, 12)}`,
    );
  }
  const run = kind.runner(input);
  return (range) => fileOfPart({ kind, hash, range }, run(range));
}
