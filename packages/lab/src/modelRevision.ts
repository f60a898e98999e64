/** Put in by whoever builds or tests: `modelRevision()` of scripts/modelRevision.mjs. */
declare const ASYLIA_MODEL_REVISION: string | undefined;

/**
 * Which model computes: a hash of its sources, the same in the page, the command and the tests of
 * one checkout. It is part of the identity of every run, as two revisions may give other numbers.
 */
export const modelRevision: string =
  typeof ASYLIA_MODEL_REVISION === 'string' ? ASYLIA_MODEL_REVISION : 'unbuilt';
