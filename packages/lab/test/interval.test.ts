import { makeKeys, normalQuantile, uniform } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenUniform } from '../src/evenDraws.ts';
import { intervalOf, intervalRule, relativeError } from '../src/index.ts';

const sample = (n: number, seed: number, law: (u: number) => number) =>
  Float64Array.from({ length: n }, (_, i) => law(uniform(makeKeys(seed, i), 0, 1, 0, 9, 0)));
const rule64 = intervalRule(64, 1);
const exponential = (u: number) => -Math.log(1 - u);

/**
 * Standard deviation of an end over every resample there is, not some: the joint law of the two
 * order statistics between which the end lies. G(i, j) = P(k of n resampled values lie among the
 * first i, none between them and the j-th).
 */
function exactError(values: Float64Array, share: number): number {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const place = (n + 1 / 3) * share + 1 / 3;
  const k = Math.floor(place);
  const weight = place - k;
  const choose = Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
  const g = (i: number, j: number) => choose * (i / n) ** k * (1 - j / n) ** (n - k);
  // P(k-th smallest is the i-th value or a smaller one)
  const atMost = (i: number) => {
    let sum = 0;
    for (let m = k; m <= n; m++) {
      const destinationOptions = Array.from({ length: m }, (_, q) => (n - q) / (q + 1)).reduce(
        (a, b) => a * b,
        1,
      );
      sum += destinationOptions * (i / n) ** m * (1 - i / n) ** (n - m);
    }
    return sum;
  };
  let [mean, square] = [0, 0];
  const add = (p: number, x: number) => {
    mean += p * x;
    square += p * x * x;
  };
  for (let i = 1; i <= n; i++) {
    let same = atMost(i) - atMost(i - 1);
    for (let j = i + 1; j <= n; j++) {
      const p = g(i, j - 1) - g(i - 1, j - 1) - g(i, j) + g(i - 1, j);
      same -= p;
      add(p, (1 - weight) * sorted[i - 1]! + weight * sorted[j - 1]!);
    }
    add(same, sorted[i - 1]!);
  }
  return Math.sqrt(square - mean * mean);
}

describe('an interval', () => {
  test('of n + 1/3 evenly spread values lies at 5 and 95 of 100', () => {
    // Values at (i - 1/3) / (n + 1/3): the median-unbiased places themselves.
    for (const n of [32, 64, 100]) {
      const values = Float64Array.from({ length: n }, (_, i) => (i + 2 / 3) / (n + 1 / 3));
      const { low90, high90 } = intervalOf(values, intervalRule(n, 1))!;
      expect(low90).toBeCloseTo(0.05, 6);
      expect(high90).toBeCloseTo(0.95, 6);
    }
  });

  test('holds 90 of 100 of what is known, in the mean of many samples', () => {
    const laws: readonly [string, (u: number) => number, (x: number) => number][] = [
      ['uniform', (u) => u, (x) => x],
      ['exponential', exponential, (x) => 1 - Math.exp(-x)],
    ];
    for (const [name, law, share] of laws) {
      let [low, high] = [0, 0];
      const samples = 400;
      for (let seed = 0; seed < samples; seed++) {
        const found = intervalOf(sample(64, seed, law), rule64)!;
        low += share(found.low90) / samples;
        high += share(found.high90) / samples;
      }
      // Mean of the place for type 8: (n / 20 + 1/60 + 1/3) / (n + 1) = 0.0546; six standard errors.
      const six = (6 * Math.sqrt((0.05 * 0.95) / 64)) / Math.sqrt(samples);
      expect(Math.abs(low - 0.0546), name).toBeLessThan(six);
      expect(Math.abs(1 - high - 0.0546), name).toBeLessThan(six);
    }
  });

  test('over draws laid out evenly lies where it must in every layout', () => {
    // One value in each 64th: the fourth lies between 3/64 and 4/64, the fifth up to 5/64.
    for (let seed = 0; seed < 20; seed++) {
      const values = Float64Array.from({ length: 64 }, (_, w) => evenUniform(seed, w, 'x'));
      const { low90, high90 } = intervalOf(values, rule64)!;
      expect(Math.abs(low90 - 0.05)).toBeLessThan(0.02);
      expect(Math.abs(high90 - 0.95)).toBeLessThan(0.02);
    }
  });

  test('is nothing below 32 draws', () => {
    expect(intervalRule(31, 1)).toBeNull();
    expect(intervalOf(new Float64Array(31), null)).toBeNull();
    expect(intervalRule(32, 1)).not.toBeNull();
  });

  test('of a figure that is the same in every draw has no width and no error', () => {
    const found = intervalOf(new Float64Array(40).fill(0.3), intervalRule(40, 1))!;
    expect(found).toEqual({ low90: 0.3, high90: 0.3, lowError: 0, highError: 0 });
    expect(relativeError(found)).toBeNull();
  });

  test('does not depend on the order of the draws', () => {
    const values = sample(50, 3, exponential);
    const rule = intervalRule(50, 1);
    const { low90, high90 } = intervalOf(values, rule)!;
    expect(intervalOf(values.toReversed(), rule)).toMatchObject({ low90, high90 });
  });

  test('moves and stretches with its figure, errors with it', () => {
    const rule = intervalRule(40, 5);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: -50, max: 50 }),
        (list, shift) => {
          const plain = intervalOf(Float64Array.from(list), rule)!;
          const moved = intervalOf(
            Float64Array.from(list, (x) => 2 * x + shift),
            rule,
          )!;
          const turned = intervalOf(
            Float64Array.from(list, (x) => -x),
            rule,
          )!;
          expect(moved.low90).toBeCloseTo(2 * plain.low90 + shift, 2);
          expect(moved.lowError).toBeCloseTo(2 * plain.lowError, 2);
          expect(turned.low90).toBeCloseTo(-plain.high90, 2);
          expect(turned.highError).toBeCloseTo(plain.lowError, 2);
        },
      ),
      { numRuns: 50, seed: 2 },
    );
  });
});

