import { dirname, join, resolve } from 'node:path';
import { planChunks, runChunk } from '@asylia/study';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { writeResults } from '../results.ts';
import { loadChunk, saveChunk } from '../shell/chunkStore.ts';
import type { Effects } from '../shell/effects.ts';
import { findScenario, loadCase } from '../shell/loadCase.ts';
import type { PreparedStudy, StudyOptions } from '../study.ts';
import { prepareStudy, runStudy } from '../study.ts';

/** A run cut into shards. Each is a function of the input hash and its range of worlds. */
const planSchema = z.strictObject({
  formatVersion: z.literal(1),
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
type Plan = z.infer<typeof planSchema>;

export interface PlanOptions extends StudyOptions {
  readonly scenario: string;
  readonly perShard: number;
  readonly plan: string;
}

/** Writes the plan of a run and says how many shards it has. */
export function planShards(effects: Effects, name: string, options: PlanOptions): void {
  const loaded = loadCase(effects, name);
  const prepared = prepareStudy(loaded, findScenario(effects, loaded, options.scenario), options);
  const plan: Plan = {
    formatVersion: 1,
    case: resolve(loaded.folder),
    scenario: options.scenario,
    seed: options.seed,
    worlds: options.worlds,
    perShard: options.perShard,
    ...(options.to === undefined ? {} : { to: options.to }),
    out: prepared.folder,
    inputHash: prepared.hash,
  };
  effects.write(options.plan, `${JSON.stringify(plan, null, 2)}\n`);
  const shards = planChunks(plan.worlds, plan.perShard).length;
  effects.out(
    `${options.plan}: ${shards} shards, 0 to ${shards - 1}. Next: asylia shards run ${options.plan} --index 0 (and so on, anywhere that sees these files), then asylia shards merge ${options.plan}\n`,
  );
}

/** Computes one shard. Doing it twice, or on two machines at once, changes nothing. */
export async function runShard(
  effects: Effects,
  path: string,
  given: number | undefined,
): Promise<void> {
  const { plan, prepared } = open(effects, path);
  const shards = planChunks(plan.worlds, plan.perShard);
  const index = given ?? indexOf(effects.environment);
  const shard = shards[index];
  if (!shard) {
    throw new UserError(`--index: expected 0 to ${shards.length - 1}, got ${index}.`);
  }
  if (await loadChunk(effects, prepared.worldsFolder, shard)) {
    effects.out(`shard ${index}: there already\n`);
    return;
  }
  const chunk = runChunk(prepared.input, shard.firstWorld, shard.count);
  saveChunk(effects, prepared.worldsFolder, chunk);
  effects.out(
    `shard ${index}: worlds ${shard.firstWorld} to ${shard.firstWorld + shard.count - 1}\n`,
  );
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
  const { plan, prepared, loaded } = open(effects, path);
  const missing: number[] = [];
  const shards = planChunks(plan.worlds, plan.perShard);
  for (const [index, shard] of shards.entries()) {
    if (!(await loadChunk(effects, prepared.worldsFolder, shard))) missing.push(index);
  }
  if (missing.length > 0) {
    const few = missing.slice(0, 10).join(', ');
    throw new UserError(
      `${missing.length} of ${shards.length} shards are missing: ${few}${missing.length > 10 ? ', ...' : ''}. Run them (asylia shards run ${path} --index ${missing[0]}), then merge again.`,
    );
  }
  const finished = await runStudy(effects, loaded, prepared.scenario, {
    worlds: plan.worlds,
    seed: plan.seed,
    workers: 1,
    perChunk: plan.perShard,
    out: prepared.folder,
    ...(plan.to === undefined ? {} : { to: plan.to }),
  });
  await writeResults(effects, finished);
  effects.out(`Report: ${join(prepared.folder, 'report.html')}\n`);
}

function open(
  effects: Effects,
  path: string,
): { plan: Plan; prepared: PreparedStudy; loaded: ReturnType<typeof loadCase> } {
  const bytes = effects.read(path);
  if (!bytes) throw new UserError(`expected the file of a plan, got "${path}", which is none.`);
  let plan: Plan;
  try {
    plan = planSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new UserError(`${path} is no plan of asylia shards plan: ${(error as Error).message}`);
  }
  const loaded = loadCase(effects, plan.case);
  const scenario = findScenario(effects, loaded, plan.scenario);
  const prepared = prepareStudy(loaded, scenario, {
    seed: plan.seed,
    out: resolve(dirname(path), plan.out),
    ...(plan.to === undefined ? {} : { to: plan.to }),
  });
  if (prepared.hash !== plan.inputHash) {
    throw new UserError(
      `${path}: the case, its calibration or this program have changed since the plan was made (input hash ${plan.inputHash.slice(0, 12)}, now ${prepared.hash.slice(0, 12)}). Plan anew.`,
    );
  }
  return { plan, prepared, loaded };
}
