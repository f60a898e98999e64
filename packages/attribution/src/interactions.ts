import { checkTable, sizeOf } from './coalitions.ts';
import { shapleyWeights } from './estimands.ts';

/**
 * Shapley interaction index of pairs: sum over S without i and j of
 * s! (k - s - 2)! / (k - 1)! x [v(S+i+j) - v(S+i) - v(S+j) + v(S)]. Above 0 the two do more
 * together than apart; below 0 one stands in for the other. Source: Grabisch and Roubens 1999.
 *
 * @param v [coalition] outcome in any unit, length 2^k
 * @param k number of factors, 1 to 20
 * @returns [factor x factor] in the unit of the outcome, symmetric, diagonal 0 (without meaning)
 * @throws RangeError for a table of another length, or an outcome that is not finite
 * @example
 * ```js
 * import { pairInteractions } from '@asylia/attribution';
 * // Each alone does 1, both together 1: one stands in for the other.
 * [...pairInteractions(Float64Array.of(0, 1, 1, 1), 2)]; // is [0, -1, -1, 0]
 * ```
 */
export function pairInteractions(v: Float64Array, k: number): Float64Array {
  checkTable(v, k);
  const index = new Float64Array(k * k);
  if (k < 2) return index;
  // The Shapley weights of k - 1 players.
  const weights = shapleyWeights(k - 1);
  for (let mask = 0; mask < v.length; mask++) {
    const weight = weights[sizeOf(mask)]!;
    for (let i = 0; i < k; i++) {
      const a = 1 << i;
      if (mask & a) continue;
      for (let j = i + 1; j < k; j++) {
        const b = 1 << j;
        if (mask & b) continue;
        // Grouped by the second factor, so that one that changes nothing gives exactly 0.
        const together = v[mask | a | b]! - v[mask | b]!;
        const alone = v[mask | a]! - v[mask]!;
        index[i * k + j]! += weight * (together - alone);
      }
    }
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) index[i * k + j] = index[j * k + i]!;
  return index;
}
