import type {
  CheckResult,
  FrameId,
  Level,
  MeasureDefinition,
  RemedyCell,
  ThreatCell,
} from '@asylia/security';
import { codeOf, isPlacebo } from '@asylia/security';

/** What the test of timing says of one explanation of flight as the main cause. */
export type FlightVerdict = 'supported' | 'notSupported' | 'cannotBeTold';

/** What the claims are judged by. Any part may be empty: then nothing is judged by it. */
export interface ClaimResults {
  /** one verdict for each claim under each of them */
  readonly theories: readonly string[];
  /** NaN = no player of the frame */
  readonly cells: readonly ThreatCell[];
  readonly remedies: readonly RemedyCell[];
  readonly levels: readonly Level[];
  readonly outcomes: readonly Pick<MeasureDefinition, 'id' | 'direction'>[];
  /** countries that can host, such as ALB: what `NEI2.*` stands for */
  readonly neighbours: readonly string[];
  /** [check of the case] figures, null where it has no single one, and whether they agree */
  readonly validation: Readonly<
    Record<
      string,
      {
        readonly record: number | null;
        readonly model: number | null;
        /** null = not made */
        readonly pass: boolean | null;
      }
    >
  >;
  readonly checks: readonly CheckResult[];
  /** [explanation: strikes, insurgency, expulsion] null where the case has no data on timing */
  readonly causeOfFlight: Readonly<Record<string, FlightVerdict>> | null;
}

/** Results under one theory. */
export interface Found {
  readonly results: ClaimResults;
  readonly theory: string;
  /** [code of the factor] cells of the players of a frame, without the placebo; empty = not computed */
  cellsOf(frame: FrameId, outcome: string): ReadonlyMap<string, ThreatCell>;
  level(outcome: string): Level | undefined;
  /** 1 where more of the outcome is worse for its object, -1 where it is better. */
  harmSign(outcome: string): 1 | -1;
  remedy(remedy: string, outcome: string): RemedyCell | undefined;
}

const none: ReadonlyMap<string, ThreatCell> = new Map();

/** Sorts results once, so that each theory's can be looked up. */
export function finder(results: ClaimResults): (theory: string) => Found {
  const cells = new Map<string, Map<string, ThreatCell>>();
  for (const cell of results.cells) {
    if (isPlacebo({ id: cell.factor }) || !Number.isFinite(cell.shapley)) continue;
    const key = keyOf(cell.theory, cell.frame, cell.outcome);
    const byFactor = cells.get(key) ?? new Map<string, ThreatCell>();
    cells.set(key, byFactor.set(codeOf(cell.factor), cell));
  }
  const levels = new Map(
    results.levels.map((level) => [keyOf(level.theory, level.outcome), level] as const),
  );
  const remedies = new Map(
    results.remedies.map((cell) => [keyOf(cell.theory, cell.remedy, cell.outcome), cell] as const),
  );
  const better = new Set(
    results.outcomes.flatMap(({ id, direction }) =>
      direction === 'moreIsBetter' ? [codeOf(id)] : [],
    ),
  );
  return (theory) => ({
    results,
    theory,
    cellsOf: (frame, outcome) => cells.get(keyOf(theory, frame, outcome)) ?? none,
    harmSign: (outcome) => (better.has(codeOf(outcome)) ? -1 : 1),
    level: (outcome) => levels.get(keyOf(theory, outcome)),
    remedy: (remedy, outcome) => remedies.get(keyOf(theory, remedy, outcome)),
  });
}

/** Ids and codes of a measure make one key. */
const keyOf = (...parts: readonly string[]): string => parts.map(codeOf).join(' ');
