import { parameters } from '@asylia/engine';
import { assumptions } from '@asylia/security';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenUniform, mostDraws } from '../src/evenDraws.ts';
import { evenDrawOf, valuesOf } from '../src/threat/setting.ts';
import { theoryAt } from './shipped.ts';

const names = [...parameters.map(({ id }) => id), ...assumptions.map(({ id }) => id)];
const drawsOf = (seed: number, name: string, first: number, count: number) =>
  Array.from({ length: count }, (_, i) => evenUniform(seed, first + i, name));

/** How often each of so many equal parts is hit. */
function hits(values: readonly number[], parts: number): number[] {
  const count = new Array<number>(parts).fill(0);
  for (const u of values) count[Math.floor(u * parts)]! += 1;
  return count;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((x, y) => x + y, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number) => a.reduce((s, _, i) => s + f(i), 0);
  return (
    sum((i) => (a[i]! - ma) * (b[i]! - mb)) /
    Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2))
  );
}

describe('draws laid out evenly', () => {
  test('hit each of 64 parts of every assumption exactly once, the first 32 each of 32', () => {
    for (const name of names) {
      for (const seed of [0, 1999]) {
        const all = drawsOf(seed, name, 0, 64);
        for (const count of [8, 16, 32, 64]) {
          expect(hits(all.slice(0, count), count), name).toEqual(new Array(count).fill(1));
        }
      }
    }
  });

  test('so does every block that begins at a multiple of its length, far along too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.string(),
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 0, max: 2 ** 17 - 1 }),
        (seed, name, bits, near) => {
          const length = 1 << bits;
          const first = Math.floor(near / length) * length;
          expect(hits(drawsOf(seed, name, first, length), length)).toEqual(
            new Array(length).fill(1),
          );
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  test('stay strictly between 0 and 1, and differ from one another', () => {
    const all = drawsOf(3, 'x', 0, 4096);
    expect(all.every((u) => u > 0 && u < 1)).toBe(true);
    expect(new Set(all).size).toBe(4096);
  });

  test('of one seed say nothing of those of another, nor one name of another', () => {
    // 64 pairs: the correlation has a standard deviation of 1 / sqrt(63); six of them, 200 tries.
    const limit = 6 / Math.sqrt(63);
    let sum = 0;
    for (let n = 0; n < 200; n++) {
      const own = drawsOf(5, `a${n}`, 0, 64);
      const other = correlation(own, drawsOf(5, `b${n}`, 0, 64));
      sum += other;
      expect(Math.abs(other)).toBeLessThan(limit);
      expect(Math.abs(correlation(own, drawsOf(6, `a${n}`, 0, 64)))).toBeLessThan(limit);
    }
    expect(Math.abs(sum)).toBeLessThan(6 * Math.sqrt(200 / 63));
  });

  test('spread pairs of names over the square: no quarter is left empty', () => {
    // Dealt in one order for all names, two quarters of four would stay empty.
    for (let n = 0; n < 50; n++) {
      const a = drawsOf(8, `a${n}`, 0, 32);
      const b = drawsOf(8, `b${n}`, 0, 32);
      const quarters = a.map((u, i) => (u < 0.5 ? 0 : 1) + (b[i]! < 0.5 ? 0 : 2));
      expect(new Set(quarters).size).toBe(4);
    }
  });

  test('deal out the eighths anew in every block, for every name and seed', () => {
    const orderOf = (seed: number, name: string, block: number) =>
      drawsOf(seed, name, 8 * block, 8)
        .map((u) => Math.floor(8 * u))
        .join('');
    const orders = [1, 2, 3, 4, 5].flatMap((n) => [
      orderOf(1, 'x', n),
      orderOf(1, `y${n}`, 0),
      orderOf(10 + n, 'x', 0),
    ]);
    // 15 orders of 40,320: two alike once in 400 times.
    expect(new Set(orders).size).toBe(15);
  });

  test('take halves by coins of their own in each eighth, and any place within the finest part', () => {
    const coins = drawsOf(1, 'x', 0, 8).map((u) => Math.floor(16 * u) % 2);
    expect(new Set(coins).size).toBe(2);
    const within = drawsOf(1, 'x', 0, 64).map((u) => (u * 2 ** 17) % 1);
    expect(new Set(within).size).toBe(64);
  });

  test('are uniform in a draw over seeds, at each place of a block', () => {
    for (const index of [0, 3, 7, 8, 40]) {
      const values = Array.from({ length: 4000 }, (_, seed) => evenUniform(seed, index, 'u'));
      const count = hits(values, 20);
      const chi = count.reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
      // 19 degrees of freedom: beyond 60 once in 300,000.
      expect(chi).toBeLessThan(60);
    }
  });

  test('refuse a number of a draw that has no place', () => {
    for (const index of [-1, 0.5, mostDraws]) {
      expect(() => evenUniform(1, index, 'x')).toThrow(/expected a whole number from 0 to 131071/);
    }
    expect(evenUniform(1, mostDraws - 1, 'x')).toBeLessThan(1);
  });
});

describe('the draw of a theory', () => {
  const t7 = theoryAt('T7');

  test('does not change with the order in which numbers are asked for, or with another one', () => {
    const draw = evenDrawOf(4, 11)!;
    const forward = names.map((name) => draw(name));
    const backward = [...names].reverse().map((name) => draw(name));
    expect(backward.reverse()).toEqual(forward);
    draw('an assumption that nobody has declared yet');
    expect(names.map((name) => draw(name))).toEqual(forward);
  });

  test('gives two theories that hold the same prior the same number', () => {
    const [one, other] = [theoryAt('T5'), theoryAt('T6')].map((theory) =>
      valuesOf(theory, evenDrawOf(4, 3)),
    );
    expect(one!.parameters).toEqual(other!.parameters);
    expect(one!.assumptions.willingShare).toBe(other!.assumptions.willingShare);
  });

  test('covers the prior of a theory evenly: one of 64 draws in each 64th of a uniform one', () => {
    const set = t7.assumptions.moralHazard!;
    const values = Array.from(
      { length: 64 },
      (_, w) => valuesOf(t7, evenDrawOf(1999, w)).assumptions.moralHazard,
    );
    const parts = values.map((x) => (x - set.low) / (set.high - set.low));
    expect(hits(parts, 64)).toEqual(new Array(64).fill(1));
  });
});
