import { checkTable, sizeOf } from './coalitions.ts';
import { shapleyWeights } from './estimands.ts';

/**
 * Harsanyi dividends: what arises only when exactly these factors are all on,
 * d(S) = sum over T within S of (-1)^(|S| - |T|) v(T) (Moebius transform), in k 2^k steps.
 * v(S) is the sum of d(T) over T within S; sharing each dividend equally gives the Shapley value.
 * Source: Harsanyi 1963.
 *
 * @returns [coalition]; d(none) = v(none); 0 exactly for coalitions with a factor that does nothing
 */
export function dividends(v: Float64Array, k: number): Float64Array {
  checkTable(v, k);
  const d = v.slice();
  for (let i = 0; i < k; i++) {
    const bit = 1 << i;
    for (let mask = 0; mask < d.length; mask++) if (mask & bit) d[mask]! -= d[mask ^ bit]!;
  }
  return d;
}

/**
 * Shapley interaction index of pairs: sum over S without i and j of
 * s! (k - s - 2)! / (k - 1)! x [v(S+i+j) - v(S+i) - v(S+j) + v(S)]. Above 0 the two do more
 * together than apart; below 0 one stands in for the other. Source: Grabisch and Roubens 1999.
 *
 * @returns [factor x factor], symmetric, diagonal 0 (without meaning)
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
