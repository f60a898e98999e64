import type { Case } from '@asylia/cases';
import { compileCase } from '@asylia/cases';
import { planWorld, simulate } from '@asylia/engine';
import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import type { Matrix } from 'ml-matrix';
import { CholeskyDecomposition } from 'ml-matrix';
import { dayOfRow, seriesOfRow, settingOf, windowOf } from '../observe.ts';
import type { Prepared } from '../prepared.ts';
import { drawFrom, prepare } from '../prepared.ts';
import { centralPlan } from '../preparedStudy.ts';
import { covarianceAt } from './covariance.ts';
import type { Observation } from './offsets.ts';
import { ensembleOffsets, observedIn } from './offsets.ts';
import type { CalibrationPlan } from './plan.ts';
import { overlayFor } from './plan.ts';
import type { CalibrationResult } from './result.ts';

/**
 * The observations of the fit windows that the plan gives a standard error to; nothing of the
 * hold-out.
 */
export function fitObservations(source: Case, plan: CalibrationPlan): Observation[] {
  const setting = settingOf(source, compileCase(source));
  return source.tables.record.flatMap((row) => {
    const curve = seriesOfRow(row);
    const doubt =
      (curve === row.measure ? undefined : plan.doubt[`${row.measure}.*`]) ??
      plan.doubt[row.measure];
    if (!doubt || row.comparable === 'no' || windowOf(source, row) !== 'fit') return [];
    return [
      {
        curve,
        day: dayOfRow(row, setting),
        value: row.value,
        standardError: doubt.relative * row.value + doubt.floor,
      },
    ];
  });
}

/**
 * Least squares in the logarithms of the targets: the weighted misfit to the fit window plus the
 * distance from the start in units of the prior standard deviation. Deterministic.
 *
 * The runs of the optimiser are expected-mode runs. Chance, spells of uncertain size and the
 * uncertainty that remains move the median of the ensemble away from the expected run (people can
 * leave home only once), so each round after the first adds that offset, measured on some worlds,
 * to what the expected run says.
 *
 * @throws Error when an overlay made from the plan does not fit the case (a fault of the plan)
 */
export function calibrate(
  source: Case,
  plan: CalibrationPlan,
  maxIterations = 40,
  rounds = 5,
): CalibrationResult {
  const observations = fitObservations(source, plan);
  const priorStart = plan.targets.map((one) => Math.log(one.start));
  const prepared = prepare(source, { plan, overlay: null }, null);
  let offsets = observations.map(() => 0);
  let evaluations = 0;
  const residuals = (at: readonly number[]): number[] => {
    evaluations += 1;
    const values = expectedAt(prepared, at.map(Math.exp), observations);
    return [
      ...observations.map((o, i) => (values[i]! + offsets[i]! - o.value) / o.standardError),
      ...plan.targets.map((one, i) => (at[i]! - priorStart[i]!) / one.priorSdLog),
    ];
  };
  const start = rounded(sumOfSquares(residuals(priorStart)));
  let logs = priorStart;
  for (let round = 1; ; round++) {
    const iterations = round === 1 ? maxIterations : Math.ceil(maxIterations / 4);
    logs = optimum(residuals, logs, plan, observations.length, iterations);
    const covariance = covarianceAt(residuals, logs, observations);
    const result = resultOf(source, plan, logs, covariance, {
      start,
      end: rounded(sumOfSquares(residuals(logs))),
      observations: observations.length,
      evaluations,
    });
    if (round >= rounds) return result;
    offsets = ensembleOffsets(source, plan, result, observations);
  }
}

/** [observation] what the expected run at some values of the targets says. */
function expectedAt(
  prepared: Prepared,
  values: readonly number[],
  observations: readonly Observation[],
): number[] {
  const { case: changed, compiled } = drawFrom(prepared, values, {});
  const { world } = compiled;
  const untilDay =
    observations.reduce((last, o) => Math.max(last, o.day), Number.NEGATIVE_INFINITY) + 1;
  const plan = planWorld(world, centralPlan(prepared));
  const { series } = simulate(world, { seed: 0, world: 0, mode: 'expected', untilDay, plan });
  return observedIn(changed, world, series.names, series.values, observations);
}

function optimum(
  residuals: (logs: readonly number[]) => number[],
  initialValues: readonly number[],
  plan: CalibrationPlan,
  observations: number,
  maxIterations: number,
): number[] {
  const xs = Array.from({ length: observations + plan.targets.length }, (_, i) => i);
  const fit = levenbergMarquardt(
    { x: xs, y: xs.map(() => 0) },
    (logs: number[]) => {
      const all = residuals(logs);
      return (i: number) => all[i]!;
    },
    {
      initialValues: [...initialValues],
      minValues: plan.targets.map((one) => Math.log(one.low)),
      maxValues: plan.targets.map((one) => Math.log(one.high)),
      maxIterations,
      damping: 0.1,
      improvementThreshold: 1e-4,
      gradientDifference: 0.01,
      errorTolerance: 1e-9,
    },
  );
  return fit.parameterValues;
}

function resultOf(
  source: Case,
  plan: CalibrationPlan,
  logs: readonly number[],
  covariance: Matrix,
  objective: CalibrationResult['objective'],
): CalibrationResult {
  const values = logs.map((log) => rounded(Math.exp(log)));
  return {
    overlay: overlayFor(plan, values),
    fitted: plan.targets.map((one, i) => ({
      target: one.id,
      value: values[i]!,
      start: one.start,
      low: one.low,
      high: one.high,
      spreadLog: rounded(Math.sqrt(covariance.get(i, i))),
      window: source.fit.map((w) => `${w.id}: ${w.from ?? source.start} to ${w.until}`).join('; '),
      objective: plan.objective,
      optimiser: 'Levenberg-Marquardt (ml-levenberg-marquardt 5.1.0) in logarithms',
      seed: 0,
      note: one.why,
    })),
    factor: new CholeskyDecomposition(covariance).lowerTriangularMatrix
      .to2DArray()
      .map((row) => row.map((x) => Number(x.toPrecision(4)))),
    objective,
  };
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, r) => sum + r * r, 0);
}

/** Six significant digits: more would pretend to know them. */
function rounded(x: number): number {
  return Number(x.toPrecision(6));
}
