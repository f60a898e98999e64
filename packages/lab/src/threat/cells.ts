import type { Level, RemedyCell, ThreatCell } from '@asylia/security';
import { frames, isPlacebo } from '@asylia/security';
import { tidy } from '../bands.ts';
import type { EstimandId } from './estimate.ts';
import { estimandIds, estimate } from './estimate.ts';
import type { IntervalRule } from './interval.ts';
import { intervalOf } from './interval.ts';
import type { ThreatChunks } from './parts.ts';
import { effectRow, expectedLevels, expectedTable, overWorlds } from './parts.ts';
import { holdsNothing, sampledRow } from './sampled.ts';

/**
 * Every contribution of every factor, in every frame in which it is a player.
 * @param rule how intervals are taken over the draws; null = none are
 * @returns one entry a theory, frame, measure and factor; values in the unit of the measure
 */
export function cellsOf(parts: ThreatChunks, rule: IntervalRule | null): ThreatCell[] {
  const { input } = parts;
  const cells: ThreatCell[] = [];
  input.theories.forEach((theory, t) => {
    parts.outcomes.forEach((outcome, o) => {
      const v = Float64Array.from(expectedTable(parts, t, o));
      const effects = estimate(v, input.factors, input.frames, input.given);
      const { aloneIntervals, allButIntervals } = contributionIntervals(parts, t, o, rule);
      input.frames.forEach((frame, f) => {
        const { fixed } = frames.find((one) => one.id === frame)!;
        const hasAlone = holdsNothing(fixed, input.factors);
        input.factors.forEach((factor, i) => {
          const effect = (estimand: EstimandId) => effects[effectRow(input, f, i, estimand)]!;
          if (Number.isNaN(effect('firstIn'))) return;
          const conditional = effect('conditional');
          cells.push({
            theory: theory.id,
            frame,
            outcome,
            factor: factor.id,
            firstIn: tidy(effect('firstIn')),
            lastIn: tidy(effect('lastIn')),
            shapley: tidy(effect('shapley')),
            conditional: Number.isNaN(conditional) ? null : tidy(conditional),
            low90: null,
            high90: null,
            worlds: parts.worldCount,
            firstInInterval: hasAlone ? aloneIntervals[i]! : null,
            lastInInterval: allButIntervals[i]!,
          });
        });
      });
    });
  });
  return cells;
}

/** [factor] intervals of what each source does alone, and but for it, on paired worlds. */
function contributionIntervals(
  parts: ThreatChunks,
  t: number,
  o: number,
  rule: IntervalRule | null,
) {
  const { input } = parts;
  const over = (row: number) => overWorlds(parts, t, o, row);
  const baseline = over(sampledRow.baseline());
  const without = over(sampledRow.without());
  const difference = (more: Float64Array, less: Float64Array) =>
    intervalOf(
      more.map((value, w) => value - less[w]!),
      rule,
    );
  return {
    aloneIntervals: input.factors.map((_, i) =>
      difference(over(sampledRow.alone(input, i)), without),
    ),
    allButIntervals: input.factors.map((_, i) =>
      difference(baseline, over(sampledRow.allBut(input, i))),
    ),
  };
}

/**
 * At baseline and without any factor, by theory and outcome.
 * @param rule how intervals are taken over the draws; null = none are
 */
export function levelsOfParts(parts: ThreatChunks, rule: IntervalRule | null): Level[] {
  return parts.input.theories.flatMap((theory, t) =>
    parts.outcomes.map((outcome, o): Level => {
      const [baseline, without] = expectedLevels(parts, t, o);
      return {
        theory: theory.id,
        outcome,
        baseline: tidy(baseline!),
        without: tidy(without!),
        baselineInterval: intervalOf(overWorlds(parts, t, o, sampledRow.baseline()), rule),
        withoutInterval: intervalOf(overWorlds(parts, t, o, sampledRow.without()), rule),
      };
    }),
  );
}

const noInterval = { low90: null, high90: null, lowError: null, highError: null } as const;

/**
 * What each remedy would change: v(with it) - v(baseline), on paired worlds.
 * @param rule how intervals are taken over the draws; null = none are
 * @returns changes in the unit of the measure; above 0 is more of what is measured
 */
export function remedyCells(parts: ThreatChunks, rule: IntervalRule | null): RemedyCell[] {
  const { input } = parts;
  return input.theories.flatMap((theory, t) =>
    parts.outcomes.flatMap((outcome, o) => {
      const levels = expectedLevels(parts, t, o);
      const before = overWorlds(parts, t, o, sampledRow.baseline());
      return input.remedies.map((remedy, r) => {
        const after = overWorlds(parts, t, o, sampledRow.remedy(input, r));
        return {
          remedy,
          theory: theory.id,
          outcome,
          effect: tidy(levels[2 + r]! - levels[0]!),
          ...(intervalOf(
            after.map((value, w) => value - before[w]!),
            rule,
          ) ?? noInterval),
        };
      });
    }),
  );
}

/**
 * Largest |contribution| of the placebo, in the expected run and in every sampled world.
 * @returns in the unit of the measure, at least 0; null where the placebo is no factor
 */
export function placeboOf(parts: ThreatChunks): number | null {
  const { input } = parts;
  const at = input.factors.findIndex(isPlacebo);
  if (at < 0) return null;
  let largest = 0;
  const look = (x: number) => {
    if (!Number.isNaN(x)) largest = Math.max(largest, Math.abs(x));
  };
  input.theories.forEach((_, t) => {
    parts.outcomes.forEach((__, o) => {
      const v = Float64Array.from(expectedTable(parts, t, o));
      const effects = estimate(v, input.factors, input.frames, input.given);
      input.frames.forEach((___, f) => {
        for (const estimand of estimandIds) look(effects[effectRow(input, f, at, estimand)]!);
      });
      const pairs = [
        [sampledRow.alone(input, at), sampledRow.without()],
        [sampledRow.baseline(), sampledRow.allBut(input, at)],
      ] as const;
      for (const [more, less] of pairs) {
        const without = overWorlds(parts, t, o, less);
        overWorlds(parts, t, o, more).forEach((value, w) => look(value - without[w]!));
      }
    });
  });
  return largest;
}
