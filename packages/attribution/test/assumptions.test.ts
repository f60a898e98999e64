import { makeKeys, uniform } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankingSwitches, shapleyEffects } from '../src/index.ts';
import { distance, sumOf } from './tables.ts';

/** Independent uniform draws from -0.5 to 0.5, [draw x parameter]. */
function drawsOf(draws: number, parameters: number): Float64Array {
  const keys = makeKeys(3, 0);
  return Float64Array.from(
    { length: draws * parameters },
    (_, n) => uniform(keys, n % parameters, Math.floor(n / parameters), 0, 1, 0) - 0.5,
  );
}

/** Measure of each draw. */
const outcomeOf = (x: Float64Array, p: number, f: (...row: number[]) => number) =>
  Float64Array.from({ length: x.length / p }, (_, d) => f(...x.subarray(d * p, d * p + p)));

describe('which assumptions move the answer', () => {
  test('a linear outcome of three parameters: shares as the squares of their weights', () => {
    const x = drawsOf(4000, 3);
    const found = shapleyEffects(
      x,
      outcomeOf(x, 3, (a, b) => 7 + 3 * a! - 4 * b!),
      3,
    )!;
    expect(found.explained).toBeCloseTo(1, 10);
    expect(Math.abs(found.shares[0]! - 9 / 25)).toBeLessThan(0.03);
    expect(Math.abs(found.shares[1]! - 16 / 25)).toBeLessThan(0.03);
    expect(found.shares[2]).toBeLessThan(0.005);
    expect(found.order).toEqual([1, 0, 2]);
    expect(found.coefficients[0]).toBeGreaterThan(0);
    expect(found.coefficients[1]).toBeLessThan(0);
  });

  test('orthogonal draws have exactly those shares', () => {
    const x = Float64Array.of(-1, -1, -1, 1, 1, -1, 1, 1);
    const found = shapleyEffects(
      x,
      outcomeOf(x, 2, (a, b) => 3 * a! + 4 * b!),
      2,
    )!;
    expect(distance(found.shares, [0.36, 0.64])).toBeLessThan(1e-12);
    expect(distance(found.coefficients, [0.6, 0.8])).toBeLessThan(1e-12);
  });

  test('two parameters that are one share its part; one that never varies has none', () => {
    const base = drawsOf(100, 2);
    const x = Float64Array.from({ length: 400 }, (_, n) => {
      const d = Math.floor(n / 4);
      return [base[2 * d]!, 2 * base[2 * d]!, base[2 * d + 1]!, 5][n % 4]!;
    });
    const found = shapleyEffects(
      x,
      outcomeOf(x, 4, (a) => a!),
      4,
    )!;
    expect(found.explained).toBeCloseTo(1, 12);
    expect(found.shares[0]).toBeCloseTo(found.shares[1]!, 12);
    expect(found.shares[3]).toBe(0);
  });

  test('shares add up to what the line explains, and what it misses is said', () => {
    const x = drawsOf(2000, 2);
    const found = shapleyEffects(
      x,
      outcomeOf(x, 2, (a, b) => a! + 10 * b! * b!),
      2,
    )!;
    expect(sumOf(found.shares)).toBeCloseTo(found.explained, 12);
    // Var(a) = 1/12; Var(10 b^2) = 100 (1/80 - 1/144): a line sees about 13 %.
    const expected = 1 / 12 / (1 / 12 + 100 * (1 / 80 - 1 / 144));
    expect(Math.abs(found.explained - expected)).toBeLessThan(0.04);
    expect(found.explainedAdjusted).toBeLessThan(found.explained);
  });

  test('the coefficients solve the normal equations', () => {
    const x = drawsOf(60, 4);
    const y = outcomeOf(x, 4, (a, b, c, d) => a! - 2 * b! + c! * d! + a! * a!);
    const { coefficients, explained } = shapleyEffects(x, y, 4)!;
    const columns = [0, 1, 2, 3].map((i) => outcomeOf(x, 4, (...row) => row[i]!)).concat(y);
    const scaled = columns.map((column) => {
      const mean = sumOf(column) / 60;
      const length = Math.sqrt(sumOf(column.map((value) => (value - mean) ** 2)));
      return column.map((value) => (value - mean) / length);
    });
    const rest = scaled[4]!.map(
      (value, d) => value - coefficients.reduce((sum, b, i) => sum + b * scaled[i]![d]!, 0),
    );
    for (const column of scaled.slice(0, 4)) {
      expect(Math.abs(sumOf(column.map((value, d) => value * rest[d]!)))).toBeLessThan(1e-12);
    }
    expect(sumOf(rest.map((value) => value * value))).toBeCloseTo(1 - explained, 12);
  });

  test('of fifteen parameters the twelve strongest are decomposed, and the loss is shown', () => {
    const x = drawsOf(300, 15);
    const y = outcomeOf(x, 15, (...row) => row.reduce((sum, value, i) => sum + i * value, 0));
    const found = shapleyEffects(x, y, 15)!;
    expect(found.decomposed).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(found.shares.subarray(0, 3)).toEqual(new Float64Array(3));
    expect(found.explainedByAll).toBeCloseTo(1, 10);
    expect(found.explained).toBeLessThan(found.explainedByAll);
    expect(found.explained).toBeGreaterThan(0.98);
  });

  test('an outcome that never varies has nothing to explain', () => {
    expect(shapleyEffects(drawsOf(10, 2), new Float64Array(10).fill(0.1), 2)).toBeNull();
  });

  test.each([
    [9, 3, 3, /at least 5 for 3 parameters, got 3/],
    [8, 5, 2, /5 draws x 2 parameters/],
  ])('%i values for %i draws of %i parameters are refused', (length, draws, p, reason) => {
    expect(() => shapleyEffects(new Float64Array(length), new Float64Array(draws), p)).toThrow(
      reason,
    );
  });

  test('a draw that is no number is named', () => {
    const x = drawsOf(10, 2);
    x[7] = Number.NaN;
    expect(() => shapleyEffects(x, drawsOf(10, 1), 2)).toThrow(/parameter 1, draw 3/);
  });
});

