import type { Attraction, JourneyNetwork, Reach, Regime } from '@asylia/destinations';
import {
  averagedRelativeDifference,
  bandOf,
  baselines,
  coverage,
  differenceByCamp,
  predict,
  rankedProbability,
  regimeName,
  regimes,
  scaledError,
} from '@asylia/destinations';
import type { JourneyRules } from './flee/journeys/rules.ts';
import type { JourneyPlan } from './flee/journeys/runJourneys.ts';
import { planJourneys, runJourneys } from './flee/journeys/runJourneys.ts';
import type { Leak } from './flee/leak.ts';
import { findLeaks } from './flee/leak.ts';
import type { FleeCase } from './flee/model.ts';
import { networkOf } from './flee/network.ts';
import { reachOf } from './flee/reach.ts';

/** One line of the comparison: a conflict under what may be known, by one set of rules. */
export interface ConflictRow {
  readonly case: string;
  /** given, blind, after 7 days, after 30 days; with `flee rules, ` before for the peer's rules */
  readonly regime: string;
  readonly ard: number;
  readonly ardRescaled: number;
  readonly mase7: number;
  readonly mase30: number;
  readonly crps: number;
  readonly coverage50: number;
  readonly coverage90: number;
  /** averaged relative difference of naive predictors that know as much */
  readonly baselines: Readonly<Record<string, number>>;
  readonly camps: readonly { readonly name: string; readonly ard: number }[];
  readonly leak: readonly Leak[];
  /** seconds of one sampled world at full population, on one thread; null where not measured */
  readonly seconds: number | null;
  readonly people: number;
  readonly days: number;
  /** first day, YYYY-MM-DD */
  readonly start: string;
  /** [camp x day], day fastest: people recorded; the model's mean over the worlds; 90 % band */
  readonly record: Float64Array;
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Everything on which the worlds of a comparison depend: plain values, for worker threads too. */
export interface ConflictInput {
  readonly flee: FleeCase;
  /** numbers of our model */
  readonly attraction: Attraction;
  /** those of the peer */
  readonly rules: JourneyRules;
  readonly seed: number;
}

/** Whose worlds are simulated, and what may be known. */
export interface Contender {
  readonly name: string;
  readonly by: 'ours' | 'peer';
  readonly regime: Regime;
}

export const contenders: readonly Contender[] = [
  ...regimes.map((regime): Contender => ({ name: regimeName(regime), by: 'ours', regime })),
  ...([{ kind: 'given' }, { kind: 'blind' }] as const).map(
    (regime): Contender => ({ name: `flee rules, ${regime.kind}`, by: 'peer', regime }),
  ),
];

/** A range of worlds of one contender. */
export interface ConflictTask {
  /** index among the contenders */
  readonly contender: number;
  readonly firstWorld: number;
  readonly count: number;
}

export interface ConflictChunk extends ConflictTask {
  readonly camps: number;
  readonly days: number;
  /** [world x camp x day], day fastest: people */
  readonly values: Float64Array;
}

/**
 * Simulates ranges of worlds of a conflict; what all worlds share is found once. The same range
 * gives the same numbers, whoever computes it and in whatever order.
 */
export function conflictRunner(input: ConflictInput): (task: ConflictTask) => ConflictChunk {
  const { flee, attraction, rules, seed } = input;
  const reach = reachOf(flee);
  const plans = new Map<number, { network: JourneyNetwork; plan: JourneyPlan }>();
  const peerPlan = (contender: number) => {
    const known = plans.get(contender);
    if (known) return known;
    const blind = contenders[contender]!.regime.kind === 'blind';
    const network = networkOf(flee, reach.observed, { blind });
    const made = { network, plan: planJourneys(network, rules) };
    plans.set(contender, made);
    return made;
  };
  return (task) => {
    const { by, regime } = contenders[task.contender]!;
    const camps = reach.campPlace.length;
    const size = camps * flee.days;
    const values = new Float64Array(task.count * size);
    for (let i = 0; i < task.count; i++) {
      const world = task.firstWorld + i;
      if (by === 'ours') {
        values.set(predict(reach, attraction, regime, seed, world), i * size);
        continue;
      }
      const { network, plan } = peerPlan(task.contender);
      const { people } = runJourneys(network, rules, { seed, world, mode: 'sampled', plan });
      values.set(campsOf(reach, flee.days, people), i * size);
    }
    return { ...task, camps, days: flee.days, values };
  };
}

/** Cuts the worlds of a contender into ranges. */
export function conflictTasks(contender: number, worlds: number, perTask: number): ConflictTask[] {
  return Array.from({ length: Math.ceil(worlds / perTask) }, (_, i) => ({
    contender,
    firstWorld: i * perTask,
    count: Math.min(perTask, worlds - i * perTask),
  }));
}

/**
 * Scores of a contender from all its parts, in whatever order they came.
 *
 * @param seconds of a world, where somebody has measured them
 * @throws RangeError when a world is missing or there twice
 */
export function scoreContender(
  flee: FleeCase,
  reach: Reach,
  attraction: Attraction,
  parts: readonly ConflictChunk[],
  seconds: number | null = null,
): ConflictRow {
  const { name, by, regime } = contenders[parts[0]!.contender]!;
  const sorted = [...parts].sort((a, b) => a.firstWorld - b.firstWorld);
  const worlds = sorted.flatMap(({ count, camps, days, values }) =>
    Array.from({ length: count }, (_, i) =>
      values.subarray(i * camps * days, (i + 1) * camps * days),
    ),
  );
  sorted.reduce((next, { firstWorld, count }) => {
    if (firstWorld !== next) throw new RangeError(`world ${next} is missing or there twice`);
    return next + count;
  }, 0);
  const model = by === 'ours' ? predict(reach, attraction, regime) : meanOf(worlds);
  return row(flee, reach, name, regime, model, worlds, seconds, findLeaks(flee, reach));
}

function row(
  flee: FleeCase,
  reach: Reach,
  regime: string,
  known: Regime,
  model: Float64Array,
  worlds: readonly Float64Array[],
  seconds: number | null,
  leak: readonly Leak[],
): ConflictRow {
  const { observed } = reach;
  // What is known is not scored as if it had been predicted.
  const from = known.kind === 'after' ? known.days + 1 : 1;
  const byCamp = differenceByCamp(model, observed);
  return {
    case: flee.name,
    regime,
    ard: averagedRelativeDifference(model, observed),
    ardRescaled: averagedRelativeDifference(model, observed, true),
    mase7: scaledError(model, observed, 7),
    mase30: scaledError(model, observed, 30),
    crps: rankedProbability(worlds, observed),
    coverage50: coverage(worlds, observed, 0.5, from),
    coverage90: coverage(worlds, observed, 0.9, from),
    baselines: Object.fromEntries(
      Object.entries(baselines(reach, known)).map(([name, naive]) => [
        name,
        averagedRelativeDifference(naive, observed),
      ]),
    ),
    camps: observed.camps.map((name, c) => ({ name, ard: byCamp[c]! })),
    leak,
    seconds,
    people: observed.total.reduce((a, b) => Math.max(a, b), 0),
    days: flee.days,
    start: flee.start,
    record: observed.counts,
    mean: meanOf(worlds),
    ...bandOf(worlds, 0.9),
  };
}

function campsOf({ campPlace }: Reach, days: number, people: Float64Array): Float64Array {
  const result = new Float64Array(campPlace.length * days);
  campPlace.forEach((place, c) => {
    result.set(people.subarray(place * days, (place + 1) * days), c * days);
  });
  return result;
}

function meanOf(worlds: readonly Float64Array[]): Float64Array {
  return worlds[0]!.map(
    (_, i) => worlds.reduce((sum, world) => sum + world[i]!, 0) / worlds.length,
  );
}
