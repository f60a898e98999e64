import { type Resamples, rankStability } from './bootstrap.ts';
import { nameCoalition } from './coalitions.ts';
import { spreadByFactor } from './intervals.ts';

/** Limits of the rule for stopping early; the defaults are those of the method. */
export interface StopLimits {
  /** Share of bootstraps in which the same factor must rank first. */
  readonly stableShare: number;
  /** Half-width of the 90 % interval of a mean, as a part of the largest |mean|. */
  readonly halfWidthShare: number;
}

export const stopLimits: StopLimits = { stableShare: 0.95, halfWidthShare: 0.1 };

/** 95th percentile of the standard normal, for 90 % intervals of means. */
const normal95 = 1.6448536269514722;

/** Whether enough worlds were run, with the figures on which that rests. */
export interface StopVerdict {
  readonly stop: boolean;
  /** In a sentence: why to stop, or why to go on. */
  readonly why: string;
  /** Coalition of the factors that rank first (several if equal). */
  readonly leaders: number;
  readonly leadersStable: number;
  /** Largest half-width of a factor and largest |mean|, in the unit of the outcome. */
  readonly halfWidth: number;
  readonly largest: number;
}

/**
 * Stop when the same factor ranks first in at least 95 % of bootstraps and the widest half-width
 * (1.645 standard errors) is below 10 % of the largest |mean|. With every contribution exactly 0 in
 * every world there is nothing to rank: stop. One world never suffices.
 *
 * @param effects [world x factor]; NaN (no player) does not count
 * @param names of the factors, for the sentence
 */
export function stopOrGoOn(
  effects: Float64Array,
  k: number,
  resamples: Resamples,
  names: readonly string[] = [],
  limits: StopLimits = stopLimits,
): StopVerdict {
  const { leaders, leadersStable } = rankStability(effects, k, resamples);
  const spreads = spreadByFactor(effects, resamples.worlds, k);
  let halfWidth = 0;
  let largest = 0;
  for (const { mean, standardError } of spreads) {
    if (Number.isNaN(mean)) continue;
    largest = Math.max(largest, Math.abs(mean));
    halfWidth = Math.max(halfWidth, normal95 * (standardError ?? Number.POSITIVE_INFINITY));
  }
  const figures = { leaders, leadersStable, halfWidth, largest };
  if (resamples.worlds < 2) {
    return { stop: false, why: 'one world says nothing of chance: run more', ...figures };
  }
  if (largest === 0 && halfWidth === 0) {
    return { stop: true, why: 'every contribution is exactly 0 in every world', ...figures };
  }
  const who = nameCoalition(leaders, names);
  const percent = (share: number) => `${Math.round(1000 * share) / 10} %`;
  const faults: string[] = [];
  if (leadersStable < limits.stableShare) {
    faults.push(
      `${who} first in ${percent(leadersStable)} of bootstraps, below ${percent(limits.stableShare)}`,
    );
  }
  if (!(halfWidth < limits.halfWidthShare * largest)) {
    faults.push(
      largest === 0
        ? 'the means are 0 and not yet narrow'
        : `widest half-width ${percent(halfWidth / largest)} of the largest contribution, ` +
            `not below ${percent(limits.halfWidthShare)}`,
    );
  }
  if (faults.length > 0) return { stop: false, why: faults.join('; '), ...figures };
  return {
    stop: true,
    why:
      `${who} first in ${percent(leadersStable)} of bootstraps, widest half-width ` +
      `${percent(halfWidth / largest)} of the largest contribution`,
    ...figures,
  };
}
