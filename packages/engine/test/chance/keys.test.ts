import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  apportion,
  exp,
  log,
  makeKeys,
  normalQuantile,
  philox,
  splitByWeights,
  successiveChances,
  uniform,
} from '../../src/index.ts';
import { times } from '../testLength.ts';

const hex = (...c: [number, number, number, number, number, number]) => {
  const out = new Uint32Array(4);
  philox(out, ...c);
  return Array.from(out, (x) => x.toString(16).padStart(8, '0')).join(' ');
};

test('Philox gives the published answers', () => {
  expect(hex(0, 0, 0, 0, 0, 0)).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
  expect(hex(-1, -1, -1, -1, -1, -1)).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
  expect(hex(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0)).toBe(
    'd16cfe09 94fdcceb 5001e420 24126ea1',
  );
});

test('a million different keys give a million different numbers, all strictly between 0 and 1', () => {
  const keys = makeKeys(2 ** 53 - 1, 0xffffffff);
  const seen = new Set<number>();
  for (let day = 0; day < 100; day++)
    for (let place = 0; place < 100; place++)
      for (let decision = 0; decision < 10; decision++)
        for (let slot = 0; slot < 10; slot++)
          seen.add(uniform(keys, day, place, 1, decision, slot));
  expect(seen.size).toBe(1_000_000);
  let least = 1;
  let most = 0;
  for (const u of seen) {
    least = Math.min(least, u);
    most = Math.max(most, u);
  }
  expect(least).toBeGreaterThan(0);
  expect(most).toBeLessThan(1);
});

test('neighbouring keys do not echo each other (correlation within six sigma)', () => {
  const n = 200_000;
  const keys = makeKeys(1, 1);
  for (const shift of ['day', 'place', 'slot', 'decision'] as const) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const a = uniform(keys, i % 5000, i, 0, 3, 0) - 0.5;
      const b =
        uniform(
          keys,
          (i % 5000) + Number(shift === 'day'),
          i + Number(shift === 'place'),
          0,
          3 + Number(shift === 'decision'),
          Number(shift === 'slot'),
        ) - 0.5;
      sum += a * b;
    }
    expect(Math.abs((12 * sum) / n)).toBeLessThan(6 / Math.sqrt(n));
  }
});

test('a seed that is no whole number is refused', () => {
  expect(() => makeKeys(1.5, 0)).toThrow(/whole number/);
  expect(() => makeKeys(1, -1)).toThrow(/whole number/);
});

describe('arithmetic that is the same on every engine', () => {
  test('exp and log agree with this engine to one unit in the last place', () => {
    let most = 0;
    const compare = (ours: number, native: number) => {
      most = Math.max(most, Math.abs((ours - native) / native));
    };
    for (let i = -70_000; i < 70_000; i++) compare(exp(i / 100), Math.exp(i / 100));
    expect(most).toBeLessThanOrEqual(2.3e-16);
    for (let i = 1; i < 100_000; i++) compare(log(i * i * 1e-5), Math.log(i * i * 1e-5));
    expect(most).toBeLessThanOrEqual(2.3e-16);
  });

  test('100,000 results have the hash that every engine must give', () => {
    const bits = new DataView(new ArrayBuffer(8));
    let hash = 0x811c9dc5;
    for (let i = 1; i <= 50_000; i++) {
      for (const y of [exp((i - 25_000) / 50), log(i / 777)]) {
        bits.setFloat64(0, y);
        hash = Math.imul(hash ^ bits.getUint32(0), 0x01000193);
        hash = Math.imul(hash ^ bits.getUint32(4), 0x01000193);
      }
    }
    expect((hash >>> 0).toString(16)).toMatchInlineSnapshot(`"52727c63"`);
  });

  test('edges', () => {
    expect([exp(0), exp(-1000), exp(1000), log(1)]).toEqual([1, 0, Number.POSITIVE_INFINITY, 0]);
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(-1)).toBeNaN();
  });

  test('the normal quantile has its well-known values', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(normalQuantile(0.2) + normalQuantile(0.8)).toBeCloseTo(0, 14);
  });
});

describe('splitting people', () => {
  const weights = fc
    .array(fc.nat(50), { minLength: 1, maxLength: 12 })
    .filter((w) => w.some((x) => x > 0));

  test('by chance sums to all of them and gives nobody to a weight of zero', () => {
    fc.assert(
      fc.property(weights, fc.nat(100_000), (w, n) => {
        const out = new Float64Array(w.length);
        const drawn = Float64Array.from(w);
        const chances = new Float64Array(w.length);
        successiveChances(chances, drawn, 0, w.length);
        splitByWeights(out, 0, n, drawn, chances, 0, w.length, makeKeys(1, 2), 3, 4, 5, 6);
        expect(out.reduce((a, b) => a + b, 0)).toBe(n);
        out.forEach((x, i) =>
          expect(Number.isInteger(x) && x >= 0 && (w[i]! > 0 || x === 0)).toBe(true),
        );
      }),
      { numRuns: times(2000), seed: 1 },
    );
  });

  test('without chance takes within one person of the share, and never more than there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (counts, share) => {
          const total = counts.reduce((a, b) => a + b, 0);
          const n = Math.floor(total * share);
          const out = new Float64Array(counts.length);
          apportion(out, 0, n, Float64Array.from(counts), 0, counts.length);
          expect(out.reduce((a, b) => a + b, 0)).toBe(n);
          out.forEach((x, i) => {
            expect(x).toBeLessThanOrEqual(counts[i]!);
            if (total > 0) expect(Math.abs(x - (n * counts[i]!) / total)).toBeLessThanOrEqual(1);
          });
        },
      ),
      { numRuns: times(3000), seed: 2 },
    );
  });
});
