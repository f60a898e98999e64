import { join, resolve } from 'node:path';
import type { Overlay } from '@asylia/cases';
import { isDate } from '@asylia/cases';
import type {
  Chunk,
  Ensemble,
  ExpectedRun,
  RunFigure,
  RunSummary,
  Store,
  StudyInput,
} from '@asylia/lab';
import {
  computeChunks,
  expectedChunk,
  expectedRun as expectedRunOf,
  figuresOfRun,
  hashOfStudy,
  mergeChunks,
  planChunks,
  summaryOfStudy,
  UserError,
  worldsJob,
} from '@asylia/lab';
import type { Computing } from '../executors/machine.ts';
import { machineOf } from '../executors/machine.ts';
import { storeIn } from '../executors/store.ts';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';
import { holding } from '../shell/ownFolder.ts';
import { stoppable } from '../shell/stoppable.ts';

export interface StudyOptions extends Computing {
  readonly worlds: number;
  readonly seed: number;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  /** worlds computed and kept together; default 10 */
  readonly perShard?: number;
}

export interface FinishedStudy {
  readonly summary: RunSummary;
  readonly ensemble: Ensemble;
  readonly figures: readonly RunFigure[];
  readonly folder: string;
  /** [path in the folder] checksum of each file of worlds */
  readonly parts: Readonly<Record<string, string>>;
}

/** Worlds that are computed, saved and resumed together. */
export const worldsPerShard = 10;

/** Everything that decides a run, and where it is kept. */
export interface PreparedStudy {
  readonly input: StudyInput;
  readonly scenario: Overlay | null;
  readonly hash: string;
  readonly folder: string;
  readonly store: Store;
}

/** Names a run before anything is computed. @throws UserError when the scenario does not fit */
export function prepareStudy(
  effects: Effects,
  loaded: LoadedCase,
  scenario: Overlay | null,
  options: Pick<StudyOptions, 'seed' | 'from' | 'to' | 'out'>,
): PreparedStudy {
  const source = withPeriod(loaded, options);
  const { calibration } = loaded;
  const input: StudyInput = { case: source, calibration, scenario, seed: options.seed };
  const hash = hashOfStudy(input);
  const name = `${source.name}-${scenario?.id ?? 'as-it-was'}-${hash.slice(0, 12)}`;
  const folder = resolve(options.out ?? join('asylia-runs', name));
  const store = storeIn(effects, folder, `worlds/${hash.slice(0, 12)}`);
  return { input, scenario, hash, folder, store };
}

/** @throws UserError when the scenario does not fit the case: a fault of a file, not of the program */
export function expectedRun({ input }: PreparedStudy): ExpectedRun {
  try {
    return expectedRunOf(input);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new UserError((error as Error).message);
  }
}

/** Worlds with the checksums of their files. */
export interface KeptWorlds {
  readonly chunks: readonly Chunk[];
  readonly files: Readonly<Record<string, string>>;
}

/** All worlds of a study, in no order. @throws Interrupted when stopped; what is finished is kept */
export async function computeWorlds(
  effects: Effects,
  { input, hash, folder, store }: PreparedStudy,
  options: Pick<StudyOptions, 'worlds' | 'perShard' | 'workers' | 'redis'>,
  isStopped: () => boolean,
): Promise<KeptWorlds> {
  const ranges = planChunks(options.worlds, options.perShard ?? worldsPerShard);
  const { done, files } = await computeChunks(
    machineOf(effects, options),
    {
      ...{ kind: worldsJob, input, hash, ranges, store, folder, what: 'worlds' },
      weightOf: (range) => range.count,
    },
    isStopped,
  );
  return { chunks: done.map(({ part }) => part), files };
}

/** What the expected run alone says of a study: as if it were the only world. */
export function expectedStudy(
  prepared: PreparedStudy,
  loaded: LoadedCase,
  expected: ExpectedRun,
): FinishedStudy {
  return finishStudy(prepared, loaded, expected, { chunks: [expectedChunk(expected)], files: {} });
}

/** What is read of a study once its worlds are there. Slow where there are many. */
export function finishStudy(
  { input, folder }: PreparedStudy,
  loaded: LoadedCase,
  expected: ExpectedRun,
  { chunks, files }: KeptWorlds,
): FinishedStudy {
  return {
    summary: summaryOfStudy(loaded, input, expected, chunks),
    ensemble: mergeChunks(chunks),
    figures: figuresOfRun(input.case, expected.world),
    folder,
    parts: files,
  };
}

/** Manifest of the results of a run. */
export const runManifest = 'manifest.json';

/**
 * Runs a case under a scenario: expected run, ensemble over workers with every finished chunk
 * saved, summary. The same inputs find their finished chunks again by the input hash.
 * @param write what is done with it while the folder is held
 * @throws Interrupted when stopped; what is finished is kept
 */
export function runStudy(
  effects: Effects,
  loaded: LoadedCase,
  scenario: Overlay | null,
  options: StudyOptions,
  write: (finished: FinishedStudy) => Promise<void> = async () => undefined,
): Promise<FinishedStudy> {
  const started = effects.nowMs();
  const prepared = prepareStudy(effects, loaded, scenario, options);
  return holding(effects, prepared, runManifest, async () => {
    const expected = expectedRun(prepared);
    const kept = await stoppable(effects, (isStopped) =>
      computeWorlds(effects, prepared, options, isStopped),
    );
    const finished = finishStudy(prepared, loaded, expected, kept);
    const study = timed(finished, effects.nowMs() - started);
    await write(study);
    return study;
  });
}

/** A study with the time that it took. */
export function timed(finished: FinishedStudy, tookMs: number): FinishedStudy {
  return { ...finished, summary: { ...finished.summary, seconds: Math.round(tookMs / 100) / 10 } };
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
