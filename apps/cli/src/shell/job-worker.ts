import { deserialize } from 'node:v8';
import { kindOf } from '../jobs/kinds.ts';
import { fileOfPart } from '../jobs/partStore.ts';
import type { ThreadResult, ThreadTask } from './pool.ts';

type Compute = (range: unknown) => ThreadResult;

/** What this thread does with ranges of the job it last met: threads outlive jobs. */
let current: { readonly job: number; readonly compute: Promise<Compute> } | null = null;

export default async function runRange(task: ThreadTask): Promise<ThreadResult> {
  if (current?.job !== task.job) current = { job: task.job, compute: computeOf(task) };
  return (await current.compute)(task.range);
}

async function computeOf({ kind: name, input, isSaved }: ThreadTask): Promise<Compute> {
  const kind = await kindOf(name);
  const run = kind.runner(deserialize(Buffer.from(input)) as never) as (range: unknown) => never;
  return (range) => {
    const start = performance.now();
    const part = run(range);
    const seconds = (performance.now() - start) / 1000;
    return { part, seconds, file: isSaved ? fileOfPart(kind, part) : null };
  };
}
