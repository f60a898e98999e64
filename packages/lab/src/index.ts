export * from './bands.ts';
export * from './baselines.ts';
export * from './buildSummary.ts';
export * from './calibrate/calibrate.ts';
export * from './calibrate/plan.ts';
export { calibrationResultSchema } from './calibrate/result.ts';
export * from './causeOfFlight/index.ts';
export * from './claims/index.ts';
export * from './curves.ts';
export * from './ensemble.ts';
export * from './figures/index.ts';
export * from './folder/readCaseFolder.ts';
export { geographyOf } from './geography.ts';
export { hashOfStudy, hashOfThreat, runName } from './identity.ts';
export * from './jobs/index.ts';
export { Interrupted, UserError } from './mistakes.ts';
export { modelRevision } from './modelRevision.ts';
export * from './observe.ts';
export * from './places/daily.ts';
export * from './places/linesAt.ts';
export * from './places/placeCard.ts';
export * from './places/placeStatus.ts';
export * from './places/placeSupply.ts';
export * from './places/whoIsThere.ts';
export * from './prepared.ts';
export * from './preparedStudy.ts';
export * from './priors.ts';
export * from './quantile.ts';
export { recordPoints } from './recordPoints.ts';
export * from './sensitivity/index.ts';
export {
  attributionInput,
  judge,
  otherCaseNames,
  theoryInput,
} from './session/attribution.ts';
export type { ExpectedRun } from './session/study.ts';
export { expectedChunk, expectedRun, summaryOfStudy } from './session/study.ts';
export * from './summary.ts';
export * from './threat/index.ts';
export * from './validate/definitions.ts';
export * from './validate/runChecks.ts';
