import type { Factor } from '@asylia/security';
import { estimandIds, estimate } from './estimate.ts';
import type { ThreatChunks } from './parts.ts';
import { expectedTable, withoutPlacebo } from './parts.ts';

/** Which sources contribute most to an outcome, in the frame in which everything may vary. */
export interface Leaders {
  /** by the Shapley value; null where nothing contributes */
  readonly leader: Factor | null;
  /** given that the regime of origin acts */
  readonly leaderGiven: Factor | null;
}

/** @param effects those of `estimate` for one frame */
export function leadersOf(effects: Float64Array, factors: readonly Factor[]): Leaders {
  const by = (estimand: (typeof estimandIds)[number]) =>
    largest(factors, (i) => effects[i * estimandIds.length + estimandIds.indexOf(estimand)]!);
  return { leader: by('shapley'), leaderGiven: by('conditional') };
}

/** What the tables of the expected run alone say of some outcomes, before any world is sampled. */
export function expectedLeaders(
  parts: ThreatChunks,
  outcomes: readonly string[],
): { readonly theory: string; readonly outcome: string; readonly leaders: Leaders }[] {
  const { input } = parts;
  return input.theories.flatMap((theory, t) =>
    outcomes.map((outcome) => {
      const whole = Float64Array.from(expectedTable(parts, t, parts.outcomes.indexOf(outcome)));
      const { v, factors } = withoutPlacebo(whole, input.factors);
      const leaders = leadersOf(estimate(v, factors, ['all'], input.given), factors);
      return { theory: theory.id, outcome, leaders };
    }),
  );
}

function largest(factors: readonly Factor[], value: (i: number) => number): Factor | null {
  let best: Factor | null = null;
  let size = 0;
  factors.forEach((factor, i) => {
    if (Math.abs(value(i)) > size) {
      size = Math.abs(value(i));
      best = factor;
    }
  });
  return best;
}
