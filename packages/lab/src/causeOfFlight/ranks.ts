/** Ranks from 1, ties sharing their mean rank. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j + 1 < order.length && values[order[j + 1]!] === values[order[i]!]) j += 1;
    for (let k = i; k <= j; k++) ranks[order[k]!] = (i + j) / 2 + 1;
    i = j + 1;
  }
  return ranks;
}

/** Values less their mean, of length one; null where they do not vary. */
export function standardised(values: ArrayLike<number>): Float64Array | null {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i]! / n;
  const out = Float64Array.from(values, (x) => x - mean);
  const length = Math.sqrt(out.reduce((sum, x) => sum + x * x, 0));
  return length > 1e-9 * Math.sqrt(n) ? out.map((x) => x / length) : null;
}

/** Spearman's rank correlation with mid-ranks; null with fewer than three values or no variation. */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  if (x.length < 3) return null;
  const a = standardised(midRanks(x));
  const b = standardised(midRanks(y));
  return a && b ? a.reduce((sum, value, i) => sum + value * b[i]!, 0) : null;
}

/**
 * Rank correlation of y with x a number of periods before (positive) or after (negative), over
 * the periods in which both are seen.
 */
export function laggedRankCorrelation(
  y: Float64Array,
  x: Float64Array,
  periodsBefore: number,
): number | null {
  const n = y.length;
  const lag = Math.abs(periodsBefore);
  return periodsBefore >= 0
    ? rankCorrelation(y.subarray(lag), x.subarray(0, n - lag))
    : rankCorrelation(y.subarray(0, n - lag), x.subarray(lag));
}

/**
 * Rank correlation of y with x moved later by every number of periods, in a circle: [shift].
 * What leaves x at the end comes in at the beginning, so x keeps its own ups and downs.
 */
export function circularRankCorrelations(y: Float64Array, x: Float64Array): Float64Array | null {
  const n = y.length;
  if (n < 3) return null;
  const a = standardised(midRanks(y));
  const b = standardised(midRanks(x));
  if (!a || !b) return null;
  return Float64Array.from({ length: n }, (_, shift) => {
    let sum = 0;
    for (let t = 0; t < n; t++) sum += a[t]! * b[(t - shift + n) % n]!;
    return sum;
  });
}
