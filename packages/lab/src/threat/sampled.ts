import type { Factor, Remedy } from '@asylia/security';
import { remedyOf } from '@asylia/security';
import type { CaseFactor, CoalitionRunner } from './runner.ts';
import { benchesOf, coalitionsOn, startWorlds, valueWithRemedy } from './runner.ts';
import type { Draw } from './setting.ts';
import { evenDrawOf } from './setting.ts';
import type { ThreatInput } from './threatInput.ts';

/**
 * What is run in every draw: 2n + 2 coalitions and the remedies, not 2^n. The rows of a theory, in
 * this order: everything at baseline, no source, each source alone, all but each, each remedy.
 */
export const sampledRow = {
  baseline: () => 0,
  without: () => 1,
  alone: (_: ThreatInput, factor: number) => 2 + factor,
  allBut: ({ factors }: ThreatInput, factor: number) => 2 + factors.length + factor,
  remedy: ({ factors }: ThreatInput, remedy: number) => 2 + 2 * factors.length + remedy,
} as const;

/** Rows of a theory in one draw. */
export function sampledRows({ factors, remedies }: ThreatInput): number {
  return 2 + 2 * factors.length + remedies.length;
}

/** What some draws say: one column a measure. */
export interface SampledTable {
  readonly columns: readonly string[];
  readonly rows: number;
  /** [column x draw x theory x row of `sampledRow`], row fastest */
  readonly values: Float64Array;
}

/**
 * Simulates some draws step by step: after each coalition or remedy it hands over, so that whoever
 * drives it can stop, or do something else first. The same draws give the same table, alone or in
 * company. World w has the chance of w and draw w of every number.
 * @param drawAt how draws are laid out
 */
export function* sampledWorlds(
  input: ThreatInput,
  firstWorld: number,
  count: number,
  drawAt: (seed: number, index: number) => Draw = evenDrawOf,
): Generator<void, SampledTable> {
  const each = sampledRows(input);
  const rows = count * input.theories.length * each;
  let columns: readonly string[] = [];
  let values = new Float64Array(0);
  for (let i = 0; i < count; i++) {
    const index = firstWorld + i;
    const worlds = startWorlds({
      study: input.study,
      world: index,
      chanceWorld: index,
      mode: 'sampled',
      draw: drawAt(input.study.seed, index),
    });
    for (const [t, theory] of input.theories.entries()) {
      const from = (i * input.theories.length + t) * each;
      const runnerWithout = benchesOf(worlds, theory);
      if (columns.length === 0) {
        columns = runnerWithout([]).outcomes.map((outcome) => outcome.id);
        values = new Float64Array(columns.length * rows);
      }
      let row = from;
      for (const list of rowsOf(input, runnerWithout)) {
        for (let o = 0; o < columns.length; o++) values[o * rows + row] = list[o]!;
        row += 1;
        yield;
      }
    }
  }
  return { columns, rows, values };
}

/** Drives what is simulated step by step to its end. */
export function toTheEnd<T>(steps: Generator<void, T>): T {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** [outcome] of every row of a theory in one draw, one after the other. */
function* rowsOf(
  { factors, alternative, remedies }: ThreatInput,
  runnerWithout: (off: readonly CaseFactor[]) => CoalitionRunner,
): Generator<Float64Array> {
  const value = coalitionsOn(runnerWithout, factors, new Set(alternative));
  for (const mask of masksOf(factors.length)) yield value(mask);
  for (const id of remedies) yield valueWithRemedy(runnerWithout([]), remedyOf(id) as Remedy);
}

/** Coalitions in the order of the rows: bit i = factor i on. */
function masksOf(n: number): number[] {
  const all = 2 ** n - 1;
  const alone = Array.from({ length: n }, (_, i) => 1 << i);
  return [all, 0, ...alone, ...alone.map((one) => all & ~one)];
}

/** Whether a frame holds none of the sources on: then each alone is among the rows. */
export function holdsNothing(fixed: readonly string[], factors: readonly Factor[]): boolean {
  return !factors.some((factor) => fixed.includes(factor.id));
}
