export { movingAssumptions } from './answers.ts';
export type { ThreatMeta } from './buildThreat.ts';
export { buildThreat } from './buildThreat.ts';
export { caseFactorsSchema, chooseFactors, readCaseFactors } from './caseFactors.ts';
export * from './checks/index.ts';
export type { EstimandId } from './estimate.ts';
export { estimandIds, estimate, givenFactor } from './estimate.ts';
export type { IntervalRule } from './interval.ts';
export { intervalOf, intervalRule, relativeError } from './interval.ts';
export type { Leaders } from './leaders.ts';
export { expectedLeaders } from './leaders.ts';
export type { ContributionSensitivityPlan } from './ledger.ts';
export {
  contributionSensitivityStep,
  planContributionSensitivity,
  sumContributionSensitivity,
} from './ledger.ts';
export type { Measured } from './objects.ts';
export { measuredOf } from './objects.ts';
export { cellsOfOrders } from './orders.ts';
export type { ThreatChunks } from './parts.ts';
export { collectChunks, effectRow, expectedLevels, expectedTable, overWorlds } from './parts.ts';
export type { CaseFactor, CoalitionRunner, RunnerSetting, Worlds } from './runner.ts';
export {
  baselineValue,
  coalitionRunner,
  movementOfTheory,
  startWorlds,
  valueUnder,
} from './runner.ts';
export type { SampledTable } from './sampled.ts';
export { sampledRow, sampledRows, sampledWorlds, toTheEnd } from './sampled.ts';
export type { Draw, TheoryInput, TheorySetting } from './setting.ts';
export { drawOf, evenDrawOf } from './setting.ts';
export { drawsNeeded, firstDraws } from './stopRule.ts';
export type { ThreatChunk, ThreatTask } from './task.ts';
export { expectedWorlds, planThreat, runThreatTask } from './task.ts';
export type { ThreatInput } from './threatInput.ts';
export * from './threatSummary.ts';
