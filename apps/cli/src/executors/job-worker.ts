import { deserialize } from 'node:v8';
import { kindOf } from './kinds/index.ts';
import { fileOfPart } from './partFile.ts';
import type { ThreadResult, ThreadTask } from './threads.ts';

type Compute = (range: unknown) => ThreadResult;

/** What this thread does with ranges of the job it last met: threads outlive jobs. */
let current: { readonly job: number; readonly compute: Promise<Compute> } | null = null;

export default async function runRange(task: ThreadTask): Promise<ThreadResult> {
  if (current?.job !== task.job) current = { job: task.job, compute: computeOf(task) };
  return (await current.compute)(task.range);
}

async function computeOf({ kind: id, hash, input, isSaved }: ThreadTask): Promise<Compute> {
  const kind = (await kindOf(id))!;
  const run = kind.runner(deserialize(Buffer.from(input)));
  return (range) => {
    const start = performance.now();
    const part = run(range);
    const seconds = (performance.now() - start) / 1000;
    return { part, seconds, file: isSaved ? fileOfPart({ kind, hash, range }, part) : null };
  };
}
