import type { ThreatCell } from '../../threat/types.ts';
import { harmSign } from '../known.ts';
import type { CellFigure } from '../rule.ts';
import type { Found } from './results.ts';

/** Differences below this share of the levels are rounding. */
const rounding = 1e-9;

/**
 * What all sources together change in an outcome, in its unit, positive = harm; null where the
 * level was not computed or is not a number.
 */
export function wholeHarm(found: Found, outcome: string): number | null {
  const level = found.level(outcome);
  if (!level) return null;
  const whole = harmSign(outcome) * (level.asItWas - level.without);
  if (!Number.isFinite(whole)) return null;
  const size = Math.max(Math.abs(level.asItWas), Math.abs(level.without));
  return Math.abs(whole) <= rounding * size ? 0 : whole;
}

/** A figure of a cell, positive = harm; null where it was not computed. */
export function harmOf(cell: ThreatCell | undefined, figure: CellFigure): number | null {
  const value = cell?.[figure];
  return cell && typeof value === 'number' && Number.isFinite(value)
    ? harmSign(cell.outcome) * value
    : null;
}

/** Sum of the sizes of all Shapley values: what the sources move, whatever its sign. */
export function grossOf(cells: ReadonlyMap<string, ThreatCell>): number {
  let gross = 0;
  for (const cell of cells.values()) gross += Math.abs(cell.shapley);
  return gross;
}
