import type { CauseDeclaration } from './declaration.ts';

/** What was said at the time to drive people out. */
export const explanations = ['strikes', 'insurgency', 'expulsion'] as const;
export type ExplanationId = (typeof explanations)[number];

/** What can be counted by region and period beside the people who leave. */
export const indicators = ['killings', 'strikes', 'battles', 'insurgentKillings'] as const;
export type Indicator = (typeof indicators)[number];

/**
 * By what an explanation is seen in the data. Expulsion has no count of its own: killings stand
 * for the violence of the state's forces, and orders to leave that killed nobody stay unseen.
 */
export const indicatorOf: Readonly<Record<ExplanationId, Indicator>> = {
  strikes: 'strikes',
  insurgency: 'battles',
  expulsion: 'killings',
};

/** One region in one period: persons and events within the period, 0 upwards. */
export interface PeriodRow {
  readonly region: string;
  /** first and last day, YYYY-MM-DD, both included */
  readonly from: string;
  readonly to: string;
  /** persons leaving home */
  readonly leaving: number;
  /** persons killed */
  readonly killings: number;
  /** air strikes */
  readonly strikes: number;
  /** battles of the insurgents */
  readonly battles: number;
  /** persons killed by the insurgents; null where not counted */
  readonly insurgentKillings: number | null;
}

/** From where the rows come: the case's totals by phase, or a finer file of the user. */
export type Resolution = 'phases' | 'periods';

/** Where a region's figure stands against what was said of it. */
export interface SequenceRow {
  readonly indicator: Indicator;
  /** share of the region-periods in which there was any of it; 0 to 1 */
  readonly periodsWithAny: number;
  /** shares of all people leaving: in periods with any of it; with any in the same or the period before */
  readonly leavingSame: number;
  readonly leavingSameOrBefore: number;
  /** in periods with none, but some in the period before */
  readonly leavingOnlyBefore: number;
  /** with none in either */
  readonly leavingNeither: number;
  /** before the first of it in the region */
  readonly leavingBeforeFirst: number;
  /** in periods in which there was more of it than on the region's average */
  readonly leavingAboveMean: number;
  /** share of the region-periods above the region's average: what leavingAboveMean would be without any tie */
  readonly periodsAboveMean: number;
}

export interface LagRow {
  readonly indicator: Indicator;
  /** a region, or '' for the mean over the regions */
  readonly region: string;
  /** rank correlations of leaving with the indicator 2 periods before, 1 before, the same, 1 and 2 after */
  readonly before2: number | null;
  readonly before1: number | null;
  readonly same: number | null;
  readonly after1: number | null;
  readonly after2: number | null;
}

/** Tests against all circular shifts of an indicator in time, the true one included. */
export interface ShiftTest {
  readonly indicator: Indicator;
  readonly shifts: number;
  /** mean over regions of the rank correlations with the same and with the period before */
  readonly statistic: number | null;
  /** share of shifts, the same in all regions, that do as well; at least 1 / shifts */
  readonly pTogether: number | null;
  /** the same over all combinations of one shift a region; null where these are too many */
  readonly pApart: number | null;
  /** each region by itself */
  readonly pByRegion: readonly { readonly region: string; readonly p: number | null }[];
  /** share of the peaks of leaving with a peak of it in the same or the period before; p as pTogether */
  readonly peaksMet: number | null;
  readonly pPeaks: number | null;
}

export interface PeakRow {
  readonly region: string;
  /** first day of the period with most of it; null where there is none */
  readonly leaving: string | null;
  readonly byIndicator: Readonly<Record<Indicator, string | null>>;
}

export interface Term {
  readonly explanation: ExplanationId;
  /** null where it does not vary and cannot be estimated */
  readonly coefficient: number | null;
  /** 95 % interval robust to over-dispersion, to ties between regions and over time */
  readonly low95: number | null;
  readonly high95: number | null;
  /** factor by which leaving changes when the indicator (plus one) doubles */
  readonly perDoubling: number | null;
  /** share of people leaving that goes when the indicator is set to none, the others held */
  readonly share: number | null;
  readonly shareLow95: number | null;
  readonly shareHigh95: number | null;
  /** share of the deviance beyond the effects that it explains alone, and last */
  readonly devianceAlone: number | null;
  readonly devianceLast: number | null;
}

export interface Regression {
  readonly id: string;
  /** periods of the window */
  readonly window: WindowId;
  readonly exposure: 'same' | 'sameAndBefore';
  readonly effects: 'region' | 'regionAndPeriod';
  readonly insurgencyBy: 'battles' | 'insurgentKillings';
  readonly isMain: boolean;
  readonly cells: number;
  /** variance over mean after the fit */
  readonly dispersion: number | null;
  readonly terms: readonly Term[];
  /** Why there are no terms; '' where there are. */
  readonly failure: string;
}

