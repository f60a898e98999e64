import { UserError } from '@asylia/lab';
import { defaultThreat, ledgerDraws } from '../runs/attribution.ts';
import type { StudyOptions } from '../runs/study.ts';
import type { Effects } from '../shell/effects.ts';
import { isFleeFolder } from '../shell/fleeFolder.ts';
import { openPlan } from './plans/plans.ts';
import { planRun } from './plans/runPlan.ts';
import { planSweep } from './plans/sweepPlan.ts';
import { planAttribution } from './plans/threatPlan.ts';

export interface PlanOptions extends StudyOptions {
  readonly scenario: string;
  readonly plan: string;
  readonly peerWorlds: number;
  readonly settings?: string;
  /** an attribution instead of a run */
  readonly threat?: boolean;
}

/** Writes the plan of a run, or of a comparison of conflicts, and says how many shards it has. */
export async function planShards(
  effects: Effects,
  names: readonly string[],
  options: PlanOptions,
): Promise<void> {
  const isSweep = names.every((name) => isFleeFolder(effects, name));
  if (!isSweep && names.length > 1) {
    throw new UserError(
      'shards plan: expected one case, or several folders of Flee (with input_csv and source_data).',
    );
  }
  const plan = options.threat
    ? planAttribution(effects, names[0]!, {
        ...defaultThreat,
        ...options,
        ledger: ledgerDraws,
        allowedSeconds: Number.MAX_SAFE_INTEGER,
      })
    : isSweep
      ? await planSweep(effects, names, options)
      : planRun(effects, names[0]!, options);
  effects.write(options.plan, `${JSON.stringify(plan, null, 2)}\n`);
  const { shards } = await openPlan(effects, options.plan);
  effects.out(
    `${options.plan}: ${shards.length} shards, 0 to ${shards.length - 1}. Next: asylia shards run ${options.plan} --index 0 (and so on, anywhere that sees these files), then asylia shards merge ${options.plan}\n`,
  );
}

/** Computes one shard. Doing it twice, or on two machines at once, changes nothing. */
export async function runShard(
  effects: Effects,
  path: string,
  given: number | undefined,
): Promise<void> {
  const { shards } = await openPlan(effects, path);
  const index = given ?? indexOf(effects.environment);
  const shard = shards[index];
  if (!shard) {
    throw new UserError(`--index: expected 0 to ${shards.length - 1}, got ${index}.`);
  }
  const name = (await shard.isThere()) ? 'there already' : await shard.compute();
  effects.out(`shard ${index}: ${name}\n`);
}

/** The number that schedulers give to a piece of an array of jobs. */
function indexOf(environment: Readonly<Record<string, string | undefined>>): number {
  const { SLURM_ARRAY_TASK_ID: slurm, JOB_COMPLETION_INDEX: kubernetes } = environment;
  const text = slurm ?? kubernetes;
  if (text === undefined || !/^\d+$/.test(text)) {
    throw new UserError(
      'shards run: expected --index, or a number in SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX; got none.',
    );
  }
  return Number(text);
}

/** Puts the shards together. @throws UserError naming the shards that are missing or damaged */
export async function mergeShards(effects: Effects, path: string): Promise<void> {
  const { shards, merge } = await openPlan(effects, path);
  const missing: number[] = [];
  for (const [index, shard] of shards.entries()) {
    if (!(await shard.isThere())) missing.push(index);
  }
  if (missing.length > 0) {
    const few = missing.slice(0, 10).join(', ');
    throw new UserError(
      `${missing.length} of ${shards.length} shards are missing: ${few}${missing.length > 10 ? ', ...' : ''}. Run them (asylia shards run ${path} --index ${missing[0]}), then merge again.`,
    );
  }
  await merge();
}
