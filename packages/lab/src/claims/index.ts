export type { ConclusionVerdict } from './judgeClaims.ts';
export { judgeClaims, judgeConclusion, judgeRule } from './judgeClaims.ts';
export type { ClaimResults, FlightVerdict } from './results.ts';
