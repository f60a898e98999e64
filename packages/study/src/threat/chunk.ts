import type { Factor, FrameId, Remedy } from '@asylia/security';
import { remedyOf } from '@asylia/security';
import type { StudyInput } from '../ensemble.ts';
import type { Worlds } from './bench.ts';
import { benchOf, coalitionTable, startWorlds, valueAsItWas, valueWithRemedy } from './bench.ts';
import { estimandIds, estimate, outcomeOf } from './estimate.ts';
import type { TheoryInput } from './setting.ts';
import { drawOf } from './setting.ts';

/** All that decides an attribution, as plain values that can be sent to a worker. */
export interface ThreatInput {
  readonly study: StudyInput;
  readonly theories: readonly TheoryInput[];
  readonly factors: readonly Factor[];
  readonly frames: readonly FrameId[];
  /** Factor held on for the conditional estimands. */
  readonly given: string;
  readonly remedies: readonly string[];
  /** Factors whose absence is imagined in their other way. */
  readonly alternative: readonly string[];
  /** Worlds of chance for each draw of the assumptions, 1 or more. */
  readonly perDraw: number;
}

/**
 * What some worlds say, under every theory. World w has the chance of w and the assumptions of
 * draw floor(w / perDraw).
 */
export interface ThreatChunk {
  readonly firstWorld: number;
  readonly count: number;
  readonly outcomes: readonly string[];
  /** [world x theory x outcome x frame x factor x estimand], estimand fastest */
  readonly effects: Float64Array;
  /** [world x theory x outcome x (as it was, without any, with each remedy)] */
  readonly levels: Float64Array;
}

/** Lives all coalitions and remedies of some worlds. Pure: what a worker does. */
export function runThreatChunk(
  input: ThreatInput,
  firstWorld: number,
  count: number,
  mode: 'sampled' | 'expected' = 'sampled',
): ThreatChunk {
  const parts: { effects: Float64Array; levels: Float64Array }[] = [];
  let outcomes: readonly string[] = [];
  for (let world = firstWorld; world < firstWorld + count; world++) {
    const draw = Math.floor(world / input.perDraw);
    const worlds = startWorlds({
      study: input.study,
      world: draw,
      chanceWorld: world,
      mode,
      draw: drawOf(input.study.seed, draw),
    });
    const lived = liveAll(input, worlds);
    outcomes = lived.outcomes;
    parts.push(lived);
  }
  return {
    firstWorld,
    count,
    outcomes,
    effects: join(parts.map((part) => part.effects)),
    levels: join(parts.map((part) => part.levels)),
  };
}

/** The expected run of the fitted values under every theory at its own values. */
export function runExpectedThreat(input: ThreatInput): ThreatChunk & {
  /** [theory] whole tables, [coalition x outcome] */
  readonly tables: readonly Float64Array[];
} {
  const worlds = startWorlds({
    study: input.study,
    world: null,
    chanceWorld: 0,
    mode: 'expected',
    draw: null,
  });
  const lived = liveAll(input, worlds);
  return { firstWorld: 0, count: 1, ...lived };
}

function liveAll(input: ThreatInput, worlds: Worlds) {
  const { theories, factors, frames } = input;
  const remedies = input.remedies.map((id) => remedyOf(id) as Remedy);
  const alternative = new Set(input.alternative);
  const columns = 2 + remedies.length;
  const width = frames.length * factors.length * estimandIds.length;
  let outcomes: readonly string[] = [];
  const tables: Float64Array[] = [];
  const effects: Float64Array[] = [];
  const levels: Float64Array[] = [];
  for (const theory of theories) {
    const table = coalitionTable(worlds, theory, factors, alternative);
    const bench = benchOf(worlds, theory, []);
    outcomes = bench.outcomes.map((outcome) => outcome.id);
    const n = outcomes.length;
    const ofTheory = new Float64Array(n * width);
    const level = new Float64Array(n * columns);
    const asItWas = valueAsItWas(bench);
    const remedied = remedies.map((remedy) => valueWithRemedy(bench, remedy));
    for (let o = 0; o < n; o++) {
      ofTheory.set(estimate(outcomeOf(table, n, o), factors, frames, input.given), o * width);
      level[o * columns] = asItWas[o]!;
      level[o * columns + 1] = table[o]!;
      remedied.forEach((values, r) => {
        level[o * columns + 2 + r] = values[o]!;
      });
    }
    tables.push(table);
    effects.push(ofTheory);
    levels.push(level);
  }
  return { outcomes, effects: join(effects), levels: join(levels), tables };
}

function join(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
