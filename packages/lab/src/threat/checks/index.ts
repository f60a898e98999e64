export type {
  CaseEvidence,
  CauseVerdict,
  CheckFinding,
  Contribution,
  TheoryEvidence,
} from './evidence.ts';
export { runTheoryChecks } from './runTheoryChecks.ts';
