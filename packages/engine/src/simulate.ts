import { makeKeys } from './chance/index.ts';
import { checkConservation, countEveryone } from './conservation.ts';
import { dayTable } from './dayTable.ts';
import { createHazards } from './hazards.ts';
import type { Observed, Observers } from './observers/index.ts';
import type { ParameterValues } from './parameters/index.ts';
import type { Plan } from './plan.ts';
import { planWorld } from './plan.ts';
import { recordedOf } from './recorded.ts';
import { clearFlows } from './rows/record.ts';
import type { Mode, Run } from './run.ts';
import { createScratch } from './run.ts';
import { shaper } from './shape.ts';
import type { State } from './state.ts';
import { copyState, createState } from './state.ts';
import type { World } from './world.ts';
import { drawWorldEffects } from './worldEffects.ts';

export interface SimulateOptions<O extends Observers = Observers> {
  /** Whole number, 0 to 2^53 - 1. */
  readonly seed: number;
  /** Number of the world within its ensemble, 0 to 2^32 - 1. */
  readonly world: number;
  readonly mode: Mode;
  /** Simulate days up to this one, not included; default: all. */
  readonly untilDay?: number;
  /** A saved run of the same layout to go on from; the world may differ from its own. */
  readonly resumeFrom?: SavedRun;
  /** What else is to be kept of the run, beside its series; default: nothing. */
  readonly observers?: O;
  /**
   * Series to record, by their indices in the layout of the plan; default: all. A run that recorded
   * some only cannot be gone on from.
   */
  readonly record?: Int32Array;
  /** A plan of the same world made before, to save time; made here when absent. */
  readonly plan?: Plan;
}

/** Named series per day. */
export interface Series {
  /** of those that were recorded */
  readonly names: readonly string[];
  readonly days: number;
  /** [series x day], day fastest */
  readonly values: Float64Array;
}

/** Everything needed to go on: plain values that share nothing with the run. */
export interface SavedRun {
  readonly state: State;
  /** [series x day], day fastest */
  readonly values: Float64Array;
  readonly start: Float64Array;
}

export interface Simulation<O extends Observers = Observers> {
  readonly series: Series;
  readonly saved: SavedRun;
  /** What the observers kept, by their names. */
  readonly observed: Observed<O>;
}

const shapedWorld = shaper<World>();
const shapedParameters = shaper<ParameterValues>();
const shapedPlan = shaper<Plan>();

/**
 * Simulates one world day by day. Pure: the same world and options give the same bytes.
 * @throws ConservationError when people are lost or invented (a bug of the program)
 * @throws RangeError when resumeFrom has another layout, or not all series are recorded
 * @throws RangeError when seed or world is out of range
 * @example
 * ```js
 * import { compileCase, newCase, readCase } from '@asylia/cases';
 * import { simulate } from '@asylia/engine';
 * const world = compileCase(readCase(newCase('my-crisis')).case);
 * const { series } = simulate(world, { seed: 1, world: 0, mode: 'sampled' });
 * // Series lie one after the other: [series x day].
 * const first = series.names.indexOf('outflow') * series.days;
 * series.values.subarray(first, first + series.days).length; // is 181
 * ```
 */
export function simulate<O extends Observers = Record<never, never>>(
  given: World,
  options: SimulateOptions<O>,
): Simulation<O> {
  const world = shapedWorld({ ...given, parameters: shapedParameters(given.parameters) });
  const plan = shapedPlan(options.plan ?? planWorld(given));
  const run = options.resumeFrom
    ? resumeRun(world, plan, options, options.resumeFrom)
    : startRun(world, plan, options);
  const start = options.resumeFrom?.start ?? countEveryone(world, run.state);
  const until = lastDay(world, options);
  const observers = Object.entries(options.observers ?? {});
  const watches = observers.map(([name, observe]) => [name, observe(run, until)] as const);
  while (run.state.day < until) {
    clearFlows(run);
    for (const [, watch] of watches) watch.beforeDay?.(run);
    for (const row of dayTable) row.run(run);
    for (const [, watch] of watches) watch.afterDay(run);
    checkConservation(world, plan, run.state, start, run.mode === 'sampled');
    run.state.day += 1;
  }
  return {
    series: { names: namesOf(run, options), days: world.days, values: run.values },
    saved: { state: run.state, values: run.values, start },
    observed: Object.fromEntries(watches.map(([name, { kept }]) => [name, kept])) as Observed<O>,
  };
}

function namesOf({ plan, recorded }: Run, { record }: SimulateOptions): readonly string[] {
  const { names } = plan.layout;
  return record ? Array.from(recorded.series, (index) => names[index]!) : names;
}

/** Day before which the call stops. */
function lastDay(world: World, options: SimulateOptions): number {
  return Math.min(world.days, options.untilDay ?? world.days);
}

function startRun(world: World, plan: Plan, options: SimulateOptions): Run {
  const series = plan.layout.names.length;
  const recorded = options.record ? options.record.length : series;
  return makeRun(
    world,
    plan,
    options,
    createState(world, series, plan.horizonDays),
    new Float64Array(recorded * world.days),
  );
}

function resumeRun(world: World, plan: Plan, options: SimulateOptions, saved: SavedRun): Run {
  const fresh = createState(world, plan.layout.names.length, plan.horizonDays);
  if (options.record) throw new RangeError('a run that goes on records all series: name none');
  const fits =
    saved.values.length === plan.layout.names.length * world.days &&
    saved.state.count.length === fresh.count.length &&
    saved.state.road.length === fresh.road.length &&
    saved.state.offerLeft.length === fresh.offerLeft.length;
  if (!fits) {
    throw new RangeError(
      'the saved run has other places, groups, passages, offers or days than this world: start anew, or change only amounts and dates',
    );
  }
  return makeRun(world, plan, options, copyState(saved.state), saved.values.slice());
}

function makeRun(
  world: World,
  plan: Plan,
  options: SimulateOptions,
  state: State,
  values: Float64Array,
): Run {
  const keys = makeKeys(options.seed, options.world);
  return {
    world,
    plan,
    state,
    scratch: createScratch(world, plan),
    hazards: createHazards(world, plan),
    keys,
    mode: options.mode,
    values,
    recorded: recordedOf(plan, options.record ?? null),
    worldEffects: drawWorldEffects(world, keys, options.mode === 'sampled'),
    optionShare: new Float64Array(plan.destinationOptions.weight.length),
    optionChance: new Float64Array(plan.destinationOptions.weight.length),
    pull: new Float64Array(world.placeIds.length * world.groupIds.length),
    sharesFor: null,
  };
}
