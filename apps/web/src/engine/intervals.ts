import type { ThreatParts, ThreatSummary } from '@asylia/study';
import { effectRow, interval90, overWorlds } from '@asylia/study';
import type { EstimandInterval } from './protocol.ts';

const estimands = ['shapley', 'lastIn', 'firstIn', 'conditional'] as const;

/**
 * 5 % and 95 % quantiles over the sampled worlds of every estimand of every headline measure, under
 * the first theory; none with fewer than two worlds.
 */
export function intervalsOf(parts: ThreatParts, { objects }: ThreatSummary): EstimandInterval[] {
  if (parts.worldCount < 2) return [];
  const { input, outcomes } = parts;
  return objects
    .flatMap((object) => object.headlines)
    .flatMap((outcome) =>
      input.frames.flatMap((frame, f) =>
        input.factors.flatMap((factor, i) =>
          estimands.flatMap((estimand) => {
            const row = effectRow(input, f, i, estimand);
            const values = overWorlds(parts, 0, outcomes.indexOf(outcome), row);
            const { low90, high90 } = interval90(values);
            return low90 === null || high90 === null || Number.isNaN(low90)
              ? []
              : [{ frame, outcome, factor: factor.id, estimand, low90, high90 }];
          }),
        ),
      ),
    );
}
