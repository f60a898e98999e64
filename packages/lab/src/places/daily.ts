/** [day] a number; null on days that were not simulated, or for which nothing is known. */
export type Daily = readonly (number | null)[];

/** As plain values, for pages and files. */
export function daily(values: ArrayLike<number>): Daily {
  return Array.from(values, (x) => (Number.isNaN(x) ? null : x));
}

/** [day] sum over rows by day. */
export function sumOf(
  days: number,
  rows: readonly { readonly perDay: Float64Array }[],
): Float64Array {
  const total = new Float64Array(days);
  for (const { perDay } of rows) for (let day = 0; day < days; day++) total[day]! += perDay[day]!;
  return total;
}
