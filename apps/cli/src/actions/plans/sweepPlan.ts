import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { job as conflictJob } from '../../executors/kinds/conflict.ts';
import { storeIn } from '../../executors/store.ts';
import { writeSweep } from '../../output/sweepResults.ts';
import { worldsPerShard } from '../../runs/study.ts';
import type { SweepOptions } from '../../runs/sweep.ts';
import {
  forecastsOf,
  partsFolder,
  prepareConflict,
  sweepRanges,
  sweepRows,
} from '../../runs/sweep.ts';
import type { Effects } from '../../shell/effects.ts';
import type { PlanKind } from './plan.ts';
import { expectPlanned, shardOf } from './plan.ts';

const schema = z.strictObject({
  formatVersion: z.literal(2),
  job: z.literal('validate'),
  conflicts: z.array(z.strictObject({ folder: z.string(), inputHash: z.string() })).min(1),
  seed: z.number().int().min(0),
  worlds: z.number().int().min(1),
  peerWorlds: z.number().int().min(1),
  perShard: z.number().int().min(1),
  settings: z.string().optional(),
  /** folder of results, as seen from the folder of the plan */
  out: z.string(),
});
type SweepPlan = z.infer<typeof schema>;

/** A comparison of conflicts, the worlds of all contenders cut into shards. */
export const sweepPlan: PlanKind<typeof schema> = { schema, open };

export async function planSweep(
  effects: Effects,
  folders: readonly string[],
  options: Omit<SweepOptions, 'keep' | 'redis' | 'perShard'> & {
    readonly out?: string;
    readonly perShard?: number;
  },
): Promise<SweepPlan> {
  const conflicts: { folder: string; inputHash: string }[] = [];
  for (const folder of folders) {
    const { hash } = await prepareConflict(effects, folder, options);
    conflicts.push({ folder: resolve(folder), inputHash: hash });
  }
  return {
    formatVersion: 2,
    job: 'validate',
    conflicts,
    seed: options.seed,
    worlds: options.worlds,
    peerWorlds: options.peerWorlds,
    perShard: options.perShard ?? worldsPerShard,
    ...(options.settings === undefined ? {} : { settings: resolve(options.settings) }),
    out: resolve(options.out ?? 'asylia-runs/peers'),
  };
}

function open(effects: Effects, path: string, plan: SweepPlan) {
  const out = resolve(dirname(path), plan.out);
  const input = async (folder: string, planned: string) => {
    const prepared = await prepareConflict(effects, folder, plan);
    expectPlanned(path, planned, prepared.hash, `the files of ${folder}, the rules`);
    return prepared.input;
  };
  return {
    shards: plan.conflicts.flatMap(({ folder, inputHash: hash }) => {
      const store = storeIn(effects, out, partsFolder(hash));
      return sweepRanges(plan).map((range) =>
        shardOf({ kind: conflictJob, hash, range }, store, () => input(folder, hash)),
      );
    }),
    merge: async () => {
      for (const { folder, inputHash } of plan.conflicts) await input(folder, inputHash);
      const folders = plan.conflicts.map(({ folder }) => folder);
      const { rows, reaches } = await sweepRows(effects, folders, {
        ...plan,
        workers: 1,
        keep: out,
      });
      await writeSweep(effects, out, rows, forecastsOf(reaches));
    },
  };
}
