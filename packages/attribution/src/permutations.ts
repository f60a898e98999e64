import { type Keys, uniform } from '@asylia/engine';
import { attributionDraw } from './draws.ts';

/** Orders in which factors enter; each odd one is its predecessor backwards. */
export interface Orders {
  readonly k: number;
  readonly count: number;
  /** [order x place] factor that enters at this place. */
  readonly factors: Uint8Array;
}

/** Shapley values from sampled orders. */
export interface SampledShapley {
  /** [factor] in the unit of the outcome; adds up to v(all) - v(none). */
  readonly estimate: Float64Array;
  /** [factor] of the sampling of orders alone, from pairs of orders; NaN with one pair. */
  readonly standardError: Float64Array;
  readonly orders: number;
  /** Coalitions that had to be known, each once. */
  readonly coalitions: number;
}

/**
 * Antithetic orders: each random one with its reverse. Keyed by (keys, pair, place): more orders
 * leave the first ones as they were.
 *
 * @param k 1 to 30
 * @param count even, at least 2
 * @param keys of `makeKeys`: the seed decides every order
 * @throws RangeError outside these
 * @example
 * ```js
 * import { drawOrders } from '@asylia/attribution';
 * import { makeKeys } from '@asylia/engine';
 * const orders = drawOrders(3, 4, makeKeys(1, 0));
 * orders.factors.length; // is 12
 * ```
 */
export function drawOrders(k: number, count: number, keys: Keys): Orders {
  if (!Number.isInteger(k) || k < 1 || k > 30) {
    throw new RangeError(`number of factors: expected a whole number from 1 to 30, got ${k}`);
  }
  if (!Number.isInteger(count) || count < 2 || count % 2 !== 0) {
    throw new RangeError(
      `orders: expected an even number of at least 2 (each comes with its reverse), got ${count}`,
    );
  }
  const factors = new Uint8Array(count * k);
  const order = new Uint8Array(k);
  for (let pair = 0; pair < count / 2; pair++) {
    for (let i = 0; i < k; i++) order[i] = i;
    for (let last = k - 1; last > 0; last--) {
      const u = uniform(keys, last, pair, 0, attributionDraw.permutation, 0);
      const chosen = Math.floor(u * (last + 1));
      const factor = order[chosen]!;
      order[chosen] = order[last]!;
      order[last] = factor;
    }
    factors.set(order, 2 * pair * k);
    factors.set(order.slice().reverse(), (2 * pair + 1) * k);
  }
  return { k, count, factors };
}

/** Coalitions that the orders pass through, rising: what must be run, in any sequence. */
export function coalitionsOfOrders({ k, count, factors }: Orders): Int32Array {
  const seen = new Set<number>([0]);
  for (let n = 0; n < count; n++) {
    let mask = 0;
    for (let place = 0; place < k; place++) {
      mask |= 1 << factors[n * k + place]!;
      seen.add(mask);
    }
  }
  return Int32Array.from(seen).sort();
}

/**
 * Shapley values as the mean of what a factor adds when it enters, over sampled orders. Unbiased;
 * a factor that changes nothing gets exactly 0; in every order the parts add up to the whole.
 * Sources: Castro, Gomez and Tejada 2009; reversed orders Mitchell and others 2022.
 *
 * @param value outcome of a coalition; asked once for each
 * @throws RangeError when an outcome is not finite
 * @example
 * ```js
 * import { drawOrders, sampledShapley } from '@asylia/attribution';
 * import { makeKeys } from '@asylia/engine';
 * // The outcome is the square of how many of three factors are on.
 * const outcome = (mask) => [0, 1, 1, 4, 1, 4, 4, 9][mask];
 * const { estimate } = sampledShapley(drawOrders(3, 2, makeKeys(1, 0)), outcome);
 * [...estimate]; // is [3, 3, 3]
 * ```
 */
export function sampledShapley(orders: Orders, value: (mask: number) => number): SampledShapley {
  const { k, count, factors } = orders;
  const known = new Map<number, number>();
  const outcomeOf = (mask: number) => {
    let v = known.get(mask);
    if (v === undefined) {
      v = value(mask);
      if (!Number.isFinite(v)) {
        throw new RangeError(`coalition ${mask}: expected a finite number, got ${v}`);
      }
      known.set(mask, v);
    }
    return v;
  };
  const pairs = count / 2;
  // [pair x factor] mean of an order and its reverse: the independent observations.
  const observed = new Float64Array(pairs * k);
  for (let n = 0; n < count; n++) {
    let mask = 0;
    let before = outcomeOf(0);
    for (let place = 0; place < k; place++) {
      const factor = factors[n * k + place]!;
      mask |= 1 << factor;
      const after = outcomeOf(mask);
      observed[(n >> 1) * k + factor]! += (after - before) / 2;
      before = after;
    }
  }
  const estimate = new Float64Array(k);
  for (let n = 0; n < observed.length; n++) estimate[n % k]! += observed[n]!;
  for (let i = 0; i < k; i++) estimate[i]! /= pairs;
  const squares = new Float64Array(k);
  for (let n = 0; n < observed.length; n++) {
    const apart = observed[n]! - estimate[n % k]!;
    squares[n % k]! += apart * apart;
  }
  return {
    estimate,
    standardError: squares.map((sum) =>
      pairs > 1 ? Math.sqrt(sum / (pairs - 1) / pairs) : Number.NaN,
    ),
    orders: count,
    coalitions: known.size,
  };
}
