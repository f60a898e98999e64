import { checkTable, sizeOf } from './coalitions.ts';
import { shapleyWeights } from './estimands.ts';

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
