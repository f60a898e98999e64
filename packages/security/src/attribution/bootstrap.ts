import { makeKeys, uniform } from '@asylia/engine';
import { sizeOf } from './coalitions.ts';
import { attributionDraw } from './draws.ts';
import { percentile } from './intervals.ts';
import { leadersOf } from './ranks.ts';

/** Resamples of worlds with replacement, drawn once and used for every outcome and theory. */
export interface Resamples {
  readonly worlds: number;
  readonly bootstraps: number;
  /** [bootstrap x world] how often the world was drawn. */
  readonly counts: Uint32Array;
}

/**
 * Draws whole worlds, so that factors stay paired. Keyed by (seed, bootstrap, draw): more
 * bootstraps leave the first ones as they were.
 *
 * @param worlds 1 to 2^32
 * @param bootstraps 1 to 65,536
 */
export function drawResamples(worlds: number, bootstraps: number, seed: number): Resamples {
  if (!Number.isInteger(worlds) || worlds < 1) {
    throw new RangeError(`worlds: expected a whole number of at least 1, got ${worlds}`);
  }
  if (!Number.isInteger(bootstraps) || bootstraps < 1 || bootstraps > 65_536) {
    throw new RangeError(`bootstraps: expected a whole number from 1 to 65536, got ${bootstraps}`);
  }
  const keys = makeKeys(seed, 0);
  const counts = new Uint32Array(bootstraps * worlds);
  for (let b = 0; b < bootstraps; b++) {
    for (let n = 0; n < worlds; n++) {
      const u = uniform(keys, b, n, 0, attributionDraw.resampledWorld, 0);
      counts[b * worlds + Math.floor(u * worlds)]! += 1;
    }
  }
  return { worlds, bootstraps, counts };
}

/** What the bootstrap says of the order of factors by absolute value. */
export interface RankStability {
  /** [factor] share of bootstraps in which it ranks first; equals share one place. */
  readonly first: Float64Array;
  /** Coalition of the factors that rank first over all worlds; none if all contribute 0. */
  readonly leaders: number;
  /** Share of bootstraps with exactly these leaders. */
  readonly leadersStable: number;
  /** [factor] 5th and 95th percentile of the mean over bootstraps. */
  readonly low90: Float64Array;
  readonly high90: Float64Array;
}

/**
 * Stability of ranks under resampling of worlds.
 *
 * @param effects [world x factor] from `effectsByWorld`; NaN (no player) never ranks
 */
export function rankStability(
  effects: Float64Array,
  k: number,
  { worlds, bootstraps, counts }: Resamples,
): RankStability {
  if (effects.length !== worlds * k) {
    throw new RangeError(
      `effects by world: expected ${worlds} worlds x ${k} factors as in the resamples, ` +
        `got ${effects.length} values`,
    );
  }
  const whole = new Float64Array(k);
  for (let n = 0; n < effects.length; n++) whole[n % k]! += effects[n]! / worlds;
  const leaders = leadersOf(whole);
  const first = new Float64Array(k);
  const means = Array.from({ length: k }, () => new Float64Array(bootstraps));
  const mean = new Float64Array(k);
  let stable = 0;
  for (let b = 0; b < bootstraps; b++) {
    mean.fill(0);
    for (let w = 0; w < worlds; w++) {
      const weight = counts[b * worlds + w]! / worlds;
      if (weight === 0) continue;
      for (let i = 0; i < k; i++) mean[i]! += weight * effects[w * k + i]!;
    }
    for (let i = 0; i < k; i++) means[i]![b] = mean[i]!;
    const now = leadersOf(mean);
    if (now === leaders) stable++;
    const part = 1 / sizeOf(now);
    for (let i = 0; i < k; i++) if ((now >>> i) & 1) first[i]! += part;
  }
  for (const values of means) values.sort();
  return {
    first: first.map((sum) => sum / bootstraps),
    leaders,
    leadersStable: stable / bootstraps,
    low90: Float64Array.from(means, (values) => percentile(values, 0.05)),
    high90: Float64Array.from(means, (values) => percentile(values, 0.95)),
  };
}
