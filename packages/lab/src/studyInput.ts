import type { Case, Overlay } from '@asylia/cases';
import type { CalibrationPlan } from './calibrate/plan.ts';
import type { CalibrationResult } from './calibrate/result.ts';

/** All that decides the numbers of a run, as plain values that can be sent to a worker. */
export interface StudyInput {
  readonly case: Case;
  readonly calibration: {
    readonly plan: CalibrationPlan;
    readonly result: CalibrationResult;
  } | null;
  readonly scenario: Overlay | null;
  readonly seed: number;
}
