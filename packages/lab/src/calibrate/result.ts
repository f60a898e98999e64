import type { Overlay } from '@asylia/cases';
import { overlaySchema } from '@asylia/cases';
import { z } from 'zod';

/** One fitted number, with all that is needed to judge and to repeat it. */
export interface Fitted {
  readonly target: string;
  readonly value: number;
  readonly start: number;
  readonly low: number;
  readonly high: number;
  /** Uncertainty that remains: sd of the natural logarithm, from the curvature at the optimum. */
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
  /**
   * [target x target] lower triangular: a normal draw times this is the joint uncertainty in
   * logarithms.
   */
  readonly factor: readonly (readonly number[])[];
  readonly objective: {
    readonly start: number;
    readonly end: number;
    readonly observations: number;
    readonly evaluations: number;
  };
}

const fitted = z.strictObject({
  target: z.string(),
  value: z.number(),
  start: z.number(),
  low: z.number(),
  high: z.number(),
  spreadLog: z.number(),
  window: z.string(),
  objective: z.string(),
  optimiser: z.string(),
  seed: z.number(),
  note: z.string(),
});

/** The file calibration.json: what `asylia calibrate` wrote. */
export const calibrationResultSchema: z.ZodType<CalibrationResult> = z.strictObject({
  overlay: overlaySchema,
  fitted: z.array(fitted),
  factor: z.array(z.array(z.number())),
  objective: z.strictObject({
    start: z.number(),
    end: z.number(),
    observations: z.number(),
    evaluations: z.number(),
  }),
});
