import type { Interval } from './interval.ts';

/** Direction of an outcome: whether more of it is worse for the object. */
export type Direction = 'moreIsWorse' | 'moreIsBetter';

/** What is threatened. */
export type ObjectKind =
  | 'individuals'
  | 'originSociety'
  | 'neighbour'
  | 'region'
  | 'receivingSocieties'
  | 'regime';

/** A neighbour is named apart from the others: `neighbour:ALB`. */
export type ObjectId = Exclude<ObjectKind, 'neighbour'> | `neighbour:${string}`;

/** One measure of one object of security of a case. */
export interface MeasureDefinition {
  /** Such as individuals.killed, origin.populationKept.albanian, host.armedConflict.MKD. */
  readonly id: string;
  /** The label that is shown where there is little room: IND1.violence, ORI1.albanian, NEI5.MKD. */
  readonly code: string;
  /** Id and title without the group or country of which it is taken, and that; '' for none. */
  readonly declared: string;
  readonly name: string;
  readonly member: string;
  readonly object: ObjectId;
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
  readonly direction: Direction;
  /** Place among the measures that stand for the object in the table; null for the others. */
  readonly headline: number | null;
  readonly limitations: string;
}

/** Which factors may vary: the players of the attribution. */
export type FrameId = 'all' | 'dispositionFixed' | 'presenceFixed' | 'stateActors';

/** The contribution of one source of threat to one outcome under one theory and frame. */
export interface ThreatCell {
  readonly theory: string;
  readonly frame: FrameId;
  readonly outcome: string;
  readonly factor: string;
  /** v({i}) - v(nothing): alone enough? In the unit of the outcome, signed. */
  readonly firstIn: number;
  /** v(all) - v(all but i): but for. */
  readonly lastIn: number;
  /** Mean over all orders; sums to v(all) - v(nothing). */
  readonly shapley: number;
  /** Shapley value given that the regime of origin acts (O1 on); null for O1 itself. */
  readonly conditional: number | null;
  /**
   * 5 % and 95 % quantiles of the Shapley value over sampled orders; null where it comes from every
   * coalition of the expected run, which has no interval.
   */
  readonly low90: number | null;
  readonly high90: number | null;
  /** Draws, each with a world, behind the intervals below; 0 where only the expected run was made. */
  readonly worlds: number;
  /** Of `firstIn`; null with too few draws, and in frames that hold a source on. */
  readonly firstInInterval: Interval | null;
  /** Of `lastIn`; null with too few draws. */
  readonly lastInInterval: Interval | null;
}

/** What a remedy would change in one outcome: v(with the remedy) - v(baseline). */
export interface RemedyCell {
  readonly remedy: string;
  readonly theory: string;
  readonly outcome: string;
  readonly effect: number;
  /** As in `Interval`; all null with too few draws. */
  readonly low90: number | null;
  readonly high90: number | null;
  readonly lowError: number | null;
  readonly highError: number | null;
}

/** The level of an outcome under a theory. */
export interface Level {
  readonly theory: string;
  readonly outcome: string;
  /** All factors on. */
  readonly baseline: number;
  /** All factors off. */
  readonly without: number;
  /** null with too few draws */
  readonly baselineInterval: Interval | null;
  readonly withoutInterval: Interval | null;
}

export type Verdict = 'supported' | 'contradicted' | 'cannotBeTested';

/** What the runs say of one claim of an article under one theory. */
export interface ClaimVerdict {
  readonly id: number;
  readonly theory: string;
  readonly verdict: Verdict;
  /** The cells or figures behind the verdict, in words with numbers. */
  readonly by: string;
}

/** One observation that a theory could fail, and whether it does. */
export interface CheckResult {
  readonly theory: string;
  readonly id: string;
  readonly title: string;
  /** null = the case holds nothing to decide it */
  readonly refuted: boolean | null;
  readonly evidence: string;
}
