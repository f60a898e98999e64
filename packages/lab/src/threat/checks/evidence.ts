import type { Case, CheckArgs, CheckKind, Observation, Theory } from '@asylia/cases';

/** What one source does to one outcome, in the unit of the outcome, signed. */
export interface Contribution {
  readonly firstIn: number;
  readonly lastIn: number;
  readonly shapley: number;
}

/** A case and what the runs under one theory say of it. */
export interface CaseEvidence {
  readonly case: Case;
  /** Expected value at baseline, all sources on; null where the case has no such outcome. */
  readonly outcome: (outcomeId: string) => number | null;
  /**
   * In the frame `all`, whatever frame the theory prefers: what it holds fixed is no place to
   * hide. null where not computed.
   */
  readonly contribution: (outcomeId: string, factorId: string) => Contribution | null;
}

/** What the test of timing says of one explanation of the flight. */
export interface CauseVerdict {
  readonly explanation: string;
  readonly verdict: 'supported' | 'notSupported' | 'cannotBeTold';
  /** most of the flight that it can directly explain, 0 to 1 */
  readonly upperBound: number;
  readonly shareHigh95: number | null;
}

/** Everything that a check may look at. */
export interface TheoryEvidence extends CaseEvidence {
  readonly observations: readonly Observation[];
  readonly causeOfFlight: { readonly verdicts: readonly CauseVerdict[] } | null;
  /** Another case, by name; null where it is not there. No check asks what runs of it say. */
  readonly other: (caseName: string) => Case | null;
}

/** Whether the theory fails, and the figures that say so. */
export interface CheckFinding {
  /** null = there is nothing to decide it */
  readonly refuted: boolean | null;
  readonly evidence: string;
}

export type CheckEvaluator<K extends CheckKind> = (
  args: CheckArgs<K>,
  evidence: TheoryEvidence,
  theory: Theory,
) => CheckFinding;

export const undecided = (evidence: string): CheckFinding => ({ refuted: null, evidence });

/** A fact that applies to the case at hand: general, or made in it. */
export function observationFor(evidence: TheoryEvidence, id: string): Observation | null {
  const found = evidence.observations.find((one) => one.id === id);
  if (!found) return null;
  return found.case === 'general' || found.case === evidence.case.name ? found : null;
}

/** A number in three digits. */
export function figure(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1000) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

export function percent(share: number): string {
  return `${figure(100 * share)} %`;
}
