import type { CheckResult, FrameId, Level, RemedyCell, ThreatCell } from '../../threat/types.ts';
import { harmSign } from '../known.ts';
import type { CellFigure } from '../rule.ts';

/** The verdict of the test of timing on one explanation of flight. */
export type FlightVerdict = 'supported' | 'notSupported' | 'cannotBeTold';

/** What the claims are judged by. Any part may be empty: then nothing is judged by it. */
export interface ClaimResults {
  /** one verdict for each claim under each of them */
  readonly theories: readonly string[];
  readonly cells: readonly ThreatCell[];
  readonly remedies: readonly RemedyCell[];
  readonly levels: readonly Level[];
  /** countries that can host, such as ALB: what `NEI2.*` stands for */
  readonly neighbours: readonly string[];
  /** [check of the case] the figures and whether they agree */
  readonly validation: Readonly<
    Record<
      string,
      { readonly record: number | null; readonly model: number | null; readonly pass: boolean }
    >
  >;
  readonly checks: readonly CheckResult[];
  /** [explanation: strikes, insurgency, expulsion] or null where the case has no data on timing */
  readonly causeOfFlight: Readonly<Record<string, FlightVerdict>> | null;
}

/** Results under one theory, harm counted upwards whatever the direction of an outcome. */
export interface Lookup {
  readonly results: ClaimResults;
  readonly theory: string;
  /** Harm by a figure of a cell; NaN = not run, or no player of the frame. */
  harmOf(frame: FrameId, outcome: string, factor: string, figure: CellFigure): number;
  /** Factors with a Shapley value in the frame, the placebo left out, in the order of the cells. */
  players(frame: FrameId, outcome: string): readonly string[];
  /** Harm by all players together: v(all) - v(none of them). NaN = not run. */
  whole(frame: FrameId, outcome: string): number;
  /** All that the players move, up or down: the sum of Shapley values without sign. NaN = not run. */
  moved(frame: FrameId, outcome: string): number;
  /** The outcome as it was, in its unit; NaN = not run. */
  level(outcome: string): number;
  /** Harm added by a remedy; below 0 = taken away. NaN = not run. */
  remedyHarm(remedy: string, outcome: string): number;
}

/** Differences below this part of the level are noise of arithmetic. */
const noise = 1e-9;

/** Looks up the figures of one theory. */
export function lookUp(results: ClaimResults, theory: string): Lookup {
  const byOutcome = new Map<string, Map<string, ThreatCell>>();
  for (const cell of results.cells) {
    if (cell.theory !== theory || cell.factor === 'P0') continue;
    const key = `${cell.frame} ${cell.outcome}`;
    const cells = byOutcome.get(key) ?? new Map<string, ThreatCell>();
    byOutcome.set(key, cells.set(cell.factor, cell));
  }
  const levels = new Map(
    results.levels.flatMap((level) =>
      level.theory === theory ? [[level.outcome, level] as const] : [],
    ),
  );
  const effects = new Map(
    results.remedies.flatMap((cell) =>
      cell.theory === theory ? [[`${cell.remedy} ${cell.outcome}`, cell.effect] as const] : [],
    ),
  );
  const shapleys = (frame: FrameId, outcome: string) =>
    [...(byOutcome.get(`${frame} ${outcome}`)?.values() ?? [])]
      .map((cell) => cell.shapley * harmSign(outcome))
      .filter((value) => Number.isFinite(value));
  const floor = (outcome: string) => {
    const level = levels.get(outcome);
    const size = level ? Math.max(Math.abs(level.asItWas), Math.abs(level.without)) : 0;
    return Number.isFinite(size) ? size * noise : 0;
  };
  const orNothing = (value: number, outcome: string) =>
    Math.abs(value) <= floor(outcome) ? 0 : value;
  const sum = (values: readonly number[]) =>
    values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0);

  return {
    results,
    theory,
    harmOf(frame, outcome, factor, figure) {
      const value = byOutcome.get(`${frame} ${outcome}`)?.get(factor)?.[figure];
      return orNothing((value ?? Number.NaN) * harmSign(outcome), outcome);
    },
    players: (frame, outcome) =>
      [...(byOutcome.get(`${frame} ${outcome}`)?.values() ?? [])].flatMap((cell) =>
        Number.isFinite(cell.shapley) ? [cell.factor] : [],
      ),
    whole(frame, outcome) {
      const level = levels.get(outcome);
      const value =
        frame === 'all' && level
          ? (level.asItWas - level.without) * harmSign(outcome)
          : sum(shapleys(frame, outcome));
      return orNothing(value, outcome);
    },
    moved: (frame, outcome) => orNothing(sum(shapleys(frame, outcome).map(Math.abs)), outcome),
    level: (outcome) => levels.get(outcome)?.asItWas ?? Number.NaN,
    remedyHarm: (remedy, outcome) =>
      orNothing(
        (effects.get(`${remedy} ${outcome}`) ?? Number.NaN) * harmSign(outcome),
        outcome,
      ),
  };
}
