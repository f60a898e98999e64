import { binomialQuantile } from './binomial.ts';
import type { Keys } from './keys.ts';
import { uniform } from './keys.ts';

/** Up to so many people choose one by one; more are split weight by weight. */
const fewPeople = 4;

/**
 * Splits n people over weights at random: a few choose one by one (slot = person), more by one
 * binomial draw a weight, each out of those who are left (slot = position). Both follow the
 * multinomial law. Whole numbers that sum to n; a weight of 0 gets nobody.
 *
 * @param out [m] from outAt, overwritten
 * @param weights [m] from weightsAt, each >= 0, at least one > 0
 */
export function splitByWeights(
  out: Float64Array,
  outAt: number,
  n: number,
  weights: Float64Array,
  weightsAt: number,
  m: number,
  keys: Keys,
  day: number,
  place: number,
  group: number,
  decision: number,
): void {
  let rest = 0;
  let last = -1;
  for (let i = 0; i < m; i++) {
    if (weights[weightsAt + i]! > 0) last = i;
    rest += weights[weightsAt + i]!;
  }
  if (n <= fewPeople) {
    out.fill(0, outAt, outAt + m);
    for (let person = 0; person < n; person++) {
      let pointer = uniform(keys, day, place, group, decision, person) * rest;
      let i = 0;
      while (i < last && pointer >= weights[weightsAt + i]!) {
        pointer -= weights[weightsAt + i]!;
        i += 1;
      }
      out[outAt + i]! += 1;
    }
    return;
  }
  let left = n;
  for (let i = 0; i < m; i++) {
    const weight = weights[weightsAt + i]!;
    let part = 0;
    if (i === last) part = left;
    else if (weight > 0 && left > 0) {
      part = binomialQuantile(uniform(keys, day, place, group, decision, i), left, weight / rest);
    }
    out[outAt + i] = part;
    left -= part;
    rest -= weight;
  }
}

/**
 * Divides n whole people over cells in proportion to the whole people in them, without chance:
 * each running total is rounded. Sums to n exactly; no cell gives more than it holds when
 * n <= the sum of the cells, and each part is within one person of its share.
 */
export function apportion(
  out: Float64Array,
  outAt: number,
  n: number,
  counts: Float64Array,
  countsAt: number,
  m: number,
): void {
  let sum = 0;
  for (let i = 0; i < m; i++) sum += counts[countsAt + i]!;
  let running = 0;
  let given = 0;
  for (let i = 0; i < m; i++) {
    running += counts[countsAt + i]!;
    const upTo = running >= sum ? (sum > 0 ? n : 0) : Math.floor((n * running) / sum + 0.5);
    out[outAt + i] = upTo - given;
    given = upTo;
  }
}
