import type { Overlay, Scaling } from '@asylia/cases';
import { z } from 'zod';

const target = z.strictObject({
  id: z.string(),
  /** What is multiplied, in words; default: the id. */
  title: z.string().optional(),
  /** A parameter of the model, or rows of a table whose column is multiplied. */
  parameter: z.string().optional(),
  rows: z
    .strictObject({
      table: z.string(),
      where: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      multiply: z.string(),
    })
    .optional(),
  start: z.number().positive(),
  low: z.number().positive(),
  high: z.number().positive(),
  /** Uncertainty before the record is looked at: sd of the natural logarithm round the start. */
  priorSdLog: z.number().positive(),
  why: z.string(),
});

/** What is fitted, on what, and how strongly it is held to its start. */
export const calibrationPlanSchema = z.strictObject({
  title: z.string(),
  objective: z.string(),
  /**
   * Standard error of one observation by measure: relative * record + floor, in the unit of the
   * measure. `measure.*` is for its rows by place, where these are known less well than the total.
   */
  doubt: z.record(z.string(), z.strictObject({ relative: z.number(), floor: z.number() })),
  targets: z.array(target),
});
export type CalibrationPlan = z.infer<typeof calibrationPlanSchema>;
export type Target = z.infer<typeof target>;

/** The rows that targets multiply, in the order of the targets that do. */
export function scalingsOf({ targets }: CalibrationPlan): Scaling[] {
  return targets.flatMap(({ rows }) => (rows ? [rows] : []));
}

/** [scaling] the values of the targets that multiply rows. */
export function factorsOf({ targets }: CalibrationPlan, values: readonly number[]): number[] {
  return values.filter((_, i) => targets[i]!.rows);
}

/** The parameters that targets set. */
export function parametersAt(
  { targets }: CalibrationPlan,
  values: readonly number[],
): Record<string, number> {
  return Object.fromEntries(
    targets.flatMap(({ parameter }, i) => (parameter ? [[parameter, values[i]!]] : [])),
  );
}

/** The overlay that sets the targets to values. */
export function overlayFor(plan: CalibrationPlan, values: readonly number[]): Overlay {
  const changes: NonNullable<Overlay['changes']> = [];
  plan.targets.forEach((one, i) => {
    if (one.rows) {
      const { table, where, multiply } = one.rows;
      changes.push({ table, where, multiply: { [multiply]: values[i]! } });
    }
  });
  return {
    id: 'calibration',
    title: plan.title,
    description: 'Fitted on the fit window of the record; rerun with asylia calibrate.',
    parameters: parametersAt(plan, values),
    changes,
  };
}
