import { exp, log1p } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes, Switches } from '../stakes.ts';

/**
 * Probability of armed conflict in a neighbour within 24 months (function f7):
 *   logit P = b_0 + [b_1 + b_2 x kin x excluded] x presence x L + b_3 x L x incapacity + b_4 x attacks
 * with L = ln(1 + displaced persons at the peak). Presence effects can be switched off with the
 * numbers unchanged; kin in equal standing carry no b_2; neighbours funded to standard no b_3.
 */
export function conflictOnset(
  stakes: Stakes,
  country: number,
  peakDisplaced: number,
  attacks: number,
  incapacity: number,
  a: AssumptionValues,
  switches: Switches,
): number {
  const { kinShare, kinExcluded } = stakes;
  const size = log1p(peakDisplaced);
  const kin = kinShare[country]! * kinExcluded[country]! * switches.intoleranceNear;
  const logit =
    a.onsetLogit +
    (a.onsetPerLogDisplaced + a.onsetPerExcludedKin * kin) * switches.presence * size +
    a.onsetPerIncapacity * size * incapacity * switches.incapacity +
    a.onsetPerAttack * attacks;
  return 1 / (1 + exp(-logit));
}

/**
 * Probability of an interstate dispute in a year, from a hazard that adds up attacks and, where a
 * theory says so, the size of displacement: 1 - exp(-hazard of a year).
 *
 * @param attacks events over the period
 * @param meanLogDisplaced mean over days of ln(1 + displaced persons abroad)
 */
export function interstateDispute(
  stakes: Stakes,
  attacks: number,
  meanLogDisplaced: number,
  a: AssumptionValues,
  switches: Switches,
): number {
  const perYear =
    a.disputePerYear +
    (a.disputePerAttack * attacks * 365) / stakes.days +
    a.disputePerLogDisplaced * switches.presence * meanLogDisplaced;
  return 1 - exp(-perYear);
}
