import { log, log1p } from '../arithmetic/index.ts';

const halfLogTwoPi = 0.9189385332046727;

/** log(n!) minus Stirling's formula, n >= 0; relative accuracy about 1e-14. */
function stirlingError(n: number): number {
  if (n < 16) return smallStirlingErrors[n]!;
  const n2 = n * n;
  return (
    (1 / 12 -
      (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / n2) / n2) / n2) / n2) / n2) /
    n
  );
}

/** Exact by summation of logarithms; index 0 is never used with a positive weight. */
const smallStirlingErrors = Array.from({ length: 16 }, (_, n) => {
  let logFactorial = 0;
  for (let i = 2; i <= n; i++) logFactorial += log(i);
  return n === 0 ? 0 : logFactorial - (n + 0.5) * log(n) + n - halfLogTwoPi;
});

/** x log(x / m) + m - x without cancellation (Loader 2000). */
function deviance(x: number, m: number): number {
  const d = x - m;
  if (Math.abs(d) < 0.1 * (x + m)) {
    const v = d / (x + m);
    let sum = d * v;
    let term = 2 * x * v;
    const v2 = v * v;
    for (let j = 1; j < 1000; j++) {
      term *= v2;
      const next = sum + term / (2 * j + 1);
      if (next === sum) return next;
      sum = next;
    }
  }
  return x * log(x / m) + m - x;
}

/**
 * Logarithm of the binomial probability of k out of n, 0 <= k <= n, 0 < p < 1, by Loader's
 * saddle-point form: accurate to about 1e-13 for n up to 2^33.
 * @returns natural logarithm, at most 0
 */
export function logBinomialPmf(k: number, n: number, p: number): number {
  if (k === 0) return n * log1p(-p);
  if (k === n) return n * log(p);
  const q = 1 - p;
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * q) +
    0.5 * (log(n) - log(k) - log(n - k)) -
    halfLogTwoPi
  );
}
