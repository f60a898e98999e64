import { join, resolve } from 'node:path';
import type { Overlay } from '@asylia/cases';
import { isDate } from '@asylia/cases';
import type { FlowRecorder, Series, World } from '@asylia/engine';
import { observeFlows, simulate } from '@asylia/engine';
import type { Chunk, Ensemble, RunFigure, RunSummary, StudyInput } from '@asylia/lab';
import {
  buildSummary,
  centralPlan,
  centralWorld,
  figuresOfRun,
  hashOfStudy,
  mergeChunks,
  planChunks,
  preparedStudy,
} from '@asylia/lab';
import { UserError } from './errors.ts';
import { computeParts } from './jobs/computeParts.ts';
import type { Effects } from './shell/effects.ts';
import type { LoadedCase } from './shell/loadCase.ts';
import { stoppable } from './shell/stoppable.ts';
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
  readonly figures: readonly RunFigure[];
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
  const hash = hashOfStudy(input);
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

/** The run of the fitted values, without chance: what is there first. */
export interface ExpectedRun {
  readonly world: World;
  readonly series: Series;
  readonly flows: FlowRecorder | null;
}

/** @throws UserError when the scenario does not fit the case */
export function expectedRun({ input }: PreparedStudy): ExpectedRun {
  const world = central(input);
  const { series, observed } = simulate(world, {
    seed: input.seed,
    world: 0,
    mode: 'expected',
    observers: { flows: observeFlows },
    plan: centralPlan(preparedStudy(input)),
  });
  return { world, series, flows: observed.flows };
}

/** All worlds of a study, in no order. @throws Interrupted when stopped; what is finished is kept */
export function computeWorlds(
  effects: Effects,
  { input, hash, folder, worldsFolder }: PreparedStudy,
  options: Pick<StudyOptions, 'worlds' | 'perShard' | 'workers' | 'redis'>,
  isStopped: () => boolean,
): Promise<Chunk[]> {
  return computeParts(
    effects,
    {
      kind: 'worlds',
      input,
      hash,
      ranges: planChunks(options.worlds, options.perShard ?? worldsPerShard),
      folder,
      partsFolder: worldsFolder,
      what: 'worlds',
      weightOf: (range) => range.count,
      workers: options.workers,
      redis: options.redis,
    },
    isStopped,
  ).then(({ parts }) => parts);
}

/** What the expected run alone says of a study: as if it were the only world. */
export function expectedStudy(
  prepared: PreparedStudy,
  loaded: LoadedCase,
  expected: ExpectedRun,
): FinishedStudy {
  const { names, days, values } = expected.series;
  const only: Chunk = { firstWorld: 0, count: 1, names, days, values: Float32Array.from(values) };
  return finishStudy(prepared, loaded, expected, [only]);
}

/** What is read of a study once its worlds are there. Slow where there are many. */
export function finishStudy(
  { input, scenario, hash, folder }: PreparedStudy,
  loaded: LoadedCase,
  expected: ExpectedRun,
  chunks: readonly Chunk[],
): FinishedStudy {
  const ensemble = mergeChunks(chunks);
  const summary = buildSummary({
    inputHash: hash,
    seed: input.seed,
    seconds: 0,
    version,
    case: input.case,
    scenario,
    calibration: loaded.calibration?.result ?? null,
    checks: loaded.checks,
    world: expected.world,
    expected: expected.series,
    flows: expected.flows,
    ensemble,
  });
  return { summary, ensemble, figures: figuresOfRun(input.case, expected.world), folder };
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
  const prepared = prepareStudy(loaded, scenario, options);
  const expected = expectedRun(prepared);
  const chunks = await stoppable(effects, (isStopped) =>
    computeWorlds(effects, prepared, options, isStopped),
  );
  return timed(finishStudy(prepared, loaded, expected, chunks), effects.nowMs() - started);
}

/** A study with the time that it took. */
export function timed(finished: FinishedStudy, tookMs: number): FinishedStudy {
  return { ...finished, summary: { ...finished.summary, seconds: Math.round(tookMs / 100) / 10 } };
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
