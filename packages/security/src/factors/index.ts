export {
  applyLevels,
  fairWeights,
  movementName,
  switchesAt,
} from './applyLevels.ts';
export * from './factors.ts';
export * from './inputs.ts';
export * from './levers.ts';
export * from './remedies.ts';
export { keepAtFrontier, seal } from './seal.ts';
