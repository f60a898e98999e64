import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binomialCumulative,
  binomialQuantile,
  exp,
  logBinomialPmf,
  makeKeys,
  uniform,
} from '../../src/index.ts';
import { inWords, times } from '../testLength.ts';

const ns = [0, 1, 2, 3, 5, 9, 10, 11, 100, 1000, 1e6, 2 ** 31, 2 ** 33];
const ps = [0, 1e-10, 1e-3, 0.1, 0.5 - 1e-9, 0.5, 0.5 + 1e-9, 0.9, 1 - 1e-3, 1];

/** Exact P(X <= k) by adding logarithms of whole factorials: slow, and nothing shared with the code. */
function exactCumulative(k: number, n: number, p: number): number {
  const logFactorial = (m: number) => {
    let sum = 0;
    for (let i = 2; i <= m; i++) sum += Math.log(i);
    return sum;
  };
  let sum = 0;
  for (let i = 0; i <= k; i++) {
    sum += Math.exp(
      logFactorial(n) -
        logFactorial(i) -
        logFactorial(n - i) +
        i * Math.log(p) +
        (n - i) * Math.log1p(-p),
    );
  }
  return sum;
}

const cases = times(2000);

test(`log probabilities agree with factorials for ${inWords(cases)} small cases to 1e-10`, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 170 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.nat(170),
      (n, p, raw) => {
        const k = raw % (n + 1);
        const exact =
          k === 0
            ? exactCumulative(0, n, p)
            : exactCumulative(k, n, p) - exactCumulative(k - 1, n, p);
        if (exact > 1e-6) expect(exp(logBinomialPmf(k, n, p)) / exact).toBeCloseTo(1, 8);
      },
    ),
    { numRuns: cases, seed: 1 },
  );
});

