import { dirname, join, resolve } from 'node:path';
import { planChunks, worldsJob } from '@asylia/lab';
import { z } from 'zod';
import { writeResults } from '../../output/results.ts';
import type { StudyOptions } from '../../runs/study.ts';
import { prepareStudy, runStudy, worldsPerShard } from '../../runs/study.ts';
import type { Effects } from '../../shell/effects.ts';
import { findScenario, loadCase } from '../../shell/loadCase.ts';
import type { PlanKind } from './plan.ts';
import { expectPlanned, shardOf } from './plan.ts';

const schema = z.strictObject({
  formatVersion: z.literal(2),
  job: z.literal('run'),
  case: z.string(),
  scenario: z.string(),
  seed: z.number().int().min(0),
  worlds: z.number().int().min(1),
  perShard: z.number().int().min(1),
  to: z.string().optional(),
  /** folder of results, as seen from the folder of the plan */
  out: z.string(),
  inputHash: z.string(),
});
type RunPlan = z.infer<typeof schema>;

/** A run of a case, its worlds cut into shards. */
export const runPlan: PlanKind<typeof schema> = { schema, open };

export function planRun(
  effects: Effects,
  name: string,
  options: StudyOptions & { readonly scenario: string },
): RunPlan {
  const loaded = loadCase(effects, name);
  const scenario = findScenario(effects, loaded, options.scenario);
  const prepared = prepareStudy(effects, loaded, scenario, options);
  return {
    formatVersion: 2,
    job: 'run',
    case: resolve(loaded.folder),
    scenario: options.scenario,
    seed: options.seed,
    worlds: options.worlds,
    perShard: options.perShard ?? worldsPerShard,
    ...(options.to === undefined ? {} : { to: options.to }),
    out: prepared.folder,
    inputHash: prepared.hash,
  };
}

function open(effects: Effects, path: string, plan: RunPlan) {
  const loaded = loadCase(effects, plan.case);
  const scenario = findScenario(effects, loaded, plan.scenario);
  const options = {
    seed: plan.seed,
    out: resolve(dirname(path), plan.out),
    ...(plan.to === undefined ? {} : { to: plan.to }),
  };
  const { input, hash, store, folder } = prepareStudy(effects, loaded, scenario, options);
  expectPlanned(path, plan.inputHash, hash, 'the case, its calibration');
  return {
    shards: planChunks(plan.worlds, plan.perShard).map((range) =>
      shardOf({ kind: worldsJob, hash, range }, store, () => input),
    ),
    merge: async () => {
      const { worlds, perShard } = plan;
      const all = { ...options, worlds, perShard, workers: 1 };
      await runStudy(effects, loaded, scenario, all, (finished) => writeResults(effects, finished));
      effects.out(`Report: ${join(folder, 'report.html')}\n`);
    },
  };
}
