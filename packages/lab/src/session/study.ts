import type { FlowRecorder, Series, World } from '@asylia/engine';
import { observeFlows, simulate, version } from '@asylia/engine';
import { buildSummary } from '../buildSummary.ts';
import type { Chunk, StudyInput } from '../ensemble.ts';
import { centralWorld, mergeChunks } from '../ensemble.ts';
import type { CaseFolder } from '../folder/readCaseFolder.ts';
import { hashOfStudy } from '../identity.ts';
import { centralPlan, preparedStudy } from '../preparedStudy.ts';
import type { RunSummary } from '../summary.ts';

/** The run of the fitted values, without chance: what is there first. */
export interface ExpectedRun {
  readonly world: World;
  readonly series: Series;
  readonly flows: FlowRecorder;
}

/** @throws Error when the scenario does not fit the case */
export function expectedRun(input: StudyInput): ExpectedRun {
  const world = centralWorld(input);
  const { series, observed } = simulate(world, {
    ...{ seed: input.seed, world: 0, mode: 'expected' },
    observers: { flows: observeFlows },
    plan: centralPlan(preparedStudy(input)),
  });
  return { world, series, flows: observed.flows };
}

/** The expected run as if it were the only world of an ensemble. */
export function expectedChunk({ series: { names, days, values } }: ExpectedRun): Chunk {
  return { firstWorld: 0, count: 1, names, days, values: Float32Array.from(values) };
}

/**
 * What is read of a study once its worlds are there; nobody has measured how long it took. Slow
 * where there are many.
 * @param folder its calibration and checks; the case is that of the study
 * @param chunks without a gap, the first worlds among them
 */
export function summaryOfStudy(
  folder: Pick<CaseFolder, 'calibration' | 'checks'>,
  input: StudyInput,
  expected: ExpectedRun,
  chunks: readonly Chunk[],
): RunSummary {
  return buildSummary({
    ...{ inputHash: hashOfStudy(input), seed: input.seed, seconds: 0, version },
    ...{ case: input.case, scenario: input.scenario, checks: folder.checks },
    calibration: folder.calibration?.result ?? null,
    ...{ world: expected.world, expected: expected.series, flows: expected.flows },
    ensemble: mergeChunks(chunks),
  });
}
