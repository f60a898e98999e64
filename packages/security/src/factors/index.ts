export {
  applyLevels,
  fairWeights,
  movementName,
} from './applyLevels.ts';
export { closeAdmission, noRelocation } from './closeAdmission.ts';
export type { Actor } from './declared.ts';
export * from './factors.ts';
export * from './inputs.ts';
export * from './levels.ts';
export * from './remedies.ts';
