import type { Fault } from '@asylia/cases';
import type { CurrentRun, Inputs } from '../engine/protocol.ts';
import type { Asked } from '../queries/cache.ts';
import { faultsOf } from '../queries/refused.ts';

/** An expected run, and what it was asked under. */
export interface ExpectedRun {
  readonly inputs: Inputs;
  readonly live: CurrentRun;
}

/** What is shown of a case: a run, and the baseline that it is set against. */
export interface ShownRuns {
  /** Of the last inputs while a new one is computed. */
  readonly run: ExpectedRun | null;
  /** Under the theory and seed of the run. */
  readonly base: ExpectedRun | null;
  /** The run as it came. */
  readonly came: ExpectedRun | null;
  /** What was wrong with the newest inputs that were answered. */
  readonly faults: readonly Fault[];
}

export const noRuns: ShownRuns = { run: null, base: null, came: null, faults: [] };

/** What has to be the same for two runs to be set against each other. */
export const pairName = ({ theory, seed }: Pick<Inputs, 'theory' | 'seed'>) => `${theory} ${seed}`;

/**
 * What is shown next. A run under another theory or seed waits for its baseline, so that both
 * change together.
 * @param own the run of the present inputs
 * @param plain the baseline under the same theory and seed, where it had to be asked for
 */
export function nextRuns(
  before: ShownRuns,
  {
    own,
    plain,
    isPlain,
  }: {
    readonly own: Asked<ExpectedRun>;
    readonly plain: Asked<ExpectedRun>;
    /** Whether the present inputs are those of the baseline. */
    readonly isPlain: boolean;
  },
): ShownRuns {
  const newest = own.answer ?? own.last ?? null;
  const base = (isPlain ? own.answer : plain.answer) ?? before.base;
  const faults =
    own.status === 'failed'
      ? faultsOf([own])
      : own.status === 'answered'
        ? own.answer!.live.ignored
        : before.faults;
  if (!newest) return { run: before.run ?? base, base, came: null, faults };
  if (base && pairName(base.inputs) !== pairName(newest.inputs)) return { ...before, faults };
  if (newest === before.came) return { ...before, base, faults };
  const run = { ...newest, live: keepPolicies(before.run, newest.live) };
  return { run, base, came: newest, faults };
}

/** Controls depend on case and scenario alone: while these stay, so do they, and are not drawn anew. */
function keepPolicies(before: ExpectedRun | null, now: CurrentRun): CurrentRun {
  const was = before?.live;
  const isSame = was?.scenario === now.scenario && was.policies.length === now.policies.length;
  return isSame ? { ...now, policies: was.policies } : now;
}
