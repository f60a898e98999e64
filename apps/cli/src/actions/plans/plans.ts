import { UserError } from '@asylia/lab';
import { z } from 'zod';
import type { Effects } from '../../shell/effects.ts';
import type { OpenedPlan } from './plan.ts';
import { runPlan } from './runPlan.ts';
import { sweepPlan } from './sweepPlan.ts';
import { threatPlan } from './threatPlan.ts';

/** Everything that `asylia shards` can cut, by the word `job` of its plan. */
const planSchema = z.discriminatedUnion('job', [
  runPlan.schema,
  sweepPlan.schema,
  threatPlan.schema,
]);
export type Plan = z.infer<typeof planSchema>;

/** @throws UserError on a file that is no plan, or whose input has changed */
export async function openPlan(effects: Effects, path: string): Promise<OpenedPlan> {
  const bytes = effects.read(path);
  if (!bytes) throw new UserError(`expected the file of a plan, got "${path}", which is none.`);
  let plan: Plan;
  try {
    plan = planSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new UserError(`${path} is no plan of asylia shards plan: ${(error as Error).message}`);
  }
  if (plan.job === 'threat') return threatPlan.open(effects, path, plan);
  return plan.job === 'run'
    ? runPlan.open(effects, path, plan)
    : sweepPlan.open(effects, path, plan);
}