export type WindowId = 'whole' | 'most';
export interface Window {
  readonly id: WindowId;
  readonly from: string;
  readonly to: string;
  readonly periods: number;
}

/** A low between two highs of leaving in all regions together. */
export interface Trough {
  readonly from: string;
  readonly to: string;
  readonly leavingPerDay: number;
  readonly peakBefore: PeriodTotals;
  readonly peakAfter: PeriodTotals;
  readonly at: PeriodTotals;
  /** regions in which leaving was lower here than at both highs */
  readonly regionsThatFell: readonly string[];
  readonly markers: readonly string[];
  /** rules at frontiers that kept people back meanwhile, from the case: they too hold leaving down */
  readonly closures: readonly string[];
}

export interface PeriodTotals {
  readonly from: string;
  readonly leaving: number;
  readonly killings: number;
  readonly strikes: number;
  readonly battles: number;
}

export interface Together {
  /** mean rank correlation of leaving between pairs of regions */
  readonly meanCorrelation: number | null;
  /** over all shifts of each region against the first; null where these are too many */
  readonly p: number | null;
  readonly pairs: readonly {
    readonly one: string;
    readonly other: string;
    readonly correlation: number | null;
  }[];
  readonly troughs: readonly Trough[];
  /** by phase of the case: totals, and the two regions with most leaving */
  readonly phases: readonly PhaseTotals[];
  /**
   * Share of steps from period to period over which killings in two regions keep their ratio to
   * 0.5 %: then one profile in time was spread over the regions, and they are not separate witnesses.
   */
  readonly killingsInStep: number | null;
}

export interface PhaseTotals extends PeriodTotals {
  readonly to: string;
  readonly shareOfLeaving: number;
  readonly regions: readonly { readonly region: string; readonly leaving: number }[];
}

export type Verdict = 'supported' | 'notSupported' | 'cannotBeTold';

/** One rule: what was asked of the data, and what they said. null = cannot be asked here. */
export interface RuleResult {
  readonly rule: 'timing' | 'held' | 'reach' | 'direction' | 'excluded' | 'resolution';
  readonly window: WindowId;
  readonly held: boolean | null;
  readonly figures: Readonly<Record<string, number | null>>;
}

export interface ExplanationVerdict {
  readonly explanation: ExplanationId;
  readonly verdict: Verdict;
  readonly rules: readonly RuleResult[];
  /** most that it can directly explain: leaving with any of it in the same or the period before, whole window */
  readonly upperBound: number;
  /** share by the main regression with its interval */
  readonly share: number | null;
  readonly shareLow95: number | null;
  readonly shareHigh95: number | null;
}

export interface WindowResult {
  readonly window: Window;
  readonly sequence: readonly SequenceRow[];
  readonly lags: readonly LagRow[];
  readonly shiftTests: readonly ShiftTest[];
  readonly regressions: readonly Regression[];
}

/** The three explanations put at the time, tested on timing by region and period. */
export interface CauseOfFlight {
  readonly resolution: Resolution;
  readonly regions: readonly string[];
  readonly periods: readonly { readonly from: string; readonly to: string }[];
  /** regions x periods, region-major: persons or events in the period */
  readonly series: Readonly<Record<'leaving' | Indicator, readonly number[] | null>>;
  /** what the keepers of the data ask to be said with them; print it with every output */
  readonly notices: readonly string[];
  /** name of the country at whose frontier leaving was estimated; '' = all */
  readonly leftHomeSeenIn: string;
  /** what a reader must know of the test in this case, from its declaration */
  readonly notes: readonly string[];
  readonly rules: CauseRules;
  readonly windows: readonly WindowResult[];
  readonly peaks: readonly PeakRow[];
  readonly together: Together;
  readonly verdicts: readonly ExplanationVerdict[];
}

/** The rules of the verdicts, stated before the data are looked at. */
export interface CauseRules {
  /** largest p that counts as timing that chance does not bring about */
  readonly level: number;
  /** share of people leaving from which an explanation would be the main one */
  readonly mainShare: number;
  /** the second window ends when this share of the people had left */
  readonly mostOfLeaving: number;
  /** fewest periods for a regression, a second window and any verdict */
  readonly fewestPeriods: number;
}

export interface CauseInput {
  readonly rows: readonly PeriodRow[];
  readonly resolution: Resolution;
  readonly notices: readonly string[];
  readonly leftHomeSeenIn: string;
  readonly declaration: Pick<CauseDeclaration, 'phases' | 'markers' | 'notes'>;
  /** rules at frontiers in which people were kept back, in words */
  readonly closures: readonly {
    readonly from: string;
    readonly to: string;
    readonly text: string;
  }[];
}
