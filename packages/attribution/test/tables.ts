import fc from 'fast-check';

/** Table of an outcome written as a function of switches (0 or 1). */
export function tableOf(k: number, outcome: (...on: number[]) => number): Float64Array {
  return Float64Array.from({ length: 2 ** k }, (_, mask) =>
    outcome(...Array.from({ length: k }, (_, i) => (mask >>> i) & 1)),
  );
}

/** All orders of some items. */
export function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, n) =>
    ordersOf(items.filter((_, m) => m !== n)).map((rest) => [item, ...rest]),
  );
}

/** Mean of what a factor adds when it enters, over the orders given. */
export function meanOverOrders(v: Float64Array, k: number, orders: number[][]): number[] {
  const sum = new Array<number>(k).fill(0);
  for (const order of orders) {
    let mask = 0;
    for (const factor of order) {
      const next = mask | (1 << factor);
      sum[factor]! += v[next]! - v[mask]!;
      mask = next;
    }
  }
  return sum.map((s) => s / orders.length);
}

/**
 * Harsanyi dividends, d(S) = sum over T within S of (-1)^(|S| - |T|) v(T): v(S) is the sum of d(T)
 * over T within S. Source: Harsanyi 1963.
 */
export function dividends(v: Float64Array, k: number): Float64Array {
  const d = v.slice();
  for (let i = 0; i < k; i++) {
    const bit = 1 << i;
    for (let mask = 0; mask < d.length; mask++) if (mask & bit) d[mask]! -= d[mask ^ bit]!;
  }
  return d;
}

/** Random tables of k factors with values of ordinary size. */
export const randomTable = (k: number) =>
  fc
    .array(fc.double({ min: -1000, max: 1000, noNaN: true }), {
      minLength: 2 ** k,
      maxLength: 2 ** k,
    })
    .map((values) => Float64Array.from(values));

/** A random table with the number of its factors. */
export const anyTable = fc
  .integer({ min: 1, max: 6 })
  .chain((k) => fc.record({ k: fc.constant(k), v: randomTable(k) }));

export const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

/** Largest distance between two lists of numbers. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a).reduce((most, value, n) => Math.max(most, Math.abs(value - b[n]!)), 0);
}
