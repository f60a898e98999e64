import type { CellFigure } from '@asylia/cases';
import type { FrameId, ThreatCell } from '@asylia/security';
import type { Found } from './results.ts';

/** Differences below this share of the levels are rounding. */
const rounding = 1e-9;

/**
 * What all sources together change in an outcome, in its unit, positive = harm; null where the
 * level was not computed or is not a number.
 */
export function wholeHarm(found: Found, outcome: string, frame: FrameId = 'all'): number | null {
  if (frame !== 'all') {
    // Factors that are no players stay on, so that the levels hold more than the players do.
    const shapleys = [...found.cellsOf(frame, outcome).values()].map((cell) => cell.shapley);
    return shapleys.length === 0
      ? null
      : found.harmSign(outcome) * shapleys.reduce((a, b) => a + b, 0);
  }
  const level = found.level(outcome);
  if (!level) return null;
  const whole = found.harmSign(outcome) * (level.baseline - level.without);
  if (!Number.isFinite(whole)) return null;
  const size = Math.max(Math.abs(level.baseline), Math.abs(level.without));
  return Math.abs(whole) <= rounding * size ? 0 : whole;
}

/** A figure of a cell, positive = harm; null where it was not computed. */
export function harmOf(
  found: Found,
  cell: ThreatCell | undefined,
  figure: CellFigure,
): number | null {
  const value = cell?.[figure];
  return cell && typeof value === 'number' && Number.isFinite(value)
    ? found.harmSign(cell.outcome) * value
    : null;
}

/**
 * Sum of the sizes of all Shapley values: what the players of a frame move, whatever its sign.
 * 0 where nothing moves, or nothing was computed.
 */
export function grossOf(found: Found, outcome: string, frame: FrameId = 'all'): number {
  let gross = 0;
  for (const cell of found.cellsOf(frame, outcome).values()) gross += Math.abs(cell.shapley);
  const level = found.level(outcome);
  const size = level ? Math.max(Math.abs(level.baseline), Math.abs(level.without)) : 0;
  return gross <= rounding * size ? 0 : gross;
}

/** True where a figure is rounding beside all that the sources move. */
export const isRounding = (value: number, gross: number): boolean =>
  Math.abs(value) <= rounding * gross;
