import { dirname, join, resolve } from 'node:path';
import { planChunks } from '@asylia/lab';
import { z } from 'zod';
import { writeResults } from '../results.ts';
import type { Effects } from '../shell/effects.ts';
import { findScenario, loadCase } from '../shell/loadCase.ts';
import type { StudyOptions } from '../study.ts';
import { prepareStudy, runStudy, worldsPerShard } from '../study.ts';
import type { PlanKind, Shard } from './plan.ts';
import { expectPlanned } from './plan.ts';

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
  const prepared = prepareStudy(loaded, findScenario(effects, loaded, options.scenario), options);
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
  const { input, hash, worldsFolder, folder } = prepareStudy(loaded, scenario, options);
  expectPlanned(path, plan.inputHash, hash, 'the case, its calibration');
  return {
    shards: planChunks(plan.worlds, plan.perShard).map(
      (range): Shard<'worlds'> => ({
        kind: 'worlds',
        range,
        folder: worldsFolder,
        input: () => Promise.resolve(input),
      }),
    ),
    merge: async () => {
      const { worlds, perShard } = plan;
      const finished = await runStudy(effects, loaded, scenario, {
        ...options,
        worlds,
        perShard,
        workers: 1,
      });
      await writeResults(effects, finished);
      effects.out(`Report: ${join(folder, 'report.html')}\n`);
    },
  };
}
