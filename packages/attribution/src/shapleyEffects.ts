import { explainedShare } from './cholesky.ts';
import { factorsOf } from './coalitions.ts';
import { shapley } from './estimands.ts';

/** Most parameters that enter the exact decomposition: 2^12 regressions. */
export const mostParameters = 12;

/** Which uncertain parameters move an outcome, by a linear surrogate. */
export interface ShapleyEffects {
  /** [parameter] share of the outcome's variance; adds up to `explained`; 0 if screened out. */
  readonly shares: Float64Array;
  /** [parameter] standardised coefficient of the regression on all: direction and strength. */
  readonly coefficients: Float64Array;
  /** R^2 of the parameters decomposed: how much the surrogate sees. The rest is curvature,
   * interaction and chance. */
  readonly explained: number;
  /** The same corrected for the number of parameters: 1 - (1 - R^2)(M - 1) / (M - p - 1). */
  readonly explainedAdjusted: number;
  /** R^2 of the regression on all parameters, before screening. */
  readonly explainedByAll: number;
  /** Parameters decomposed, in order; the others were screened out. */
  readonly decomposed: readonly number[];
  /** Parameters by falling share, equals in order. */
  readonly order: readonly number[];
}

/**
 * Shapley effects of parameters on the variance of an outcome: the Shapley value of R^2 over subsets
 * of parameters (LMG) in a linear surrogate fitted on M draws. Where the model is linear these are
 * the Shapley effects of Owen 2014 and Song, Nelson and Staum 2016, dependent draws included; where
 * it is not, `explained` says how much they miss. A parameter without effect still gets about
 * 1 / (M - 1) by chance. With more than 12 parameters those with the largest |standardised
 * coefficient| are kept. They tell which assumption moves the answer, not which factor contributed to the outcome.
 *
 * @param parameters [draw x parameter], draw by draw
 * @param outcome [draw]
 * @returns null if the outcome is the same in every draw: there is nothing to explain
 * @throws RangeError with fewer than p + 2 draws, or a value that is no finite number
 */
export function shapleyEffects(
  parameters: Float64Array,
  outcome: Float64Array,
  parameterCount: number,
): ShapleyEffects | null {
  const p = parameterCount;
  const draws = outcome.length;
  if (!Number.isInteger(p) || p < 1 || parameters.length !== draws * p) {
    throw new RangeError(
      `parameters: expected ${draws} draws x ${p} parameters (at least 1), ` +
        `got ${parameters.length} values`,
    );
  }
  if (draws < p + 2) {
    throw new RangeError(
      `draws: expected at least ${p + 2} for ${p} parameters, got ${draws}; draw more`,
    );
  }
  const y = standardise(outcome, 0, 1, draws, 'outcome');
  if (y === null) return null;
  const { correlations, withOutcome } = correlate(parameters, y, p);
  const all = Array.from({ length: p }, (_, i) => i);
  const coefficients = new Float64Array(p);
  const explainedByAll = explainedShare(correlations, withOutcome, all, coefficients);
  const decomposed = all
    .toSorted((a, b) => Math.abs(coefficients[b]!) - Math.abs(coefficients[a]!) || a - b)
    .slice(0, mostParameters)
    .sort((a, b) => a - b);
  const table = new Float64Array(1 << decomposed.length);
  for (let mask = 1; mask < table.length; mask++) {
    const chosen = factorsOf(mask).map((n) => decomposed[n]!);
    table[mask] = explainedShare(correlations, withOutcome, chosen);
  }
  const small = shapley(table, decomposed.length);
  const shares = new Float64Array(p);
  for (const [n, i] of decomposed.entries()) shares[i] = small[n]!;
  const explained = table[table.length - 1]!;
  return {
    shares,
    coefficients,
    explained,
    explainedAdjusted: 1 - ((1 - explained) * (draws - 1)) / (draws - decomposed.length - 1),
    explainedByAll,
    decomposed,
    order: all.toSorted((a, b) => shares[b]! - shares[a]! || a - b),
  };
}

/**
 * Correlations of the parameters with each other, [parameter x parameter], and with the outcome,
 * [parameter]; 0 for a parameter that does not vary.
 * @param y the outcome, centred and scaled to length 1
 */
function correlate(parameters: Float64Array, y: Float64Array, p: number) {
  const columns = Array.from({ length: p }, (_, i) =>
    standardise(parameters, i, p, y.length, `parameter ${i}`),
  );
  const correlations = new Float64Array(p * p);
  const withOutcome = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    if (columns[i] === null) continue;
    withOutcome[i] = dot(columns[i]!, y);
    for (let j = 0; j <= i; j++) {
      if (columns[j] === null) continue;
      const r = i === j ? 1 : dot(columns[i]!, columns[j]!);
      correlations[i * p + j] = r;
      correlations[j * p + i] = r;
    }
  }
  return { correlations, withOutcome };
}

/** A column centred and scaled to length 1; null if it does not vary. */
function standardise(
  values: Float64Array,
  column: number,
  columns: number,
  draws: number,
  name: string,
): Float64Array | null {
  const x = new Float64Array(draws);
  let sum = 0;
  let varies = false;
  for (let d = 0; d < draws; d++) {
    x[d] = values[d * columns + column]!;
    if (!Number.isFinite(x[d]!)) {
      throw new RangeError(`${name}, draw ${d}: expected a finite number, got ${x[d]}`);
    }
    varies ||= x[d] !== x[0];
    sum += x[d]!;
  }
  if (!varies) return null;
  const mean = sum / draws;
  for (let d = 0; d < draws; d++) x[d]! -= mean;
  const length = Math.sqrt(dot(x, x));
  return x.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += a[n]! * b[n]!;
  return sum;
}
