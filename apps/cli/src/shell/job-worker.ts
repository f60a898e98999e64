import type { KindName } from '../jobs/jobKind.ts';
import { kindOf } from '../jobs/kinds.ts';
import type { ThreadResult, ThreadTask } from './pool.ts';

/** What a thread does with ranges of the job it was last given: threads outlive jobs. */
let current: { job: number; run: (range: never) => unknown } | null = null;

export default async function runRange(task: ThreadTask<KindName>): Promise<ThreadResult> {
  if (current?.job !== task.job) {
    if (!task.given) return { wantsInput: true, part: null, seconds: 0 };
    const { kind, input } = task.given;
    current = { job: task.job, run: (await kindOf(kind)).runner(input as never) };
  }
  const start = performance.now();
  const part = current.run(task.range as never);
  return { wantsInput: false, part, seconds: (performance.now() - start) / 1000 };
}
