import type { JourneyRules } from '@asylia/engine';
import { liveJourneys } from '@asylia/engine';
import { networkOf } from './flee/network.ts';
import { baselines } from './scores/baselines.ts';
import type { Leak } from './scores/leak.ts';
import { findLeaks } from './scores/leak.ts';
import {
  averagedRelativeDifference,
  coverage,
  differenceByCamp,
  rankedProbability,
  scaledError,
} from './scores/scores.ts';
import type { Attraction } from './where/attraction.ts';
import type { Regime } from './where/predict.ts';
import { predict, regimeName } from './where/predict.ts';
import type { Reach } from './where/reach.ts';

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
  /** seconds of one world at full population */
  readonly seconds: number;
  readonly people: number;
  readonly days: number;
  /** [camp x day], day fastest: mean over the worlds */
  readonly mean: Float64Array;
}

export interface CompareOptions {
  readonly seed: number;
  readonly worlds: number;
  /** those of the peer */
  readonly rules: JourneyRules;
  readonly nowMs: () => number;
}

const regimes: readonly Regime[] = [
  { kind: 'given' },
  { kind: 'blind' },
  { kind: 'after', days: 7 },
  { kind: 'after', days: 30 },
];

/** Scores of a conflict in every regime, by our model and by the peer's rules. */
export function compareConflict(
  reach: Reach,
  attraction: Attraction,
  options: CompareOptions,
): ConflictRow[] {
  const { seed, worlds, rules, nowMs } = options;
  const leak = findLeaks(reach);
  const numbers = Array.from({ length: worlds }, (_, world) => world);
  const ours = regimes.map((regime) => {
    const start = nowMs();
    const expected = predict(reach, attraction, regime);
    const seconds = (nowMs() - start) / 1000;
    const ensemble = numbers.map((world) => predict(reach, attraction, regime, seed, world));
    return row(reach, regimeName(regime), regime, expected, ensemble, seconds, leak);
  });
  const theirs = ([{ kind: 'given' }, { kind: 'blind' }] as const).map((regime) => {
    const network = networkOf(reach.flee, reach.observed, { blind: regime.kind === 'blind' });
    const start = nowMs();
    const few = numbers.slice(0, 5).map((world) => {
      const { people } = liveJourneys(network, rules, { seed, world, mode: 'sampled' });
      return campsOf(reach, people);
    });
    const seconds = (nowMs() - start) / 1000 / few.length;
    const name = `flee rules, ${regime.kind}`;
    return row(reach, name, regime, meanOf(few), few, seconds, leak);
  });
  return [...ours, ...theirs];
}

function row(
  reach: Reach,
  regime: string,
  known: Regime,
  model: Float64Array,
  worlds: readonly Float64Array[],
  seconds: number,
  leak: readonly Leak[],
): ConflictRow {
  const { observed, flee } = reach;
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
    mean: meanOf(worlds),
  };
}

function campsOf({ campPlace, flee }: Reach, people: Float64Array): Float64Array {
  const result = new Float64Array(campPlace.length * flee.days);
  campPlace.forEach((place, c) => {
    result.set(people.subarray(place * flee.days, (place + 1) * flee.days), c * flee.days);
  });
  return result;
}

function meanOf(worlds: readonly Float64Array[]): Float64Array {
  return worlds[0]!.map(
    (_, i) => worlds.reduce((sum, world) => sum + world[i]!, 0) / worlds.length,
  );
}
