import { inverse, Matrix } from 'ml-matrix';
import type { Observation } from './offsets.ts';

/**
 * Covariance of the logarithms: inverse of (J'J / (v c) + prior precision). The model is not the
 * world, so the misfit v per degree of freedom takes weight from the observations; errors of
 * successive bulletins hang together, so c of them count as one. It never widens beyond the prior.
 */
export function covarianceAt(
  residuals: (logs: readonly number[]) => number[],
  at: readonly number[],
  observations: readonly Observation[],
): Matrix {
  const base = residuals(at);
  const step = 0.02;
  const columns = at.map((_, j) => {
    const moved = residuals(at.map((x, k) => (k === j ? x + step : x)));
    return moved.map((r, i) => (r - base[i]!) / step);
  });
  const count = observations.length;
  const misfit = base.slice(0, count).reduce((sum, r) => sum + r * r, 0);
  const perDegree = Math.max(1, misfit / Math.max(1, count - at.length));
  const inflation = perDegree * bulletinsPerFact(base, observations);
  const precision = columns.map((a) =>
    columns.map((b) => a.reduce((sum, x, i) => sum + (x * b[i]!) / (i < count ? inflation : 1), 0)),
  );
  // Rounding leaves the two triangles a little apart; the decomposition wants them equal.
  const covariance = inverse(new Matrix(precision));
  return Matrix.add(covariance, covariance.transpose()).div(2);
}

/**
 * How many successive observations of a curve are worth one: (1 + r) / (1 - r), with r the
 * correlation of the misfit between neighbours in time (the usual length of an autoregressive
 * series of first order).
 */
export function bulletinsPerFact(
  misfits: readonly number[],
  observations: readonly Observation[],
): number {
  const byCurve = new Map<string, { day: number; misfit: number }[]>();
  observations.forEach(({ curve, day }, i) => {
    const list = byCurve.get(curve) ?? [];
    list.push({ day, misfit: misfits[i]! });
    byCurve.set(curve, list);
  });
  let product = 0;
  let square = 0;
  for (const list of byCurve.values()) {
    list.sort((a, b) => a.day - b.day);
    for (let i = 1; i < list.length; i++) {
      const [one, two] = [list[i - 1]!.misfit, list[i]!.misfit];
      product += one * two;
      square += (one * one + two * two) / 2;
    }
  }
  const r = square > 0 ? Math.max(0, product / square) : 0;
  return (1 + r) / Math.max(0.05, 1 - r);
}
