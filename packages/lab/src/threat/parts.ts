import type { Factor } from '@asylia/security';
import { isPlacebo } from '@asylia/security';
import { estimandIds } from './estimate.ts';
import { sampledRows } from './sampled.ts';
import type { ThreatChunk } from './task.ts';
import { levelRows } from './task.ts';
import type { ThreatInput } from './threatInput.ts';

/** The finished pieces of an attribution, ready to be read. */
export interface ThreatChunks {
  readonly input: ThreatInput;
  readonly outcomes: readonly string[];
  /** [theory] */
  readonly expected: readonly ThreatChunk[];
  /** [theory], null where none was computed */
  readonly ledgers: readonly (ThreatChunk | null)[];
  /** in the order of their first worlds */
  readonly worlds: readonly ThreatChunk[];
  /** Worlds, each with a draw of its own. */
  readonly worldCount: number;
}

/** Puts pieces together in order. @throws RangeError when one is missing or there twice */
export function collectChunks(input: ThreatInput, parts: readonly ThreatChunk[]): ThreatChunks {
  const of = (what: string, theory: number) => {
    const found = parts.filter((part) => part.what === what && part.theory === theory);
    if (found.length > 1) throw new RangeError(`${what} of theory ${theory} is there twice`);
    return found[0] ?? null;
  };
  const expected = input.theories.map((theory, t) => {
    const part = of('expected', t);
    if (!part) throw new RangeError(`the expected tables of ${theory.id} are missing`);
    return part;
  });
  const worlds = parts
    .filter((part) => part.what === 'worlds')
    .sort((a, b) => a.firstWorld - b.firstWorld);
  let next = 0;
  for (const part of worlds) {
    if (part.firstWorld !== next) throw new RangeError(`world ${next} is missing or there twice`);
    next += part.count;
  }
  return {
    input,
    outcomes: expected[0]?.columns ?? [],
    expected,
    ledgers: input.theories.map((_, t) => of('ledger', t)),
    worlds,
    worldCount: next,
  };
}

/**
 * [coalition] one outcome in the expected run of a theory.
 * @param theory its place in the input; `outcome` the place of the measure
 * @returns 2^factors values in the unit of the measure
 */
export function expectedTable({ input, expected }: ThreatChunks, theory: number, outcome: number) {
  const part = expected[theory]!;
  const from = outcome * part.rows;
  return part.values.subarray(from, from + (1 << input.factors.length));
}

/**
 * [baseline, without any, with each remedy] one outcome in the expected run of a theory.
 * @param theory its place in the input; `outcome` the place of the measure
 * @returns values in the unit of the measure
 */
export function expectedLevels({ input, expected }: ThreatChunks, theory: number, outcome: number) {
  const part = expected[theory]!;
  const from = outcome * part.rows + (1 << input.factors.length);
  return part.values.subarray(from, from + levelRows(input));
}

/**
 * [draw] one row (of `sampledRow`) of a theory for one outcome.
 * @param theory its place in the input; `outcome` the place of the measure
 * @param row 0 to `sampledRows` - 1
 * @returns in the unit of the measure
 */
export function overWorlds(
  { input, worlds, worldCount }: ThreatChunks,
  theory: number,
  outcome: number,
  row: number,
): Float64Array {
  const each = sampledRows(input);
  const values = new Float64Array(worldCount);
  let w = 0;
  for (const part of worlds) {
    for (let i = 0; i < part.count; i++) {
      const at = (i * input.theories.length + theory) * each + row;
      values[w++] = part.values[outcome * part.rows + at]!;
    }
  }
  return values;
}

/** Place of an estimand of a factor in a frame, among those of `estimate`. */
export function effectRow(
  { factors }: Pick<ThreatInput, 'factors'>,
  frame: number,
  factor: number,
  estimand: (typeof estimandIds)[number],
): number {
  return (frame * factors.length + factor) * estimandIds.length + estimandIds.indexOf(estimand);
}

/**
 * [coalition] the table without the placebo, which is on in it; and the factors that are left.
 * @param v bit i = factor i
 */
export function withoutPlacebo(v: Float64Array, factors: readonly Factor[]) {
  const at = factors.findIndex(isPlacebo);
  if (at < 0) return { v, factors };
  const left = factors.filter((_, i) => i !== at);
  const low = (1 << at) - 1;
  return {
    v: Float64Array.from(
      { length: 1 << left.length },
      (_, mask) => v[(mask & low) | ((mask & ~low) << 1) | (1 << at)]!,
    ),
    factors: left,
  };
}
