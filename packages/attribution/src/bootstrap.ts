import { makeKeys, uniform } from '@asylia/engine';
import { attributionDraw } from './draws.ts';

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
