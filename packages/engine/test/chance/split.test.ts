import { describe, expect, test } from 'vitest';
import { makeKeys, splitByWeights, successiveChances } from '../../src/index.ts';

const weights = Float64Array.of(9, 0, 5, 0, 3, 1, 0);
const sum = weights.reduce((a, b) => a + b, 0);

/** Parts of n people over the weights, which stand at an offset, in many keyed draws. */
function draws(n: number, count: number): Float64Array[] {
  const keys = makeKeys(1999, 0);
  const shifted = Float64Array.of(7, 7, ...weights);
  const chances = new Float64Array(shifted.length);
  successiveChances(chances, shifted, 2, weights.length);
  return Array.from({ length: count }, (_, place) => {
    const out = new Float64Array(weights.length + 1).fill(-1);
    splitByWeights(out, 1, n, shifted, chances, 2, weights.length, keys, 3, place, 1, 10);
    expect(out[0]).toBe(-1);
    return out.subarray(1);
  });
}

describe.each([1, 2, 4, 5, 60, 4000])('%i people split over weights', (n) => {
  const rounds = 4000;
  const parts = draws(n, rounds);

  test('stay whole, stay all, and leave out what weighs nothing', () => {
    for (const part of parts) {
      expect(
        part.every((x, i) => Number.isInteger(x) && x >= 0 && (weights[i]! > 0 || x === 0)),
      ).toBe(true);
      expect(part.reduce((a, b) => a + b, 0)).toBe(n);
    }
  });

  test('follow the multinomial law: means, variances and covariances at six sigma', () => {
    const mean = weights.map((_, i) => parts.reduce((s, part) => s + part[i]!, 0) / rounds);
    weights.forEach((weight, i) => {
      const p = weight / sum;
      const sd = Math.sqrt((n * p * (1 - p)) / rounds);
      expect(Math.abs(mean[i]! - n * p)).toBeLessThanOrEqual(6 * sd + 1e-12);
    });
    for (let i = 0; i < weights.length; i++) {
      for (let k = i; k < weights.length; k++) {
        const [p, q] = [weights[i]! / sum, weights[k]! / sum];
        const products = parts.map((part) => (part[i]! - n * p) * (part[k]! - n * q));
        const covariance = products.reduce((a, b) => a + b, 0) / rounds;
        const spread = Math.sqrt(products.reduce((s, x) => s + (x - covariance) ** 2, 0) / rounds);
        const law = i === k ? n * p * (1 - p) : -n * p * q;
        expect(Math.abs(covariance - law)).toBeLessThanOrEqual(
          (6 * spread) / Math.sqrt(rounds) + 1e-12,
        );
      }
    }
  });
});

test('the last place with weight takes who is left, also when rounding eats the rest', () => {
  const out = new Float64Array(3);
  const tiny = Float64Array.of(1, 1e-300, 0);
  const chances = new Float64Array(3);
  successiveChances(chances, tiny, 0, 3);
  for (let place = 0; place < 200; place++) {
    splitByWeights(out, 0, 3, tiny, chances, 0, 3, makeKeys(1, 0), 0, place, 0, 10);
    expect([...out]).toEqual([3, 0, 0]);
  }
});
