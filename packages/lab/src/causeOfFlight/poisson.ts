import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A log-linear fit: mean of count i = exp(offset i + sum of design[i][k] * coefficient[k]). */
export interface PoissonFit {
  readonly coefficients: readonly number[];
  readonly means: Float64Array;
  readonly deviance: number;
  /** Pearson's statistic over degrees of freedom; NaN without any */
  readonly dispersion: number;
  /** inverse of the information; [k][k] */
  readonly inverse: Matrix;
}

/**
 * Log-linear (Poisson) fit by iterated weighted least squares; consistent whatever the variance.
 * @param counts persons, 0 upwards
 * @param design one row a count
 * @returns null where columns depend on each other or the fit runs away
 */
export function fitPoisson(
  counts: Float64Array,
  design: readonly (readonly number[])[],
  offset: Float64Array,
): PoissonFit | null {
  const n = counts.length;
  const k = design[0]!.length;
  const coefficients = new Array<number>(k).fill(0);
  let linear = Float64Array.from(counts, (y, i) => Math.log(Math.max(y, 0.5)) - offset[i]!);
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 200; round++) {
    const weighted = Matrix.zeros(k, k);
    const right = Matrix.zeros(k, 1);
    for (let i = 0; i < n; i++) {
      const mean = Math.exp(linear[i]! + offset[i]!);
      const working = linear[i]! + (counts[i]! - mean) / mean;
      accumulate(weighted, design[i]!, mean);
      design[i]!.forEach((x, a) => {
        if (x !== 0) right.set(a, 0, right.get(a, 0) + mean * x * working);
      });
    }
    const inverse = invert(weighted);
    if (!inverse) return null;
    const next = inverse.mmul(right).to1DArray();
    linear = Float64Array.from(design, (row) => row.reduce((sum, x, a) => sum + x * next[a]!, 0));
    if (linear.some((x) => !(Math.abs(x) < 60))) return null;
    const means = linear.map((x, i) => Math.exp(x + offset[i]!));
    next.forEach((value, a) => {
      coefficients[a] = value;
    });
    const now = devianceOf(counts, means);
    if (Math.abs(deviance - now) <= 1e-10 * (Math.abs(now) + 1e-6)) {
      const information = Matrix.zeros(k, k);
      design.forEach((row, i) => accumulate(information, row, means[i]!));
      const final = invert(information);
      if (!final) return null;
      const pearson = counts.reduce((sum, y, i) => sum + (y - means[i]!) ** 2 / means[i]!, 0);
      return {
        coefficients,
        means,
        deviance: now,
        dispersion: n > k ? pearson / (n - k) : Number.NaN,
        inverse: final,
      };
    }
    deviance = now;
  }
  return null;
}

function accumulate(into: Matrix, row: readonly number[], weight: number): void {
  row.forEach((x, a) => {
    if (x === 0) return;
    row.forEach((y, b) => {
      if (y !== 0) into.set(a, b, into.get(a, b) + weight * (x * y));
    });
  });
}

/** Inverse of a positive definite matrix, scaled to a unit diagonal first; null where there is none. */
function invert(matrix: Matrix): Matrix | null {
  const k = matrix.rows;
  const scale = Array.from({ length: k }, (_, a) => Math.sqrt(matrix.get(a, a)));
  if (scale.some((s) => !(s > 0))) return null;
  const unit = Matrix.zeros(k, k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++) unit.set(a, b, matrix.get(a, b) / (scale[a]! * scale[b]!));
  const cholesky = new CholeskyDecomposition(unit);
  if (!cholesky.isPositiveDefinite()) return null;
  const pivots = cholesky.lowerTriangularMatrix.diagonal();
  if (pivots.some((p) => !(p > 1e-6))) return null;
  const inverse = cholesky.solve(Matrix.eye(k));
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++) inverse.set(a, b, inverse.get(a, b) / (scale[a]! * scale[b]!));
  return inverse;
}

/** Twice the shortfall of the fit against one that hits every count. */
export function devianceOf(counts: Float64Array, means: Float64Array): number {
  return (
    2 *
    counts.reduce(
      (sum, y, i) => sum + (y > 0 ? y * Math.log(y / means[i]!) : 0) - (y - means[i]!),
      0,
    )
  );
}

/**
 * Standard errors that hold under over-dispersion, under any tie between regions within a period,
 * and under ties over time that fade within the given number of periods (Driscoll and Kraay 1998;
 * Bartlett weights of Newey and West 1987).
 * @param periodOf period of each count
 */
export function robustErrors(
  fit: PoissonFit,
  counts: Float64Array,
  design: readonly (readonly number[])[],
  periodOf: readonly number[],
  periods: number,
  lags: number,
): number[] {
  const k = design[0]!.length;
  const scores = Array.from({ length: periods }, () => new Float64Array(k));
  design.forEach((row, i) => {
    const residual = counts[i]! - fit.means[i]!;
    const score = scores[periodOf[i]!]!;
    row.forEach((x, a) => {
      score[a]! += residual * x;
    });
  });
  const middle = Matrix.zeros(k, k);
  for (let lag = 0; lag <= lags; lag++) {
    const weight = 1 - lag / (lags + 1);
    for (let t = lag; t < periods; t++) {
      for (let a = 0; a < k; a++) {
        for (let b = 0; b < k; b++) {
          const now = scores[t]![a]! * scores[t - lag]![b]!;
          const both = lag === 0 ? now : now + scores[t - lag]![a]! * scores[t]![b]!;
          middle.set(a, b, middle.get(a, b) + weight * both);
        }
      }
    }
  }
  const covariance = fit.inverse.mmul(middle).mmul(fit.inverse);
  return Array.from({ length: k }, (_, a) =>
    Math.sqrt((Math.max(0, covariance.get(a, a)) * periods) / Math.max(1, periods - 1)),
  );
}

/** 97.5 % point of Student's t, by the expansion of Fisher and Cornish; good to 0.01 from 5 degrees. */
export function studentQuantile975(degrees: number): number {
  const z = 1.959963984540054;
  const v = degrees;
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  );
}
