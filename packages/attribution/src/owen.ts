import { checkFactor, checkTable, coalitionOf, partsOf, sizeOf } from './coalitions.ts';
import { shapleyWeights } from './estimands.ts';

/**
 * @param groups factors of each group
 * @returns coalition of each group
 * @throws RangeError unless every factor is in exactly one group and no group is empty
 */
function groupMasks(groups: readonly (readonly number[])[], k: number): number[] {
  const seenIn = new Map<number, number>();
  for (const [g, group] of groups.entries()) {
    if (group.length === 0) throw new RangeError(`group ${g}: expected at least one factor`);
    for (const factor of group) {
      checkFactor(factor, k);
      if (seenIn.has(factor)) {
        throw new RangeError(
          `groups: factor ${factor} is in group ${seenIn.get(factor)} and in group ${g}; ` +
            'put each factor in one group',
        );
      }
      seenIn.set(factor, g);
    }
  }
  for (let i = 0; i < k; i++) {
    if (!seenIn.has(i)) {
      throw new RangeError(`groups: factor ${i} is in no group; give it one of its own`);
    }
  }
  return groups.map((group) => coalitionOf(group));
}

/**
 * Owen value: the Shapley value in which groups enter one after another and the factors of a
 * group enter together. Sum over coalitions H of the m other groups and S of the group's own
 * others of h! (m - h - 1)! / m! x s! (g - s - 1)! / g! x [v(H + S + i) - v(H + S)].
 *
 * A group's total is its Shapley value in the game between groups, so that slicing an actor into
 * more factors gives it no more. Source: Owen 1977.
 *
 * @param v [coalition] outcome in any unit, length 2^k
 * @param k number of factors, 1 to 20
 * @param groups [group] its factors, from 0; together every factor once
 * @returns [factor] in the unit of the outcome
 * @throws RangeError for a table of another length, an outcome that is not finite, or groups that are
 *   no partition of the factors
 * @example
 * ```js
 * import { owen } from '@asylia/attribution';
 * // Of three who only act together, the first two belong to one actor.
 * const v = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1);
 * [...owen(v, 3, [[0, 1], [2]])]; // is [0.25, 0.25, 0.5]
 * ```
 */
export function owen(
  v: Float64Array,
  k: number,
  groups: readonly (readonly number[])[],
): Float64Array {
  checkTable(v, k);
  const masks = groupMasks(groups, k);
  const m = masks.length;
  const between = shapleyWeights(m);
  const value = new Float64Array(k);
  for (const [g, group] of groups.entries()) {
    const within = shapleyWeights(group.length);
    const own = partsOf(masks[g]!);
    for (let entered = 0; entered < 1 << m; entered++) {
      if ((entered >>> g) & 1) continue;
      let others = 0;
      for (let h = 0; h < m; h++) if ((entered >>> h) & 1) others |= masks[h]!;
      for (const part of own) {
        const weight = between[sizeOf(entered)]! * within[sizeOf(part)]!;
        const before = others | part;
        for (const i of group) {
          const bit = 1 << i;
          if ((part & bit) === 0) value[i]! += weight * (v[before | bit]! - v[before]!);
        }
      }
    }
  }
  return value;
}

/** Total of each group: [group] sum of a value over its factors. */
export function groupTotals(
  value: Float64Array,
  groups: readonly (readonly number[])[],
): Float64Array {
  return Float64Array.from(groups, (group) => group.reduce((sum, i) => sum + value[i]!, 0));
}
