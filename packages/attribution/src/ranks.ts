/** Sizes nearer than this part of the larger count as equal: rounding does not make a rank. */
const tie = 1e-9;

/**
 * Ranks by absolute value, 1 = largest, equal sizes sharing the mean of their ranks.
 *
 * @param values NaN (no player) gets rank NaN and does not count
 */
export function ranksBySize(values: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const order = Array.from(values, (_, n) => n)
    .filter((n) => !Number.isNaN(values[n]!))
    .sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!) || a - b);
  for (let start = 0; start < order.length; ) {
    const size = Math.abs(values[order[start]!]!);
    let end = start + 1;
    while (end < order.length && Math.abs(values[order[end]!]!) >= size * (1 - tie)) end++;
    for (let n = start; n < end; n++) ranks[order[n]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Coalition of the factors that rank first by absolute value: one, or several that are equal. */
export function leadersOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]!) > largest) largest = Math.abs(values[i]!);
  }
  if (largest === 0) return 0;
  let leaders = 0;
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]!) >= largest * (1 - tie)) leaders |= 1 << i;
  }
  return leaders;
}