describe('the binomial quantile', () => {
  test('is the smallest count whose cumulative probability reaches u, at every border of the grid', () => {
    let borders = 0;
    for (const n of [...ns, 60, 300, 5000]) {
      for (const p of [...ps, 0.01, 0.3, 0.7]) {
        const sd = Math.sqrt(n * p * (1 - p));
        for (const z of [-5, -3, -1, -0.2, 0, 0.4, 1, 2, 4, 6]) {
          const k = Math.round(n * p + z * sd) + 0;
          if (k < 0 || k >= n || p <= 0 || p >= 1) continue;
          const u =
            p > 0.5 ? 1 - binomialCumulative(n - k - 1, n, 1 - p) : binomialCumulative(k, n, p);
          if (!(u > 1e-9 && u < 1 - 1e-9)) continue;
          borders += 1;
          const nudge =
            1e-3 * Math.min(exp(logBinomialPmf(k, n, p)), exp(logBinomialPmf(k + 1, n, p)));
          expect(Math.abs(binomialQuantile(u - nudge, n, p) - k)).toBe(0);
          expect(binomialQuantile(u + nudge, n, p)).toBe(k + 1);
        }
      }
    }
    expect(borders).toBeGreaterThan(300);
  });

  test('is sure of itself only where the expansion is, at every border of laws of small variance', () => {
    let borders = 0;
    for (const variance of [3.9, 4.1, 5, 7, 12, 20, 29.9, 30.1, 45]) {
      for (const p of [1e-7, 1e-4, 0.003, 0.02, 0.06, 0.14, 0.25, 0.38, 0.5, 0.7, 0.97]) {
        const n = Math.round(variance / (p * (1 - p)));
        const sd = Math.sqrt(n * p * (1 - p));
        const from = Math.max(0, Math.ceil(n * p - 7 * sd));
        for (let k = from; k < Math.min(n, n * p + 9 * sd); k++) {
          const u =
            p > 0.5 ? 1 - binomialCumulative(n - k - 1, n, 1 - p) : binomialCumulative(k, n, p);
          if (!(u > 1e-12 && u < 1 - 1e-9)) continue;
          borders += 1;
          const nudge =
            1e-3 * Math.min(exp(logBinomialPmf(k, n, p)), exp(logBinomialPmf(k + 1, n, p)));
          if (u - nudge === u) continue;
          expect(binomialQuantile(u - nudge, n, p)).toBe(k);
          expect(binomialQuantile(u + nudge, n, p)).toBe(k + 1);
        }
      }
    }
    expect(borders).toBeGreaterThan(2000);
  });

  test('agrees with an exact sum that shares no code', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 140 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        (n, p, u) => {
          const k = binomialQuantile(u, n, p);
          expect(exactCumulative(k, n, p)).toBeGreaterThan(u - 1e-9);
          if (k > 0) expect(exactCumulative(k - 1, n, p)).toBeLessThan(u + 1e-9);
        },
      ),
      { numRuns: times(1500), seed: 2 },
    );
  });

  test('never falls when u, n or p rises', () => {
    const u = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        u,
        u,
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 60 }),
        p,
        p,
        (u1, u2, n, more, p1, p2) => {
          const [uLow, uHigh] = [Math.min(u1, u2), Math.max(u1, u2)];
          const [pLow, pHigh] = [Math.min(p1, p2), Math.max(p1, p2)];
          const base = binomialQuantile(uLow, n, pLow);
          expect(binomialQuantile(uHigh, n, pLow)).toBeGreaterThanOrEqual(base);
          expect(binomialQuantile(uLow, n + more, pLow)).toBeGreaterThanOrEqual(base);
          expect(binomialQuantile(uLow, n, pHigh)).toBeGreaterThanOrEqual(base);
        },
      ),
      { numRuns: times(20_000), seed: 3 },
    );
  });

  test('is certain where there is no chance', () => {
    for (const n of ns) {
      expect(binomialQuantile(0.3, n, 0)).toBe(0);
      expect(binomialQuantile(0.3, n, 1)).toBe(n);
    }
  });

  test.each([
    [5, 0.3],
    [10, 0.5],
    [100, 0.1],
    [1000, 0.001],
    [1000, 0.5],
    [1e6, 0.1],
    [2 ** 31, 0.5],
  ])('has the law of Binomial(%d, %d) by chi-squared over 100,000 keyed draws', (n, p) => {
    expect(chiSquared(n, p, binomialQuantile)).toBeLessThan(limit);
  });

  test('a sampler whose uniform stops at 0.98 is caught by the same test', () => {
    const broken = (u: number, n: number, p: number) => binomialQuantile(u * 0.98, n, p);
    expect(chiSquared(100, 0.1, broken)).toBeGreaterThan(limit);
  });
});

/** Twenty cells of equal probability: exceeded once in about 10^9 (19 degrees of freedom). */
const limit = 82;

function chiSquared(
  n: number,
  p: number,
  quantile: (u: number, n: number, p: number) => number,
): number {
  const draws = 100_000;
  const edges = Array.from({ length: 19 }, (_, i) => binomialQuantile((i + 1) / 20, n, p));
  const countIndexes = [...new Set(edges)];
  const probability = countIndexes.map(
    (edge, i) =>
      binomialCumulative(edge, n, p) - (i > 0 ? binomialCumulative(countIndexes[i - 1]!, n, p) : 0),
  );
  probability.push(1 - binomialCumulative(countIndexes.at(-1)!, n, p));
  const counts = probability.map(() => 0);
  const keys = makeKeys(77, 0);
  for (let i = 0; i < draws; i++) {
    const k = quantile(uniform(keys, i % 60_000, i, 0, 1, 0), n, p);
    const countIndex = countIndexes.findIndex((edge) => k <= edge);
    counts[countIndex < 0 ? counts.length - 1 : countIndex]! += 1;
  }
  return counts.reduce((sum, c, i) => {
    const e = draws * probability[i]!;
    return e > 0 ? sum + (c - e) ** 2 / e : sum + (c > 0 ? 1e9 : 0);
  }, 0);
}
