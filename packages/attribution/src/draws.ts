/**
 * Names of the draws of attribution, in the place of the engine's decisions and far from their
 * numbers; never reused.
 */
export const attributionDraw = {
  resampledWorld: 40_001,
  permutation: 40_002,
} as const;
