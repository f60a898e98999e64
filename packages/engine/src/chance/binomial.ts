import { exp, log1p } from '../arithmetic/index.ts';
import { logBinomialPmf } from './logPmf.ts';
import { normalQuantile } from './normal.ts';

/** From this variance on a count is placed by the expansion where that is sure. */
const expandFrom = 4;

/** Below this variance the probabilities are added up from 0, above it from the placed count on. */
const addUpBelow = 30;

/**
 * Quantile of the binomial law: the smallest k with P(X <= k) >= u. One uniform gives one count,
 * and the count never falls when u, n or p rises.
 *
 * Small variance: inversion from 0. Else the value is placed by a Cornish-Fisher expansion of
 * third order for the smooth law whose weight between k - 1/2 and k + 1/2 is P(X = k) (Sheppard's
 * correction: its variance is less by 1/12, its fourth cumulant more by 1/120); where that comes
 * too near to a border between two counts to be sure, the probabilities are added up. So the
 * result is exact up to rounding of the probability itself.
 *
 * @param u 0 < u < 1
 * @param n whole number, 0 to 2^33
 * @param p any number; below 0 counts as 0, above 1 as 1
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - lower(1 - u, n, 1 - p, true);
  return lower(u, n, p, false);
}

/** More than the rounding of a probability computed in any of the ways below. */
const certainty = 1e-12;

/**
 * The quantile for p up to 1/2; with `strict` a border belongs to the count above it: the largest
 * m with P(Y < m) <= u, the mirror image of the quantile.
 */
function lower(u: number, n: number, p: number, strict: boolean): number {
  const mean = n * p;
  // (1 - p)^n >= 1 - n p: where u is less than that by more than any rounding, nobody.
  if (u < 1 - mean - certainty) return 0;
  const variance = mean * (1 - p);
  return variance < expandFrom ? addedUp(u, n, p, strict) : placed(u, n, p, variance, strict);
}

/** Inversion from 0. The first probability by squaring, or by logarithm. */
function addedUp(u: number, n: number, p: number, strict: boolean): number {
  const q = 1 - p;
  let probability = 1;
  if (n < 32) {
    for (let square = q, rest = n; rest > 0; rest >>= 1) {
      if (rest & 1) probability *= square;
      square *= square;
    }
  } else {
    // What a call gives back is any value to the compiler until something is computed with it:
    // without the product every turn of the loop would allocate two numbers.
    probability = 1 * exp(n * log1p(-p));
  }
  const mean = n * p;
  const odds = p / q;
  let sum = probability;
  let k = 0;
  while (k < n && (strict ? sum <= u : sum < u)) {
    k += 1;
    probability *= ((n - k + 1) / k) * odds;
    const next = sum + probability;
    // Beyond the mean nothing more can be added: u lies in the rounding of 1.
    if (next === sum && k > mean) break;
    sum = next;
  }
  return k;
}

function placed(u: number, n: number, p: number, variance: number, strict: boolean): number {
  const q = 1 - p;
  const z = normalQuantile(u);
  const z2 = z * z;
  const smoothed = variance - 1 / 12;
  const sd = Math.sqrt(smoothed);
  const skew = (variance * (q - p)) / (smoothed * sd);
  const kurtosis = (variance * (1 - 6 * p * q) + 1 / 120) / (smoothed * smoothed);
  const fifth = (variance * (q - p) * (1 - 12 * p * q)) / (smoothed * smoothed * sd);
  const w =
    z +
    (skew * (z2 - 1)) / 6 +
    (z * (kurtosis * (z2 - 3))) / 24 -
    (z * skew * skew * (2 * z2 - 5)) / 36 +
    (fifth * (z2 * z2 - 6 * z2 + 3)) / 120 -
    (skew * kurtosis * (z2 * z2 - 5 * z2 + 2)) / 24 +
    (skew * skew * skew * (12 * z2 * z2 - 53 * z2 + 17)) / 324;
  const x = n * p + sd * w;
  const k = Math.ceil(x - 0.5);
  // At least twice the error of the expansion at any border (a test goes through them), and rounding.
  const doubt = (1 + (z2 * z2 * Math.abs(z)) / 30) / (4 * variance * sd) + 1e-9 * sd;
  const toBorder = Math.min(k + 0.5 - x, x - (k - 0.5));
  if (k >= 0 && k <= n && toBorder > doubt) return k;
  if (variance < addUpBelow) return addedUp(u, n, p, strict);
  return search(u, n, p, Math.min(n, Math.max(0, k)), strict);
}

/** Walks from k to the exact quantile. */
function search(u: number, n: number, p: number, start: number, strict: boolean): number {
  const enough = (successes: number): boolean => {
    const sum = cumulative(successes, n, p);
    return strict ? sum > u : sum >= u;
  };
  let k = start;
  if (enough(k)) {
    while (k > 0 && enough(k - 1)) k -= 1;
  } else {
    while (k < n && !enough(k)) k += 1;
  }
  return k;
}

/**
 * P(X <= k), added up from the side on which the tail is small.
 * @param k whole number, 0 to n
 * @param n trials, whole number
 * @param p probability, 0 to 1
 * @returns probability, 0 to 1
 */
export function cumulative(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  const odds = p / (1 - p);
  const below = k <= n * p;
  let i = below ? k : k + 1;
  let probability = exp(logBinomialPmf(i, n, p));
  let sum = 0;
  while (i >= 0 && i <= n) {
    const next = sum + probability;
    if (next === sum) break;
    sum = next;
    if (below) {
      probability *= i / ((n - i + 1) * odds);
      i -= 1;
    } else {
      probability *= ((n - i) / (i + 1)) * odds;
      i += 1;
    }
  }
  return below ? sum : 1 - sum;
}
