import { agreement } from '@asylia/attribution';
import type { MeasureDefinition } from '@asylia/security';
import { tidy } from '../bands.ts';
import { estimate } from './estimate.ts';
import type { ThreatChunks } from './parts.ts';
import { effectRow, expectedTable, withoutPlacebo } from './parts.ts';
import type { AgreementRow } from './threatSummary.ts';

/** How far the theories agree on the ranks of the sources, in the frame in which all may vary. */
export function agreementOf(
  parts: ThreatChunks,
  headlines: readonly MeasureDefinition[],
): AgreementRow[] {
  const { input } = parts;
  return headlines.map(({ id }) => {
    const o = parts.outcomes.indexOf(id);
    const tables = input.theories.map((_, t) =>
      withoutPlacebo(Float64Array.from(expectedTable(parts, t, o)), input.factors),
    );
    const values = tables.map(({ v, factors }) => {
      const effects = estimate(v, factors, ['all'], input.given);
      return Float64Array.from(
        factors,
        (_, i) => effects[effectRow({ factors }, 0, i, 'shapley')]!,
      );
    });
    const { concordance, ranksFirst, signs } = agreement(values);
    return {
      outcome: id,
      concordance: concordance === null ? null : tidy(concordance),
      factors: tables[0]!.factors.map((factor, i) => ({
        factor: factor.id,
        first: ranksFirst[i]!,
        up: signs[i]!.up,
        down: signs[i]!.down,
      })),
    };
  });
}
