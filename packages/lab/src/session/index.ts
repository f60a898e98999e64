export * from './answers.ts';
export { attributionInput, judge, otherCaseNames, theoryInput } from './attribution.ts';
export { cardOf } from './cards.ts';
export { currentRun, withCurves } from './currentRun.ts';
export { identityOf, runWorlds, summaryOf } from './ensembles.ts';
export { pairedWorld } from './paired.ts';
export { sensitivityParts, sensitivityPlan } from './sensitivities.ts';
export type { Session } from './session.ts';
export { describe, openSession, studyOf, theoryOf } from './session.ts';
export type { ExpectedRun } from './study.ts';
export { expectedChunk, expectedRun, summaryOfStudy } from './study.ts';
export {
  behindCell,
  openOther,
  threatDraw,
  threatInput,
  threatLedger,
  threatOf,
  threatTable,
} from './threats.ts';
