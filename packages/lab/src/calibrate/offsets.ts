import type { Case } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { planWorld, simulate } from '@asylia/engine';
import { centralWorld, drawnWorld } from '../ensemble.ts';
import { indexNames, observe, persecutedPeople, readerOf, settingOf } from '../observe.ts';
import { centralPlan, preparedStudy } from '../preparedStudy.ts';
import { quantileSorted, sorted } from '../quantile.ts';
import type { CalibrationPlan } from './plan.ts';
import type { CalibrationResult } from './result.ts';

/** One row of the record to be fitted. */
export interface Observation {
  readonly curve: string;
  readonly day: number;
  readonly value: number;
  /** Standard deviation, in the unit of the value. */
  readonly standardError: number;
}

/** Worlds on which the offset is measured, and the seed that names them. */
const worlds = 300;
const seed = 0;

/** What series of the model say of each observation. */
export function observedIn(
  source: Case,
  world: World,
  names: readonly string[],
  values: Float32Array | Float64Array,
  observations: readonly Observation[],
): number[] {
  const setting = settingOf(source, world);
  const people = persecutedPeople(world, setting);
  const read = readerOf(indexNames(names), values, world.days, people);
  return observations.map((o) => observe(read, setting, o.curve, o.day));
}

/**
 * The median of the ensemble less the expected run, for each observation. It is the median,
 * which reports show; for counts of one day, whose law has a heap at nobody, the mean.
 */
export function ensembleOffsets(
  source: Case,
  plan: CalibrationPlan,
  result: CalibrationResult,
  observations: readonly Observation[],
): number[] {
  const input = { case: source, calibration: { plan, result }, scenario: null, seed };
  const untilDay =
    observations.reduce((last, o) => Math.max(last, o.day), Number.NEGATIVE_INFINITY) + 1;
  const like = centralPlan(preparedStudy(input));
  const live = (world: World, number: number, mode: 'expected' | 'sampled') => {
    const runPlan = planWorld(world, like);
    const { series } = simulate(world, { seed, world: number, mode, untilDay, plan: runPlan });
    return observedIn(source, world, series.names, series.values, observations);
  };
  const expected = live(centralWorld(input), 0, 'expected');
  const sampled = Array.from({ length: worlds }, (_, number) =>
    live(drawnWorld(input, number), number, 'sampled'),
  );
  return observations.map((o, i) => {
    const values = sorted(sampled.map((world) => world[i]!));
    const middle = o.curve.startsWith('entries.')
      ? values.reduce((sum, x) => sum + x, 0) / worlds
      : quantileSorted(values, 0.5);
    return middle - expected[i]!;
  });
}