describe('where the ranking turns over', () => {
  test('between grid values, by the line between them', () => {
    expect(rankingSwitches([0, 1, 2], [1, 2, 3], [2, 2.5, 2])).toEqual([
      { at: 1 + 0.5 / 1.5, until: 1 + 0.5 / 1.5, before: -1, after: 1 },
    ]);
  });

  test('by size: a contribution of the other sign overtakes where the sum is 0', () => {
    expect(rankingSwitches([0, 4], [1, 1], [0, -4])).toEqual([
      { at: 1, until: 1, before: 1, after: -1 },
    ]);
  });

  test('through zero and out again: first the one, then the other', () => {
    // |a| = |4 - 4t| against 1: larger, smaller between 0.75 and 1.25, larger.
    expect(rankingSwitches([0, 2], [4, -4], [1, 1])).toEqual([
      { at: 0.75, until: 0.75, before: 1, after: -1 },
      { at: 1.25, until: 1.25, before: -1, after: 1 },
    ]);
  });

  test('none where one is larger all along, where both only touch, or are always equal', () => {
    expect(rankingSwitches([0, 1, 2], [3, 3, 3], [1, 2, 1])).toEqual([]);
    expect(rankingSwitches([0, 1, 2], [3, 3, 3], [1, 3, 1])).toEqual([]);
    expect(rankingSwitches([0, 1], [1, 2], [-1, 2])).toHaveLength(0);
    expect(rankingSwitches([0, 1], [1, 2], [1, 2])).toEqual([]);
  });

  test('at a grid value, and over a stretch of equality', () => {
    expect(rankingSwitches([0, 1, 2], [1, 2, 3], [2, 2, 2])).toEqual([
      { at: 1, until: 1, before: -1, after: 1 },
    ]);
    expect(rankingSwitches([0, 1, 2, 3], [1, 2, 2, 3], [2, 2, 2, 2])).toEqual([
      { at: 1, until: 2, before: -1, after: 1 },
    ]);
  });

  test('on either side of every switch the other is larger', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const grid = [0, 1, 2, 3, 4, 5];
        const at = (f: number[], t: number) => {
          const n = Math.min(4, Math.floor(t));
          return Math.abs(f[n]! + (t - n) * (f[n + 1]! - f[n]!));
        };
        const step = 1e-6;
        for (const { at: from, until, before, after } of rankingSwitches(grid, a, b)) {
          expect(Math.sign(at(a, from - step) - at(b, from - step))).toBe(before);
          expect(Math.sign(at(a, until + step) - at(b, until + step))).toBe(after);
        }
      }),
    );
  });

  test('a grid that does not rise, or a contribution that is missing, is refused', () => {
    expect(() => rankingSwitches([0, 0], [1, 2], [1, 2])).toThrow(/grid, value 1/);
    expect(() => rankingSwitches([0], [1], [1])).toThrow(/at least two/);
    expect(() => rankingSwitches([0, 1], [1, 2], [1])).toThrow(/2 finite numbers/);
  });
});
