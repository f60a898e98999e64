import type { Fitted } from './calibrate/result.ts';
import type { FitWindow } from './observe.ts';

/** Quantiles over worlds and the expected run, per day. */
export interface Band {
  readonly unit: string;
  readonly expected: readonly number[];
  readonly q05: readonly number[];
  readonly q25: readonly number[];
  readonly q50: readonly number[];
  readonly q75: readonly number[];
  readonly q95: readonly number[];
}

/** One observed figure beside the curve that it belongs to. */
export interface RecordPoint {
  readonly series: string;
  readonly date: string;
  readonly day: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly window: FitWindow;
  readonly flag: 'read' | 'memory' | 'estimate';
  readonly source: string;
  readonly note: string;
  readonly comparable: boolean;
}

/** One figure of a check. */
export interface CheckItem {
  readonly label: string;
  readonly record: number;
  readonly model: number;
  readonly low90: number;
  readonly high90: number;
  readonly error: number;
}

/** One row of the validation table. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly window: FitWindow;
  /** Of several figures: the last. */
  readonly record: number;
  readonly model: number;
  readonly low90: number;
  readonly high90: number;
  /** Relative error (mean over the figures), or mean absolute error in the unit. */
  readonly error: number;
  readonly errorKind: 'relative' | 'meanAbsolute';
  /** The same error of naive predictors that see the fit window only. */
  readonly baselines: Readonly<Record<string, number>>;
  readonly pass: boolean;
  readonly rule: string;
  readonly explanation: string;
  readonly items: readonly CheckItem[];
}

/** Quantiles of one number over worlds; null where it does not come about. */
export interface Quantiles {
  readonly q10: number | null;
  readonly q50: number | null;
  readonly q90: number | null;
}

/** What runs short at a place, and for how many people to prepare. */
export interface Gap {
  readonly place: string;
  readonly line: string;
  readonly standard: number;
  readonly unit: string;
  readonly firstDay: Quantiles;
  readonly worstCoverage: Quantiles;
  /** Nine in ten worlds stay below, persons, rounded up to hundreds. */
  readonly prepareFor: number;
  readonly peakDay: number;
  readonly source: string;
  /** False where the case has no figure of supply. */
  readonly known: boolean;
}

export interface ContributionSensitivityRow {
  readonly id: string;
  readonly symbol: string;
  readonly title: string;
  readonly unit: string;
  readonly value: number;
  readonly default: number;
  readonly low: number;
  readonly high: number;
  readonly prior: string;
  readonly source: string;
  readonly mark: string;
  readonly disputedBy: string;
  readonly calibrated: boolean;
}

export interface SourceRow {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly locator: string;
  readonly licence: string;
  readonly terms: string;
}

/** Everything that a report, a page or a script reads of a run. Plain values. */
export interface RunSummary {
  readonly format: 1;
  readonly run: string;
  readonly inputHash: string;
  readonly seed: number;
  readonly worlds: number;
  readonly seconds: number;
  readonly version: string;
  readonly case: {
    readonly id: string;
    readonly title: string;
    readonly origin: string;
    readonly start: string;
    readonly end: string;
    readonly days: number;
    readonly groups: readonly { readonly id: string; readonly title: string }[];
    readonly notices: readonly string[];
    readonly unknowns: readonly string[];
    readonly licences: readonly string[];
  };
  readonly scenario: { readonly id: string; readonly title: string; readonly description: string };
  readonly dates: readonly string[];
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly nameOther: string;
    readonly country: string;
    readonly region: string;
    readonly kind: string;
    readonly lat: number;
    readonly lon: number;
    readonly frontierKm: number;
  }[];
  readonly countries: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly population: number;
  }[];
  readonly bands: Readonly<Record<string, Band>>;
  readonly record: readonly RecordPoint[];
  readonly checks: readonly Check[];
  readonly map: {
    readonly stockByPlace: Readonly<Record<string, readonly number[]>>;
    readonly flows: readonly {
      readonly from: string;
      readonly via: string;
      readonly to: string;
      readonly perDay: readonly number[];
    }[];
    readonly waiting: Readonly<Record<string, readonly number[]>>;
  };
  readonly gaps: readonly Gap[];
  readonly definitions: readonly {
    readonly id: string;
    readonly title: string;
    readonly series: string;
  }[];
  readonly ledger: readonly ContributionSensitivityRow[];
  readonly calibration: readonly Fitted[];
  readonly sources: readonly SourceRow[];
  readonly coverage: readonly {
    readonly window: FitWindow;
    readonly points: number;
    readonly inside50: number;
    readonly inside90: number;
  }[];
  readonly incidents: readonly {
    readonly date: string;
    readonly place: string;
    readonly country: string;
    readonly kind: string;
    readonly description: string;
    readonly source: string;
    readonly flag: string;
  }[];
}
