import type { Claim, Theory } from '@asylia/cases';
import type {
  Actor,
  CheckResult,
  ClaimVerdict,
  Factor,
  FrameId,
  Level,
  MeasureDefinition,
  ObjectId,
  RemedyCell,
  ThreatCell,
} from '@asylia/security';
import type { CauseOfFlight } from '../causeOfFlight/index.ts';
import type { ConclusionVerdict } from '../claims/index.ts';

/** Everything that report, page and scripts read of an attribution. */
export interface ThreatSummary {
  readonly run: string;
  readonly inputHash: string;
  readonly version: string;
  readonly seed: number;
  /** Sampled worlds, each with a draw of its own of every uncertain number. */
  readonly worlds: number;
  /** How sure the ends of the intervals are; null with too few draws. */
  readonly intervals: IntervalSummary | null;
  readonly seconds: number;
  readonly case: {
    readonly name: string;
    readonly title: string;
    readonly start: string;
    readonly end: string;
    readonly notices: readonly string[];
    readonly unknowns: readonly string[];
  };
  readonly theories: readonly Pick<
    Theory,
    'id' | 'title' | 'school' | 'terms' | 'frame' | 'sources'
  >[];
  readonly frames: readonly { readonly id: FrameId; readonly title: string }[];
  readonly given: string;
  /** Ids of the factors whose absence is imagined in their other way. */
  readonly alternative: readonly string[];
  readonly factors: readonly Factor[];
  readonly objects: readonly ObjectSummary[];
  readonly outcomes: readonly MeasureSummary[];
  readonly cells: readonly ThreatCell[];
  readonly levels: readonly Level[];
  readonly remedyDefinitions: readonly {
    readonly id: string;
    readonly title: string;
    readonly what: string;
  }[];
  readonly remedies: readonly RemedyCell[];
  readonly answers: readonly Answer[];
  /** How far the theories agree on the ranks of the sources, by headline measure. */
  readonly agreement: readonly AgreementRow[];
  /** Largest |contribution| of the placebo anywhere; null where it is no factor. */
  readonly placebo: number | null;
  readonly runs: RunCount;
  readonly claims: readonly ClaimVerdict[];
  /** The claims of the article of the case, without the rules that judge them; empty without one. */
  readonly claimDefinitions: readonly Omit<Claim, 'test'>[];
  /** The conclusion of the article object by object, and what it adds. */
  readonly conclusion: readonly ConclusionVerdict[];
  readonly checks: readonly CheckResult[];
  readonly causeOfFlight: CauseOfFlight | null;
  /** What could not be done, said plainly. */
  readonly notes: readonly string[];
}

export interface MeasureSummary extends MeasureDefinition {
  /** Numbers of the claims of the article that it answers. */
  readonly claims: readonly number[];
}

/** How sure the ends of the intervals of all headline measures are. */
export interface IntervalSummary {
  /** Intervals that count: wider than a thousandth of how large the measure can be. */
  readonly count: number;
  /** The larger error of an interval's two ends as a part of its width: median, ninth decile, largest. */
  readonly medianError: number;
  readonly mostErrors: number;
  readonly worstError: number;
}

/** Kendall's W over theories, of ranks by |Shapley value|; null where nothing is ranked. */
export interface AgreementRow {
  readonly outcome: string;
  readonly concordance: number | null;
  /** in how many theories each factor ranks first, and adds or takes away */
  readonly factors: readonly {
    readonly factor: string;
    readonly first: number;
    readonly up: number;
    readonly down: number;
  }[];
}

/** How many runs stand behind the tables, and how many had to be simulated. */
export interface RunCount {
  readonly coalitions: number;
  readonly theories: number;
  readonly outcomes: number;
  readonly sampledWorlds: number;
}

export interface ObjectSummary {
  readonly id: ObjectId;
  readonly title: string;
  /** English name of the state or union that it is; '' for none. */
  readonly name: string;
  /** Ids of the measures that stand for it in the article's table. */
  readonly headlines: readonly string[];
}

/** How one theory answers for one headline measure, beyond the cells. */
export interface Answer {
  readonly theory: string;
  readonly outcome: string;
  /** Factor with the largest |Shapley value|, '' when nothing contributes. */
  readonly leader: string;
  /** Factor with the largest |conditional value|, given that the regime acts. */
  readonly leaderGiven: string;
  readonly actors: readonly { readonly actor: Actor; readonly owen: number }[];
  readonly interactions: readonly {
    readonly pair: readonly [string, string];
    readonly value: number;
  }[];
  readonly necessity: readonly NecessityRow[];
  readonly paths: readonly { readonly on: readonly string[]; readonly off: readonly string[] }[];
  /** Halfway between without any factor and baseline: beyond it the harm counts as there. */
  readonly threshold: number;
  readonly ledger: readonly AssumptionRow[];
  /** Share of the variance of the leader's contribution that the surrogate explains. */
  readonly explained: number | null;
  readonly switches: readonly SwitchEntry[];
}

/** Necessity and sufficiency of one factor for the event that the harm is there. */
export interface NecessityRow {
  readonly factor: string;
  /** Of draws with the harm, the share without it but for the factor; bounds from the margins. */
  readonly pn: number | null;
  readonly pnLow: number | null;
  readonly pnHigh: number | null;
  /**
   * Given that the regime acts: of draws without the harm, the share that the factor turns. Only of
   * the regime itself, without which nothing is given; null of the others, whose coalitions with it
   * are not run in draws.
   */
  readonly ps: number | null;
  /** In the manner of QCA, over all coalitions of the expected run. */
  readonly necessityConsistency: number | null;
  readonly sufficiencyConsistency: number | null;
  readonly necessityCoverage: number | null;
  /** Chockler and Halpern, with everything at baseline. */
  readonly responsibility: number;
}

/** One of the assumptions that most move the but-for contribution of the leader. */
export interface AssumptionRow {
  readonly assumption: string;
  readonly title: string;
  readonly unit: string;
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
  /** Share of the variance when all are drawn together; null where not computed. */
  readonly shapleyEffect: number | null;
  readonly source: string;
  readonly mark: string;
}

/** A value of an assumption at which the two largest contributions change places. */
export interface SwitchEntry {
  readonly assumption: string;
  readonly factors: readonly [string, string];
  readonly at: number;
}
