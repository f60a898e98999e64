import { binomialQuantile } from './binomial.ts';
import type { Keys } from './keys.ts';
import { atOnce, uniform, uniforms } from './keys.ts';

/** Up to so many people choose one by one; more are split weight by weight. */
const fewPeople = 4;

/**
 * Splits n people over weights at random: a few choose one by one (slot = person), more by one
 * binomial draw a weight, each out of those who are left (slot = position). Both follow the
 * multinomial law. Whole numbers that sum to n; a weight of 0 gets nobody.
 *
 * @param out [m] from outAt, overwritten
 * @param weights [m] from weightsAt, each >= 0, at least one > 0
 * @param chances [m] from weightsAt, what `successiveChances` makes of these weights
 */
export function splitByWeights(
  out: Float64Array,
  outAt: number,
  n: number,
  weights: Float64Array,
  chances: Float64Array,
  weightsAt: number,
  m: number,
  keys: Keys,
  day: number,
  place: number,
  group: number,
  decision: number,
): void {
  out.fill(0, outAt, outAt + m);
  if (n <= fewPeople) {
    const total = sum(weights, weightsAt, m);
    for (let person = 0; person < n; person++) {
      const pointer = uniform(keys, day, place, group, decision, person) * total;
      out[outAt + choose(pointer, weights, chances, weightsAt)]! += 1;
    }
    return;
  }
  let left = n;
  for (let first = 0; first < m && left > 0; first += atOnce) {
    const count = Math.min(atOnce, m - first);
    const u = uniforms(keys, day, place, group, decision, first, count);
    for (let i = 0; i < count && left > 0; i++) {
      const part = binomialQuantile(u[i]!, left, chances[weightsAt + first + i]!);
      out[outAt + first + i] = part;
      left -= part;
    }
  }
}

/**
 * The chance of each weight among itself and those behind it; 1 for the last with any weight, so
 * that rounding leaves nobody over.
 * @param out [m] from at, overwritten @param weights [m] from at
 */
export function successiveChances(
  out: Float64Array,
  weights: Float64Array,
  at: number,
  m: number,
): void {
  let rest = sum(weights, at, m);
  let last = -1;
  for (let i = 0; i < m; i++) {
    const weight = weights[at + i]!;
    out[at + i] = weight > 0 ? weight / rest : 0;
    if (weight > 0) last = i;
    rest -= weight;
  }
  if (last >= 0) out[at + last] = 1;
}

/** Index of the weight in which a pointer into their sum lies; the last with any takes the rest. */
function choose(pointer: number, weights: Float64Array, chances: Float64Array, at: number): number {
  let i = 0;
  for (let over = pointer; chances[at + i]! < 1 && over >= weights[at + i]!; i++) {
    over -= weights[at + i]!;
  }
  return i;
}

function sum(list: Float64Array, at: number, m: number): number {
  let total = 0;
  for (let i = at; i < at + m; i++) total += list[i]!;
  return total;
}

/**
 * Divides n whole people over bins in proportion to the whole people in them, without chance:
 * each running total is rounded. Sums to n exactly; no bin gives more than it holds when
 * n <= the sum of the bins, and each part is within one person of its share.
 * @param out written from `outAt` on, m whole numbers
 * @param n whole people to divide, at least 0
 * @param counts read from `countsAt` on: m whole numbers, at least 0; where all are 0 nobody is placed
 */
export function apportion(
  out: Float64Array,
  outAt: number,
  n: number,
  counts: Float64Array,
  countsAt: number,
  m: number,
): void {
  let total = 0;
  for (let i = 0; i < m; i++) total += counts[countsAt + i]!;
  let running = 0;
  let given = 0;
  for (let i = 0; i < m; i++) {
    running += counts[countsAt + i]!;
    const upTo = running >= total ? (total > 0 ? n : 0) : Math.floor((n * running) / total + 0.5);
    out[outAt + i] = upTo - given;
    given = upTo;
  }
}
