import type { Machine } from '@asylia/lab';
import type { Effects } from '../shell/effects.ts';
import { progress } from '../shell/progress.ts';

/** Who computes: threads of this machine, or workers over Redis. */
export interface Computing {
  /** threads, where this machine computes */
  readonly workers: number;
  /** address of a Redis or Valkey whose workers compute */
  readonly redis?: string | undefined;
}

/** What the command lends to a computation of the lab. */
export function machineOf(effects: Effects, { workers, redis }: Computing): Machine {
  return {
    say: (line) => effects.err(`${line}\n`),
    progress: (what, total, already) => progress(effects, what, total, already),
    execute: (job) => effects.runJob(job, { workers, redis }),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
