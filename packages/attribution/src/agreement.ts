import { leadersOf, ranksBySize } from './ranks.ts';

/** How far theories agree on one outcome. */
export interface Agreement {
  /** Kendall's W over the ranks by size, 0 to 1; null when no theory ranks anything. */
  readonly concordance: number | null;
  /** [theory x theory] tau-b of the ranks, 1 on the diagonal; null where one ranks nothing. */
  readonly tau: readonly (readonly (number | null)[])[];
  /** [factor] in how many theories it ranks first (equals all count). */
  readonly ranksFirst: readonly number[];
  /** [factor] in how many theories it adds, lowers, or does exactly nothing. */
  readonly signs: readonly { readonly up: number; readonly down: number; readonly none: number }[];
}

/**
 * Kendall's coefficient of concordance with ties:
 * W = 12 S / (m^2 (n^3 - n) - m sum T), S = squared deviations of the rank sums, T = sum of
 * t^3 - t over the ties of a judge. Source: Kendall and Babington Smith 1939; Kendall 1948.
 *
 * @param ranks [judge][item]
 * @returns 0 to 1; null when every judge ties everything, or with fewer than two items
 */
export function kendallW(ranks: readonly ArrayLike<number>[]): number | null {
  const m = ranks.length;
  const n = ranks[0]?.length ?? 0;
  if (m === 0 || n < 2) return null;
  const sums = new Float64Array(n);
  let ties = 0;
  for (const judge of ranks) {
    const sizes = new Map<number, number>();
    for (let i = 0; i < n; i++) {
      sums[i]! += judge[i]!;
      sizes.set(judge[i]!, (sizes.get(judge[i]!) ?? 0) + 1);
    }
    for (const t of sizes.values()) ties += t * t * t - t;
  }
  const mean = (m * (n + 1)) / 2;
  const squares = sums.reduce((sum, total) => sum + (total - mean) * (total - mean), 0);
  const most = m * m * (n * n * n - n) - m * ties;
  return most === 0 ? null : (12 * squares) / most;
}

/**
 * Kendall's tau-b: (concordant - discordant pairs) / sqrt of the pairs untied in a x untied in b.
 *
 * @returns -1 to 1; null when one ties everything
 */
export function tauB(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  let score = 0;
  let untiedA = 0;
  let untiedB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = i + 1; j < a.length; j++) {
      const signA = Math.sign(a[i]! - a[j]!);
      const signB = Math.sign(b[i]! - b[j]!);
      score += signA * signB;
      untiedA += signA * signA;
      untiedB += signB * signB;
    }
  }
  return untiedA === 0 || untiedB === 0 ? null : score / Math.sqrt(untiedA * untiedB);
}

/**
 * Agreement of theories on one outcome and estimand. The theories must have the same players:
 * compare over the same factors.
 *
 * @param values [theory][factor]
 * @throws RangeError when the lists differ in length or hold what is no number
 * @example
 * ```js
 * import { agreement } from '@asylia/attribution';
 * agreement([[3, 1], [2, -1]]).ranksFirst; // is [2, 0]
 * ```
 */
export function agreement(values: readonly ArrayLike<number>[]): Agreement {
  const k = values[0]?.length ?? 0;
  for (const [t, theory] of values.entries()) {
    if (theory.length !== k || Array.from(theory).some(Number.isNaN)) {
      throw new RangeError(
        `theory ${t}: expected ${k} numbers, one for each factor as in the first theory; ` +
          'leave out factors that are no players',
      );
    }
  }
  const ranks = values.map(ranksBySize);
  const leaders = values.map(leadersOf);
  const factors = Array.from({ length: k }, (_, i) => i);
  return {
    concordance: kendallW(ranks),
    tau: ranks.map((a) => ranks.map((b) => tauB(a, b))),
    ranksFirst: factors.map((i) => leaders.filter((mask) => (mask >>> i) & 1).length),
    signs: factors.map((i) => ({
      up: values.filter((theory) => theory[i]! > 0).length,
      down: values.filter((theory) => theory[i]! < 0).length,
      none: values.filter((theory) => theory[i] === 0).length,
    })),
  };
}
