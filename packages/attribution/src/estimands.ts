import { checkFactor, checkTable, sizeOf } from './coalitions.ts';
import { restriction } from './restrict.ts';

/**
 * First-in: v({i}) - v(none). Is the factor alone enough?
 * @param v [coalition] outcome in any unit, length 2^k
 * @param k number of factors, 1 to 20
 * @returns [factor] in the unit of the outcome
 * @throws RangeError for a table of another length, or an outcome that is not finite
 * @example
 * ```js
 * import { firstIn } from '@asylia/attribution';
 * // Outcomes of: none, the first, the second, both.
 * [...firstIn(Float64Array.of(0, 2, 3, 10), 2)]; // is [2, 3]
 * ```
 */
export function firstIn(v: Float64Array, k: number): Float64Array {
  checkTable(v, k);
  return Float64Array.from({ length: k }, (_, i) => v[1 << i]! - v[0]!);
}

/**
 * Last-in: v(all) - v(all but i). Would it have happened but for the factor?
 * @param v [coalition] outcome in any unit, length 2^k
 * @param k number of factors, 1 to 20
 * @returns [factor] in the unit of the outcome
 * @throws RangeError for a table of another length, or an outcome that is not finite
 * @example
 * ```js
 * import { lastIn } from '@asylia/attribution';
 * [...lastIn(Float64Array.of(0, 2, 3, 10), 2)]; // is [7, 8]
 * ```
 */
export function lastIn(v: Float64Array, k: number): Float64Array {
  checkTable(v, k);
  const all = (1 << k) - 1;
  return Float64Array.from({ length: k }, (_, i) => v[all]! - v[all ^ (1 << i)]!);
}

/** [size s of the others] weight s! (k - s - 1)! / k!, by recurrence from 1/k. */
export function shapleyWeights(k: number): Float64Array {
  const weights = new Float64Array(k);
  weights[0] = 1 / k;
  for (let s = 1; s < k; s++) weights[s] = (weights[s - 1]! * s) / (k - s);
  return weights;
}

/**
 * Shapley value: sum over S without i of s! (k - s - 1)! / k! x [v(S + i) - v(S)]. Exact, in
 * k 2^k steps. Adds up to v(all) - v(none); a factor that changes nothing gets exactly 0. In a
 * chain where all k factors are needed each gets 1/k: read it beside first-in and last-in.
 * Source: Shapley 1953; as a decomposition of outcomes Shorrocks 2013.
 * @param v [coalition] outcome in any unit, length 2^k
 * @param k number of factors, 1 to 20
 * @returns [factor] in the unit of the outcome
 * @throws RangeError for a table of another length, or an outcome that is not finite
 * @example
 * ```js
 * import { shapley } from '@asylia/attribution';
 * // Two factors that do nothing alone and 1 together share it.
 * [...shapley(Float64Array.of(0, 0, 0, 1), 2)]; // is [0.5, 0.5]
 * ```
 */
export function shapley(v: Float64Array, k: number): Float64Array {
  checkTable(v, k);
  return shapleyOf(v, k);
}

function shapleyOf(v: Float64Array, k: number): Float64Array {
  const weights = shapleyWeights(k);
  const value = new Float64Array(k);
  for (let mask = 0; mask < v.length; mask++) {
    const weight = weights[sizeOf(mask)]!;
    for (let i = 0; i < k; i++) {
      const bit = 1 << i;
      if ((mask & bit) === 0) value[i]! += weight * (v[mask | bit]! - v[mask]!);
    }
  }
  return value;
}

/**
 * Shapley value among the others with one factor fixed on: given that it acts, what does each of the others add?
 * Adds up to v(all) - v({given}).
 *
 * @returns [factor]; NaN at `given`, which is no player
 * @throws RangeError for a table of another length, an outcome that is not finite, no such factor
 * @example
 * ```js
 * import { conditional } from '@asylia/attribution';
 * [...conditional(Float64Array.of(0, 0, 0, 1), 2, 0)]; // is [Number.NaN, 1]
 * ```
 */
export function conditional(v: Float64Array, k: number, given: number): Float64Array {
  checkTable(v, k);
  checkFactor(given, k);
  const { players, coalitions } = restriction(k, 1 << given, 0);
  const small = shapleyOf(
    Float64Array.from(coalitions, (mask) => v[mask]!),
    players.length,
  );
  const value = new Float64Array(k).fill(Number.NaN);
  for (const [n, player] of players.entries()) value[player] = small[n]!;
  return value;
}
