import { workerData } from 'node:worker_threads';
import type { RangeOf } from '../jobs/jobKind.ts';
import { kindOf } from '../jobs/kinds.ts';
import type { ThreadInput, ThreadResult } from './pool.ts';

// tinypool hands its own data first and ours second.
const { kind, input } = (workerData as [unknown, ThreadInput])[1];
const run = (await kindOf(kind)).runner(input as never);

export default function runRange(range: RangeOf<typeof kind>): ThreadResult {
  const start = performance.now();
  const part = run(range as never);
  return { part, seconds: (performance.now() - start) / 1000 };
}
