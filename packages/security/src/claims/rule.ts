import type { FrameId } from '../threat/types.ts';
import type { ClaimFactor, ClaimTheory } from './known.ts';

/** One figure of a cell of the attribution. */
export type CellFigure = 'firstIn' | 'lastIn' | 'shapley' | 'conditional';

/**
 * How much, where a rule says "much" or "little". Declared once, the same for every claim and
 * theory, and set before any result was looked at.
 */
export const claimThresholds = {
  /** Under a tenth of all that the sources move, up or down, a contribution is little. */
  little: 0.1,
  /** Half of the whole: from here on more is explained than is left. */
  half: 0.5,
  /** Where the article says that a harm would be gone: all but what counts as little. */
  nearlyAll: 0.9,
  /** An order of magnitude: what is meant by far beyond. */
  farBeyond: 10,
  /** Expected deaths a year up to which "very few cases" holds. */
  rareAYear: 1,
} as const;
export type ThresholdName = keyof typeof claimThresholds;

/** Outcomes that a rule looks at; `NEI2.*` = every neighbour. Those without any harm decide nothing. */
interface Over {
  readonly outcomes: readonly string[];
  /** each (default): one failure contradicts; most: more than half must agree */
  readonly of?: 'each' | 'most';
  /** all, if not given */
  readonly frame?: FrameId;
}

/** Read from the contributions of sources. */
type SourceRule =
  /** the situation as it was is worse than with all sources off; no harm fails it */
  | (Over & { readonly rule: 'harmed' })
  /** but for the factor, at least half of the whole would be gone (last-in) */
  | (Over & { readonly rule: 'necessary'; readonly factor: ClaimFactor })
  /** the factor alone brings at least half of the whole (first-in) */
  | (Over & { readonly rule: 'sufficient'; readonly factor: ClaimFactor })
  /**
   * what O1 brings alone, with what `with` adds to it, is not less than what any other source adds
   * given O1: these figures sum to the whole
   */
  | (Over & { readonly rule: 'leadsGivenO1'; readonly with: readonly ClaimFactor[] })
  /** given O1, the factor adds harm and no other source adds more */
  | (Over & { readonly rule: 'ranksFirstGivenO1'; readonly factor: ClaimFactor })
  /** the factor's harm is more than little; relief: it takes more than little of harm away */
  | (Over & {
      readonly rule: 'adds';
      readonly factor: ClaimFactor;
      readonly figure: CellFigure;
      readonly sign: 'harm' | 'relief';
    })
  /** the factor's harm is little, or it takes harm away */
  | (Over & {
      readonly rule: 'addsLittle';
      readonly factor: ClaimFactor;
      readonly figure: CellFigure;
    })
  /** the factors together bring more harm than the others together */
  | (Over & {
      readonly rule: 'outweighs';
      readonly factors: readonly ClaimFactor[];
      readonly others: readonly ClaimFactor[];
      readonly figure: CellFigure;
    })
  /** with the factor off (O1: nobody driven out) more than little of the harm is still there */
  | (Over & { readonly rule: 'remainsWithout'; readonly factor: ClaimFactor })
  /** the factor's part depends on the frame: it differs by more than little between the two */
  | (Over & {
      readonly rule: 'frameMoves';
      readonly factor: ClaimFactor;
      readonly frames: readonly [FrameId, FrameId];
    });

/** Read from levels and remedies. */
type LevelRule =
  /** the level as it was, in the unit of the outcome */
  | (Over & {
      readonly rule: 'level';
      readonly atMost?: ThresholdName;
      readonly atLeast?: ThresholdName;
    })
  /**
   * the remedy changes the harm: by at least little of what all sources move, or, where `by` is
   * given, by that share of the harm as it was
   */
  | (Over & {
      readonly rule: 'remedy';
      readonly remedy: string;
      readonly makes: 'better' | 'worse' | 'notBetter';
      readonly by?: 'half' | 'nearlyAll';
    })
  /** the first remedy leaves less harm than the second, by more than little of what sources move */
  | (Over & { readonly rule: 'beats'; readonly remedy: string; readonly than: string });

/** Read from one figure each. */
type RecordRule =
  /** one level as it was is at least so many times another of the same unit */
  | {
      readonly rule: 'ratio';
      readonly top: string;
      readonly bottom: string;
      readonly least: ThresholdName;
    }
  /** the model's figure agrees with the record */
  | { readonly rule: 'record'; readonly check: string }
  /** a check of the theory is refuted: one whose id or title holds `about`, else any */
  | { readonly rule: 'theoryFails'; readonly theory: ClaimTheory; readonly about?: string }
  /** the data on timing, before any model: the explanation is, or is not, the main one */
  | {
      readonly rule: 'flight';
      readonly explanation: 'strikes' | 'insurgency' | 'expulsion';
      readonly isMain: boolean;
    };

/** A test of a claim over results. `asks` names the part of the claim in the verdict's words. */
export type ClaimRule = (
  | SourceRule
  | LevelRule
  | RecordRule
  | { readonly rule: 'allOf' | 'anyOf'; readonly rules: readonly ClaimRule[] }
  | { readonly rule: 'not'; readonly that: ClaimRule }
) & { readonly asks?: string };
