import type { Direction, FrameId, ThreatCell } from '@asylia/security';
import type { Words } from '@asylia/words';
import type { ThreatContext } from './threatContext.ts';
import { harmOf, measureName } from './threatContext.ts';

/** Estimands of which one is shown at a time. */
export type ShownEstimand = 'shapley' | 'lastIn' | 'firstIn' | 'conditional';

/** Below this part of the largest contribution of a row a cell says only that it is about nothing. */
export const negligible = 0.001;

/** How a contribution looks: its sign as harm, and its depth of colour within its row. */
export interface Look {
  /** 1 adds harm, -1 takes it away, 0 neither */
  readonly harm: -1 | 0 | 1;
  /** 0 to 3, to scale with the largest of the row */
  readonly depth: number;
}

export interface MatrixCell {
  readonly factor: string;
  /** null where the source is no player of the frame, or the estimand does not exist for it */
  readonly value: number | null;
  /** the whole cell; null where the source is no player of the frame */
  readonly cell: ThreatCell | null;
  readonly look: Look;
  /** nothing: exactly 0; small: less than a thousandth of the largest of the row */
  readonly size: 'missing' | 'nothing' | 'small' | 'some';
}

export interface MatrixRow {
  readonly outcome: string;
  /** Title beside the name of its object. */
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  /** With every source present; null where the theory was not computed. */
  readonly level: number | null;
  readonly without: number | null;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixGroup {
  readonly object: string;
  readonly title: string;
  readonly rows: readonly MatrixRow[];
}

/** The article's table under one theory as plain values: what report, page and picture show. */
export function matrixRows(
  words: Words,
  context: ThreatContext,
  theory: string,
  frame: FrameId = 'all',
  estimand: ShownEstimand = 'shapley',
): MatrixGroup[] {
  const { threat } = context;
  return threat.objects.map(({ id, title, headlines }) => ({
    object: id,
    title,
    rows: headlines.map((outcome) => matrixRow(words, context, theory, outcome, frame, estimand)),
  }));
}

export function matrixRow(
  words: Words,
  context: ThreatContext,
  theory: string,
  outcome: string,
  frame: FrameId = 'all',
  estimand: ShownEstimand = 'shapley',
): MatrixRow {
  const { threat } = context;
  const one = context.outcome(outcome);
  const level = threat.levels.find((l) => l.theory === theory && l.outcome === outcome);
  const found = threat.factors.map(({ id }) => context.cell(theory, frame, outcome, id));
  const most = Math.max(0, ...found.map((cell) => Math.abs(cell?.[estimand] ?? 0)));
  return {
    outcome,
    name: measureName(words, one),
    unit: one.unit,
    direction: one.direction,
    level: level?.baseline ?? null,
    without: level?.without ?? null,
    cells: threat.factors.map((factor, i) => {
      const cell = found[i] ?? null;
      const value = cell?.[estimand] ?? null;
      return {
        factor: factor.id,
        value,
        cell,
        look: lookOf(value ?? 0, most, one.direction),
        size: sizeOf(value, most),
      };
    }),
  };
}

function sizeOf(value: number | null, most: number): MatrixCell['size'] {
  if (value === null) return 'missing';
  if (value === 0) return 'nothing';
  return Math.abs(value) < negligible * most ? 'small' : 'some';
}

/** @param most largest size of the row */
export function lookOf(value: number, most: number, direction: Direction): Look {
  const harm = harmOf(value, direction);
  const depth = most > 0 ? Math.min(3, Math.ceil((3 * Math.abs(value)) / most)) : 0;
  return { harm, depth };
}

/** Class of a cell: harm1 to harm3, relief1 to relief3, none. */
export function classOf({ harm, depth }: Look): string {
  return harm === 0 || depth === 0 ? 'none' : `${harm > 0 ? 'harm' : 'relief'}${depth}`;
}

/** The mark beside a number: colour is never alone. */
export function markOf(harm: -1 | 0 | 1): string {
  return harm > 0 ? '▲' : harm < 0 ? '▼' : '';
}
