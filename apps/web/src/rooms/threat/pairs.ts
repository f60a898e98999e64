import type { FrameId } from '@asylia/security';
import { frames, isPlacebo } from '@asylia/security';
import type { BehindCell } from '../../engine/protocol.ts';

/** One pair of runs: the same others on, with and without one source. */
export interface Pair {
  /** Other sources that are on; the placebo, which does nothing, is not named. */
  readonly others: readonly string[];
  readonly without: number;
  readonly with: number;
}

/**
 * All pairs of runs behind a cell, from no other source to all others: those that the frame holds
 * fixed are on in every pair. The placebo is left out, unless the cell is its own.
 */
export function pairsBehind({ factor, factors, values }: BehindCell, frame: FrameId): Pair[] {
  const fixed = frames.find((one) => one.id === frame)?.fixed ?? [];
  const own = 1 << factors.indexOf(factor);
  let must = 0;
  factors.forEach((id, i) => {
    if (fixed.includes(id) || (isPlacebo({ id }) && factor !== id)) must |= 1 << i;
  });
  const pairs: Pair[] = [];
  for (let mask = 0; mask < values.length; mask++) {
    if (mask & own || (mask & must) !== must) continue;
    pairs.push({
      others: factors.filter((id, i) => mask & (1 << i) && !isPlacebo({ id })),
      without: values[mask]!,
      with: values[mask | own]!,
    });
  }
  return pairs;
}
