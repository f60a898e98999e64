import { overlaySchema } from '@asylia/cases';
import { z } from 'zod';
import type { CalibrationResult } from './calibrate.ts';

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
