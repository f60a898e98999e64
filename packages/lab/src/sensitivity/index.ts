export type { SensitivityAssumption, SensitivityInput } from './assumptions.ts';
export { assumptionsOf } from './assumptions.ts';
export type {
  FigureSensitivity,
  Influence,
  SensitivityChunk,
  SensitivityTask,
} from './sensitivity.ts';
export { planSensitivity, runSensitivityTask, sensitivityOf } from './sensitivity.ts';
