import { exp, log1p } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { Abroad } from './abroad.ts';
import type { Attacks } from './attacks.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';

/** Probabilities of armed conflict. */
export interface Onset {
  /** [country] in a neighbour within 24 months; 0 where nobody can be hosted */
  readonly conflict: Float64Array;
  /** of an interstate dispute in a year */
  readonly dispute: number;
}

export const onsetReads = {
  assumptions: [
    'onsetLogit',
    'onsetPerLogDisplaced',
    'onsetPerExcludedKin',
    'onsetPerIncapacity',
    'onsetPerAttack',
    'disputePerYear',
    'disputePerAttack',
    'disputePerLogDisplaced',
  ],
  factors: ['hostIntolerance', 'presence', 'incapacity'],
} as const satisfies Reads;
type Assumptions = AssumptionsOf<typeof onsetReads>;
type Levels = LevelsOf<typeof onsetReads>;

/** Armed conflict in each neighbour, at the peak of the displaced there, and interstate dispute. */
export function onset(
  societyContext: SocietyContext,
  results: {
    readonly abroad: Abroad;
    readonly attacks: Attacks;
    readonly incapacity: Float64Array;
  },
  a: Assumptions,
  levels: Levels,
): Onset {
  const { abroad, attacks, incapacity } = results;
  return {
    conflict: Float64Array.from(societyContext.countryIds, (_, c) => {
      if (!societyContext.hosts[c]) return 0;
      const events = attacks.provoked[c]! + attacks.pursuit[c]!;
      return conflictOnset(societyContext, c, abroad.peak[c]!, events, incapacity[c]!, a, levels);
    }),
    dispute: interstateDispute(societyContext, attacks.total, abroad.meanLogDisplaced, a, levels),
  };
}

/**
 * Probability of armed conflict in a neighbour within 24 months (function f7):
 *   logit P = b_0 + [b_1 + b_2 x kin x excluded] x presence x L + b_3 x L x incapacity + b_4 x attacks
 * with L = ln(1 + displaced persons at the peak). Presence effects can be switched off with the
 * numbers unchanged; kin in equal standing carry no b_2; neighbours funded to standard no b_3.
 * @param country index of the neighbour
 * @param peakDisplaced persons at the peak, at least 0
 * @param attacks events over the period
 * @param incapacity 0 to 1
 * @returns probability within 24 months, 0 to 1
 */
export function conflictOnset(
  societyContext: SocietyContext,
  country: number,
  peakDisplaced: number,
  attacks: number,
  incapacity: number,
  a: Assumptions,
  levels: Levels,
): number {
  const { kinShare, kinExcluded } = societyContext;
  const size = log1p(peakDisplaced);
  const kin = kinShare[country]! * kinExcluded[country]! * levels.hostIntolerance;
  const logit =
    a.onsetLogit +
    (a.onsetPerLogDisplaced + a.onsetPerExcludedKin * kin) * levels.presence * size +
    a.onsetPerIncapacity * size * incapacity * levels.incapacity +
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
  societyContext: SocietyContext,
  attacks: number,
  meanLogDisplaced: number,
  a: Assumptions,
  levels: Levels,
): number {
  const perYear =
    a.disputePerYear +
    (a.disputePerAttack * attacks * 365) / societyContext.days +
    a.disputePerLogDisplaced * levels.presence * meanLogDisplaced;
  return 1 - exp(-perYear);
}
