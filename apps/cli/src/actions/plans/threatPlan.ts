import { dirname, join, resolve } from 'node:path';
import { threatJob } from '@asylia/lab';
import { z } from 'zod';
import { writeThreat } from '../../output/threatResults.ts';
import type { ThreatOptions } from '../../runs/attribution.ts';
import { prepareThreat, runThreat } from '../../runs/attribution.ts';
import { causeIfAny } from '../../runs/cause.ts';
import type { Effects } from '../../shell/effects.ts';
import { loadCase } from '../../shell/loadCase.ts';
import type { PlanKind } from './plan.ts';
import { expectPlanned, shardOf } from './plan.ts';

const schema = z.strictObject({
  formatVersion: z.literal(3),
  job: z.literal('threat'),
  case: z.string(),
  options: z.strictObject({
    draws: z.number().int().min(0),
    endError: z.number().min(0),
    seed: z.number().int().min(0),
    theory: z.string(),
    frame: z.string(),
    factors: z.string(),
    given: z.string(),
    alternative: z.string(),
    remedies: z.string(),
    scenario: z.string(),
    ledger: z.number().int().min(-1),
    data: z.string().optional(),
  }),
  /** folder of results, as seen from the folder of the plan */
  out: z.string(),
  inputHash: z.string(),
});
type ThreatPlan = z.infer<typeof schema>;

/** An attribution, its tables, ledgers and worlds cut into shards. */
export const threatPlan: PlanKind<typeof schema> = { schema, open };

export function planAttribution(
  effects: Effects,
  name: string,
  options: ThreatOptions,
): ThreatPlan {
  const loaded = loadCase(effects, name);
  const prepared = prepareThreat(effects, loaded, options);
  const { draws, endError, seed, theory, frame, factors, given, alternative } = options;
  const { remedies, scenario, ledger, data } = options;
  return {
    formatVersion: 3,
    job: 'threat',
    case: resolve(loaded.folder),
    options: {
      draws,
      endError,
      seed,
      theory,
      frame,
      factors,
      given,
      alternative,
      remedies,
      scenario,
      ledger,
      ...(data === undefined ? {} : { data: resolve(data) }),
    },
    out: prepared.folder,
    inputHash: prepared.hash,
  };
}

function open(effects: Effects, path: string, plan: ThreatPlan) {
  const loaded = loadCase(effects, plan.case);
  const { data, ...rest } = plan.options;
  const options: ThreatOptions = {
    ...rest,
    ...(data === undefined ? {} : { data }),
    workers: 1,
    allowedSeconds: Number.MAX_SAFE_INTEGER,
    out: resolve(dirname(path), plan.out),
  };
  const { input, hash, store, tasks, folder } = prepareThreat(effects, loaded, options);
  expectPlanned(path, plan.inputHash, hash, 'the case, its calibration, a theory');
  return {
    shards: tasks.map((range) => shardOf({ kind: threatJob, hash, range }, store, () => input)),
    merge: async () => {
      const cause = causeIfAny(effects, loaded, data);
      await runThreat(effects, loaded, options, cause, (finished) =>
        writeThreat(effects, finished),
      );
      effects.out(`Report: ${join(folder, 'threat.html')}\n`);
    },
  };
}
