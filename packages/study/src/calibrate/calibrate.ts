import type { Case, Overlay } from '@asylia/cases';
import { applyOverlay, compileCase, formatFaults, overlayParameters } from '@asylia/cases';
import { simulate } from '@asylia/engine';
import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import {
  dayOfRow,
  indexNames,
  observe,
  persecutedPeople,
  readerOf,
  seriesOfRow,
  settingOf,
  windowOf,
} from '../observe.ts';
import type { CalibrationPlan } from './plan.ts';
import { overlayFor } from './plan.ts';

/** One fitted number, with all that is needed to judge and to repeat it. */
export interface Fitted {
  readonly target: string;
  readonly value: number;
  readonly start: number;
  readonly low: number;
  readonly high: number;
  /** Doubt that remains: sd of the natural logarithm, from the curvature at the optimum. */
  readonly spreadLog: number;
  readonly window: string;
  readonly objective: string;
  readonly optimiser: string;
  readonly seed: number;
  readonly note: string;
}

export interface CalibrationResult {
  readonly overlay: Overlay;
  readonly fitted: readonly Fitted[];
  /** [target x target] lower triangular: a normal draw times this is the joint doubt in logarithms. */
  readonly factor: readonly (readonly number[])[];
  readonly objective: {
    readonly start: number;
    readonly end: number;
    readonly observations: number;
    readonly evaluations: number;
  };
}

interface Observation {
  readonly curve: string;
  readonly day: number;
  readonly value: number;
  readonly doubt: number;
}

/** The observations of the fit windows that the plan gives a doubt to; nothing of the hold-out. */
export function fitObservations(source: Case, plan: CalibrationPlan): Observation[] {
  const setting = settingOf(source, compileCase(source));
  return source.tables.record.flatMap((row) => {
    const doubt = plan.doubt[row.measure];
    if (!doubt || row.comparable === 'no' || windowOf(source, row) !== 'fit') return [];
    return [
      {
        curve: seriesOfRow(row),
        day: dayOfRow(row, setting),
        value: row.value,
        doubt: doubt.relative * row.value + doubt.floor,
      },
    ];
  });
}

/**
 * Least squares in the logarithms of the targets, on expected-mode runs: the weighted misfit to
 * the fit window plus the distance from the start in units of the prior doubt. Deterministic.
 * @throws Error when an overlay made from the plan does not fit the case (a fault of the plan)
 */
export function calibrate(
  source: Case,
  plan: CalibrationPlan,
  maxIterations = 40,
): CalibrationResult {
  const observations = fitObservations(source, plan);
  let evaluations = 0;
  const residuals = (logs: readonly number[]): number[] => {
    evaluations += 1;
    const overlay = overlayFor(plan, logs.map(Math.exp));
    const changed = applyOverlay(source, overlay);
    if ('faults' in changed) throw new Error(formatFaults(changed.faults));
    const world = compileCase(changed.case, overlayParameters(overlay));
    const setting = settingOf(changed.case, world);
    const { series } = simulate(world, { seed: 0, world: 0, mode: 'expected', untilDay: lastDay });
    const read = readerOf(
      indexNames(series.names),
      series.values,
      series.days,
      persecutedPeople(world, setting),
    );
    return [
      ...observations.map((o) => (observe(read, setting, o.curve, o.day) - o.value) / o.doubt),
      ...plan.targets.map((one, i) => (logs[i]! - Math.log(one.start)) / one.priorSdLog),
    ];
  };
  const lastDay = Math.max(...observations.map((o) => o.day)) + 1;
  const start = plan.targets.map((one) => Math.log(one.start));
  const count = observations.length + start.length;
  const xs = Array.from({ length: count }, (_, i) => i);
  const fit = levenbergMarquardt(
    { x: xs, y: xs.map(() => 0) },
    (logs: number[]) => {
      const all = residuals(logs);
      return (i: number) => all[i]!;
    },
    {
      initialValues: start,
      minValues: plan.targets.map((one) => Math.log(one.low)),
      maxValues: plan.targets.map((one) => Math.log(one.high)),
      maxIterations,
      damping: 0.1,
      improvementThreshold: 1e-4,
      gradientDifference: 0.01,
      errorTolerance: 1e-9,
    },
  );
  const logs = fit.parameterValues;
  const covariance = covarianceAt(residuals, logs, observations.length);
  const spread = covariance.map((row, i) => Math.sqrt(row[i]!));
  const sumOfSquares = (values: readonly number[]) => values.reduce((sum, r) => sum + r * r, 0);
  const values = logs.map((log) => rounded(Math.exp(log)));
  return {
    overlay: overlayFor(plan, values),
    fitted: plan.targets.map((one, i) => ({
      target: one.id,
      value: values[i]!,
      start: one.start,
      low: one.low,
      high: one.high,
      spreadLog: rounded(spread[i]!),
      window: source.fit.map((w) => `${w.id}: ${w.from ?? source.start} to ${w.until}`).join('; '),
      objective: plan.objective,
      optimiser: 'Levenberg-Marquardt (ml-levenberg-marquardt 5.1.0) in logarithms',
      seed: 0,
      note: one.why,
    })),
    factor: cholesky(covariance).map((row) => row.map((x) => Number(x.toPrecision(4)))),
    objective: {
      start: rounded(sumOfSquares(residuals(start))),
      end: rounded(sumOfSquares(residuals(logs))),
      observations: observations.length,
      evaluations,
    },
  };
}

/** Six significant digits: more would pretend to know them. */
function rounded(x: number): number {
  return Number(x.toPrecision(6));
}

/**
 * Covariance of the logarithms: inverse of (J'J / v + prior precision). Errors of successive
 * bulletins hang together and the model is not the world, so the misfit v per degree of freedom
 * inflates what the observations say; it never widens beyond the prior.
 */
function covarianceAt(
  residuals: (logs: readonly number[]) => number[],
  at: readonly number[],
  observations: number,
): number[][] {
  const base = residuals(at);
  const step = 0.02;
  const columns = at.map((_, j) => {
    const moved = residuals(at.map((x, k) => (k === j ? x + step : x)));
    return moved.map((r, i) => (r - base[i]!) / step);
  });
  const misfit = base.slice(0, observations).reduce((sum, r) => sum + r * r, 0);
  const inflation = Math.max(1, misfit / Math.max(1, observations - at.length));
  const precision = columns.map((a) =>
    columns.map((b) =>
      a.reduce((sum, x, i) => sum + (x * b[i]!) / (i < observations ? inflation : 1), 0),
    ),
  );
  return inverse(precision);
}

/** Inverse of a symmetric positive matrix, by Gauss-Jordan elimination. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    const pivot = work[i]![i]!;
    for (let j = 0; j < 2 * n; j++) work[i]![j]! /= pivot;
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const factor = work[k]![i]!;
      for (let j = 0; j < 2 * n; j++) work[k]![j]! -= factor * work[i]![j]!;
    }
  }
  return work.map((row) => row.slice(n));
}

/** Lower triangular L with L L' = the matrix. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(sum, 0)) : sum / lower[j]![j]!;
    }
  }
  return lower;
}
