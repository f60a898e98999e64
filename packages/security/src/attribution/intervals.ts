import { checkWorlds, tableOfWorld } from './coalitions.ts';
import type { Estimand } from './estimands.ts';

/** How a number varies over worlds, in the unit of the outcome. */
export interface Spread {
  readonly worlds: number;
  readonly mean: number;
  /** Standard error of the mean: SD / sqrt(worlds); null with one world. */
  readonly standardError: number | null;
  /** 5th and 95th percentile of the worlds' own values: how different worlds are. */
  readonly low90: number;
  readonly high90: number;
}

/**
 * An estimand of every world on its own: worlds are paired, every coalition having run on the same
 * noise, so that what differs between worlds is the contribution and not the seed.
 *
 * @param v [world x coalition]
 * @returns [world x factor]
 */
export function effectsByWorld(
  v: Float64Array,
  worlds: number,
  k: number,
  estimand: Estimand,
): Float64Array {
  checkWorlds(v, worlds, k);
  const effects = new Float64Array(worlds * k);
  for (let w = 0; w < worlds; w++) effects.set(estimand(tableOfWorld(v, w, k), k), w * k);
  return effects;
}

/**
 * Percentile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
 *
 * @param sorted in rising order, at least one
 * @param share 0 to 1
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low === high ? low : low + (place - below) * (high - low);
}

/**
 * Percentile over worlds of every coalition: a table of the tail that every estimand takes, because
 * means hide tails.
 *
 * @param v [world x coalition]
 * @param share 0 to 1, for example 0.95
 */
export function percentileTable(
  v: Float64Array,
  worlds: number,
  k: number,
  share: number,
): Float64Array {
  checkWorlds(v, worlds, k);
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`share: expected a number from 0 to 1, got ${share}`);
  }
  return Float64Array.from({ length: 1 << k }, (_, mask) =>
    percentile(
      Float64Array.from({ length: worlds }, (_world, w) => v[w * (1 << k) + mask]!).sort(),
      share,
    ),
  );
}

/** Mean, standard error and percentiles of one number by world. */
export function spreadOf(values: ArrayLike<number>): Spread {
  const worlds = values.length;
  if (worlds < 1)
    throw new RangeError('spread: expected the value of at least one world, got none');
  let sum = 0;
  for (let w = 0; w < worlds; w++) sum += values[w]!;
  const mean = sum / worlds;
  let squares = 0;
  for (let w = 0; w < worlds; w++) squares += (values[w]! - mean) * (values[w]! - mean);
  const sorted = Float64Array.from(values).sort();
  return {
    worlds,
    mean,
    standardError: worlds > 1 ? Math.sqrt(squares / (worlds - 1) / worlds) : null,
    low90: percentile(sorted, 0.05),
    high90: percentile(sorted, 0.95),
  };
}

/**
 * @param effects [world x factor]
 * @returns [factor]
 */
export function spreadByFactor(effects: Float64Array, worlds: number, k: number): Spread[] {
  if (effects.length !== worlds * k) {
    throw new RangeError(
      `effects by world: expected ${worlds} worlds x ${k} factors, got ${effects.length} values`,
    );
  }
  return Array.from({ length: k }, (_, i) =>
    spreadOf(Float64Array.from({ length: worlds }, (_world, w) => effects[w * k + i]!)),
  );
}