describe('the error of an end', () => {
  test('is that over all resamples there are, within the noise of 200 of them', () => {
    // A standard deviation from 200 values has one of 1 / sqrt(398) of itself, more with heavy
    // tails: four of twice that.
    for (const [n, law] of [
      [32, normalQuantile],
      [64, normalQuantile],
      [64, exponential],
      [96, (u: number) => u],
    ] as const) {
      const values = sample(n, 12, law);
      const found = intervalOf(values, intervalRule(n, 1999))!;
      const low = exactError(values, 0.05);
      const high = exactError(
        values.map((x) => -x),
        0.05,
      );
      expect(Math.abs(found.lowError / low - 1)).toBeLessThan(0.4);
      expect(Math.abs(found.highError / high - 1)).toBeLessThan(0.4);
    }
  });

  test('over many samples is how far ends differ from sample to sample', () => {
    const samples = 400;
    const found = Array.from(
      { length: samples },
      (_, seed) =>
        intervalOf(
          sample(64, seed, (u) => u),
          rule64,
        )!,
    );
    const mean = found.reduce((sum, one) => sum + one.low90, 0) / samples;
    const spread = Math.sqrt(
      found.reduce((sum, one) => sum + (one.low90 - mean) ** 2, 0) / (samples - 1),
    );
    const told = found.reduce((sum, one) => sum + one.lowError, 0) / samples;
    // The uniform law: sqrt(0.05 x 0.95 / (64 + 2)); the bootstrap tells it to about a sixth.
    expect(spread).toBeGreaterThan(0.85 * Math.sqrt((0.05 * 0.95) / 66));
    expect(spread).toBeLessThan(1.15 * Math.sqrt((0.05 * 0.95) / 66));
    expect(Math.abs(told / spread - 1)).toBeLessThan(0.2);
  });

  test('falls with more draws, and is the same for the same seed', () => {
    const [few, many] = [32, 2048].map((n) => {
      const found = intervalOf(sample(n, 4, normalQuantile), intervalRule(n, 1))!;
      return found.lowError + found.highError;
    });
    expect(many!).toBeLessThan(few! / 3);
    const values = sample(40, 8, normalQuantile);
    const [one, same, other] = [7, 7, 8].map((seed) => intervalOf(values, intervalRule(40, seed)));
    expect(same).toEqual(one);
    expect(other!.lowError).not.toBe(one!.lowError);
  });
});
