import { join, resolve } from 'node:path';
import type { Overlay } from '@asylia/cases';
import { isDate } from '@asylia/cases';
import { simulate } from '@asylia/engine';
import type { Chunk, Ensemble, RunSummary, StudyInput } from '@asylia/study';
import {
  buildSummary,
  centralPlan,
  centralWorld,
  mergeChunks,
  planChunks,
  preparedStudy,
} from '@asylia/study';
import { Interrupted, UserError } from './errors.ts';
import { loadPart, savePart } from './jobs/partStore.ts';
import { worlds } from './jobs/worlds.ts';
import type { Effects } from './shell/effects.ts';
import type { LoadedCase } from './shell/loadCase.ts';
import { progress } from './shell/progress.ts';
import { version } from './version.ts';

export interface StudyOptions {
  readonly worlds: number;
  readonly seed: number;
  readonly workers: number;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  /** worlds computed and kept together; default 10 */
  readonly perShard?: number;
  /** address of a Redis or Valkey whose workers compute */
  readonly redis?: string;
}

export interface FinishedStudy {
  readonly summary: RunSummary;
  readonly ensemble: Ensemble;
  readonly folder: string;
}

/** Worlds that are computed, saved and resumed together. */
export const worldsPerShard = 10;

/** Everything that decides a run, and where it is kept. */
export interface PreparedStudy {
  readonly input: StudyInput;
  readonly scenario: Overlay | null;
  readonly hash: string;
  readonly folder: string;
  /** where the worlds are saved */
  readonly worldsFolder: string;
}

/** Names a run before anything is computed. @throws UserError when the scenario does not fit */
export function prepareStudy(
  loaded: LoadedCase,
  scenario: Overlay | null,
  options: Pick<StudyOptions, 'seed' | 'from' | 'to' | 'out'>,
): PreparedStudy {
  const source = withPeriod(loaded, options);
  const input: StudyInput = {
    case: source,
    calibration: loaded.calibration,
    scenario,
    seed: options.seed,
  };
  const hash = worlds.hashOf(input);
  const name = `${source.name}-${scenario?.id ?? 'as-it-was'}-${hash.slice(0, 12)}`;
  const folder = resolve(options.out ?? join('asylia-runs', name));
  return {
    input,
    scenario,
    hash,
    folder,
    worldsFolder: join(folder, 'worlds', hash.slice(0, 12)),
  };
}

/**
 * Runs a case under a scenario: expected run, ensemble over workers with every finished chunk
 * saved, summary. The same inputs find their finished chunks again by the input hash.
 * @throws Interrupted when stopped; what is finished is kept
 */
export async function runStudy(
  effects: Effects,
  loaded: LoadedCase,
  scenario: Overlay | null,
  options: StudyOptions,
): Promise<FinishedStudy> {
  const started = effects.nowMs();
  const { input, hash, folder, worldsFolder } = prepareStudy(loaded, scenario, options);
  const source = input.case;
  const world = central(input);
  const expected = simulate(world, {
    seed: options.seed,
    world: 0,
    mode: 'expected',
    flows: true,
    plan: centralPlan(preparedStudy(input)),
  });
  const chunks = await computeWorlds(effects, input, hash, options, worldsFolder);
  const ensemble = mergeChunks(chunks);
  const summary = buildSummary({
    inputHash: hash,
    seed: options.seed,
    seconds: 0,
    version,
    case: source,
    scenario,
    calibration: loaded.calibration?.result ?? null,
    checks: loaded.checks,
    world,
    expected: expected.series,
    flows: expected.flows,
    ensemble,
  });
  const seconds = Math.round((effects.nowMs() - started) / 100) / 10;
  return { summary: { ...summary, seconds }, ensemble, folder };
}

async function computeWorlds(
  effects: Effects,
  input: StudyInput,
  hash: string,
  options: StudyOptions,
  folder: string,
): Promise<Chunk[]> {
  const planned = planChunks(options.worlds, options.perShard ?? worldsPerShard);
  const finished: Chunk[] = [];
  const missing: { firstWorld: number; count: number }[] = [];
  for (const plan of planned) {
    const chunk = await loadPart(effects, worlds, folder, plan);
    if (chunk) finished.push(chunk);
    else missing.push(plan);
  }
  const ready = finished.reduce((sum, chunk) => sum + chunk.count, 0);
  if (ready > 0) effects.err(`${ready} worlds were finished before and are used again\n`);
  const advance = progress(effects, 'worlds', options.worlds, ready);
  let stop = false;
  const release = effects.onInterrupt(() => {
    if (!stop) effects.err('\nstopping: the worlds under way are finished and kept\n');
    stop = true;
  });
  try {
    await effects.runJob({
      kind: 'worlds',
      input,
      hash,
      redis: options.redis,
      ranges: missing,
      workers: options.workers,
      onPart: (chunk) => {
        save(effects, folder, chunk);
        finished.push(chunk);
        advance(chunk.count);
      },
      shouldStop: () => stop,
    });
  } finally {
    release();
  }
  if (finished.length < planned.length) {
    const kept = finished.reduce((sum, chunk) => sum + chunk.count, 0);
    throw new Interrupted(
      `stopped: ${kept} of ${options.worlds} worlds are kept in ${folder}. Give the same command again to go on.`,
    );
  }
  return finished;
}

function save(effects: Effects, folder: string, chunk: Chunk): void {
  try {
    savePart(effects, worlds, folder, chunk, chunk);
  } catch (error) {
    throw new UserError(
      `--out: expected a folder that can be written, got ${folder} (${(error as Error).message}). Choose another with --out, or make room.`,
    );
  }
}

/** An overlay that does not fit the case is a fault of a file, not of the program. */
function central(input: StudyInput) {
  try {
    return centralWorld(input);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new UserError((error as Error).message);
  }
}

/** The case with the period that the user asked for. */
function withPeriod(loaded: LoadedCase, { from, to }: Pick<StudyOptions, 'from' | 'to'>) {
  const source = loaded.case;
  for (const [name, date] of [
    ['--from', from],
    ['--to', to],
  ] as const) {
    if (date === undefined) continue;
    if (!isDate(date) || date < source.start || date > source.end) {
      throw new UserError(
        `${name}: expected a date from ${source.start} to ${source.end}, got "${date}".`,
      );
    }
  }
  if (from !== undefined && from !== source.start) {
    throw new UserError(
      `--from: the case says who stands where on ${source.start} only, so a run begins on that day; got "${from}". Leave it out, or make a case that begins later.`,
    );
  }
  return to === undefined || to === source.end ? source : { ...source, end: to };
}
