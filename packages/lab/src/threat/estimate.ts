import { conditional, firstIn, lastIn, restrict, shapley } from '@asylia/attribution';
import type { Factor, FrameId } from '@asylia/security';
import { frames } from '@asylia/security';

/** What is estimated of each factor from one table of coalitions. */
export const estimandIds = ['firstIn', 'lastIn', 'shapley', 'conditional', 'firstGiven'] as const;
export type EstimandId = (typeof estimandIds)[number];

/** The factor given which the conditional estimands are taken: the regime of origin acts. */
export const givenFactor = 'persecution';

/**
 * Every estimand of one outcome in every frame. A factor that is no player of a frame has NaN;
 * so have the conditional ones where nothing can be given, and for the given factor itself.
 *
 * @param v [coalition] the outcome, bit i = factor i on
 * @param given factor that is held on for the conditional estimands, by its id
 * @returns [frame x factor x estimand], estimand fastest
 */
export function estimate(
  v: Float64Array,
  factors: readonly Factor[],
  chosen: readonly FrameId[],
  given: string = givenFactor,
): Float64Array {
  const k = factors.length;
  const width = estimandIds.length;
  const effects = new Float64Array(chosen.length * k * width).fill(Number.NaN);
  chosen.forEach((frame, f) => {
    const fixed = frames.find((one) => one.id === frame)!.fixed;
    let on = 0;
    factors.forEach((factor, i) => {
      if (fixed.includes(factor.id)) on |= 1 << i;
    });
    const { table, players } = restrict(v, k, on, 0);
    const m = players.length;
    if (m === 0) return;
    const first = firstIn(table, m);
    const last = lastIn(table, m);
    const share = shapley(table, m);
    const at = [...players].findIndex((player) => factors[player]!.id === given);
    const within = at >= 0 ? conditional(table, m, at) : null;
    [...players].forEach((player, i) => {
      const from = (f * k + player) * width;
      effects[from] = first[i]!;
      effects[from + 1] = last[i]!;
      effects[from + 2] = share[i]!;
      if (!within || i === at) return;
      effects[from + 3] = within[i]!;
      effects[from + 4] = table[(1 << at) | (1 << i)]! - table[1 << at]!;
    });
  });
  return effects;
}

/**
 * [coalition] one outcome out of a table of all.
 * @param table [coalition x outcome], outcome fastest
 * @param outcomes how many there are
 * @param outcome which of them, 0 to outcomes - 1
 */
export function outcomeOf(table: Float64Array, outcomes: number, outcome: number): Float64Array {
  const v = new Float64Array(table.length / outcomes);
  for (let mask = 0; mask < v.length; mask++) v[mask] = table[mask * outcomes + outcome]!;
  return v;
}
