import type { ThreatChunks } from '../threat/parts.ts';
import type { ThreatSummary } from '../threat/threatSummary.ts';
import type { EstimandInterval } from './answers.ts';

/**
 * Intervals of what each source does alone, and but for it, for every headline measure under the
 * first theory; none with too few draws. Values over all coalitions have none.
 */
export function intervalsOf(parts: ThreatChunks, summary: ThreatSummary): EstimandInterval[] {
  const headlines = new Set(summary.objects.flatMap((object) => object.headlines));
  const theory = parts.input.theories[0]!.id;
  return summary.cells.flatMap((cell) => {
    if (cell.theory !== theory || !headlines.has(cell.outcome)) return [];
    const { frame, outcome, factor } = cell;
    const of = { lastIn: cell.lastInInterval, firstIn: cell.firstInInterval };
    return (['lastIn', 'firstIn'] as const).flatMap((estimand) => {
      const interval = of[estimand];
      return interval ? [{ frame, outcome, factor, estimand, ...interval }] : [];
    });
  });
}
