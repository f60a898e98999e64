import { makeKeys, uniform } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kendallW, tauB } from '../src/agreement.ts';
import {
  agreement,
  budget,
  coalitionsOfOrders,
  drawOrders,
  drawResamples,
  sampledShapley,
  shapley,
} from '../src/index.ts';
import { expectedCoalitions } from '../src/planning.ts';
import { leadersOf, ranksBySize } from '../src/ranks.ts';
import { anyTable, distance, sumOf } from './tables.ts';

describe('ranks', () => {
  test('rank goes by size whatever the sign, equals share, and rounding makes no rank', () => {
    expect([...ranksBySize([1, -5, 3])]).toEqual([3, 1, 2]);
    expect([...ranksBySize([2, -2, 0, 1 / 3, 1 - 2 / 3])]).toEqual([1.5, 1.5, 5, 3.5, 3.5]);
    expect([...ranksBySize([Number.NaN, 1, 2])]).toEqual([Number.NaN, 2, 1]);
    expect(leadersOf([1, -5, 5])).toBe(0b110);
    expect(leadersOf([0, 0])).toBe(0);
  });

  test('judges of one mind have W 1; two who are opposed have W 0 and tau -1', () => {
    expect(
      kendallW([
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toBe(1);
    expect(
      kendallW([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toBe(0);
    expect(tauB([1, 2, 3], [3, 2, 1])).toBe(-1);
  });

  test('with ties: three judges over six items, computed by hand', () => {
    const judges = [
      [1.5, 1.5, 3, 4, 5, 6],
      [1, 2.5, 2.5, 4, 5, 6],
      [2, 1, 3, 4, 5, 6],
    ];
    // Rank sums 4.5, 5, 8.5, 12, 15, 18 about 10.5: S = 149; two ties of two: sum T = 12.
    expect(kendallW(judges)).toBeCloseTo((12 * 149) / (9 * 210 - 3 * 12), 12);
    // Of 15 pairs each ties one, not the same; the other 13 agree: 13 / sqrt(14 x 14).
    expect(tauB(judges[0]!, judges[1]!)).toBeCloseTo(13 / 14, 12);
  });

  test('whoever ranks nothing neither agrees nor disagrees', () => {
    expect(
      kendallW([
        [2, 2, 2],
        [2, 2, 2],
      ]),
    ).toBeNull();
    expect(tauB([1, 1], [1, 2])).toBeNull();
  });

  test('theories: how often each factor leads, and where signs differ', () => {
    const found = agreement([
      [3, 1, 0],
      [2, -1, 0],
      [1, -4, 0],
    ]);
    expect(found.ranksFirst).toEqual([2, 1, 0]);
    expect(found.signs).toEqual([
      { up: 3, down: 0, none: 0 },
      { up: 1, down: 2, none: 0 },
      { up: 0, down: 0, none: 3 },
    ]);
    expect(found.tau[0]).toEqual([1, 1, 1 / 3]);
    expect(found.concordance).toBeCloseTo((12 * 14) / (9 * 24), 12);
    expect(() =>
      agreement([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toThrow(/theory 1/);
  });
});

describe('bootstrap', () => {
  test('the same seed gives the same resamples, more of them leave the first as they were', () => {
    const few = drawResamples(50, 20, 3);
    expect(drawResamples(50, 20, 3)).toEqual(few);
    const many = drawResamples(50, 40, 3);
    expect(many.counts.subarray(0, few.counts.length)).toEqual(few.counts);
    expect(drawResamples(50, 20, 4).counts).not.toEqual(few.counts);
    for (let b = 0; b < 20; b++) expect(sumOf(few.counts.subarray(b * 50, b * 50 + 50))).toBe(50);
  });

  test('each world is drawn once a bootstrap on average, within five sigma', () => {
    const { counts } = drawResamples(10, 4000, 1);
    for (let w = 0; w < 10; w++) {
      const total = sumOf(counts.filter((_, n) => n % 10 === w));
      expect(Math.abs(total - 4000)).toBeLessThan(5 * Math.sqrt(4000 * 0.9));
    }
  });
});

describe('what cannot be drawn is refused', () => {
  const keys = makeKeys(1, 0);
  test.each([0, -1, 2.5, Number.NaN])('resamples of %d worlds', (worlds) => {
    expect(() => drawResamples(worlds, 2, 1)).toThrow(/worlds: expected a whole number/);
  });
  test.each([0, 1.5, 65_537])('%d bootstraps', (bootstraps) => {
    expect(() => drawResamples(2, bootstraps, 1)).toThrow(/bootstraps: expected a whole number/);
  });
  test.each([0, 1.5, 31])('orders of %d factors', (k) => {
    expect(() => drawOrders(k, 2, keys)).toThrow(/number of factors.*1 to 30/);
  });
  test('but one world, one factor and thirty can be', () => {
    expect([...drawResamples(1, 1, 1).counts]).toEqual([1]);
    expect([...drawOrders(1, 2, keys).factors]).toEqual([0, 0]);
    expect(drawOrders(30, 2, keys).factors.toSorted()).toEqual(
      Uint8Array.from({ length: 60 }, (_, n) => Math.floor(n / 2)),
    );
  });
});

describe('planning', () => {
  test('what fits is said to fit', () => {
    const plan = budget(8, 200, 1, 0.005, 300);
    expect(plan).toMatchObject({ runs: 51_200, fits: true, worldsThatFit: 234, sampling: null });
    expect(plan.says).toMatch(/51200 runs, about 4.27 min; allowed 5 min: fits/);
  });

  test('what does not is answered with orders that do, and their error', () => {
    const plan = budget(12, 200, 1, 0.005, 300);
    expect(plan).toMatchObject({ runs: 819_200, fits: false, worldsThatFit: 14 });
    const { orders, seconds, standardError } = plan.sampling!;
    expect(seconds).toBeLessThanOrEqual(300);
    expect(expectedCoalitions(12, orders + 2) * 200 * 0.005).toBeGreaterThan(300);
    expect(standardError).toBe(1 / Math.sqrt(orders));
    expect(plan.says).toMatch(/2\^12 coalitions.*too much.*14 worlds.*or sample \d+ orders/);
  });

  test('when not even two orders fit, it is said', () => {
    const plan = budget(8, 1000, 500, 1, 60);
    expect(plan).toMatchObject({ worldsThatFit: 0, sampling: null });
    expect(plan.says).toMatch(/no world of it fits, and not even two sampled orders/);
  });

  test('with more than twenty factors there is no whole table, whatever the time', () => {
    const plan = budget(25, 1, 1, 1e-9, 1000);
    expect(plan).toMatchObject({ fits: false, worldsThatFit: 0 });
    expect(plan.sampling!.orders).toBe(65_536);
    expect(plan.says).toMatch(/no whole table with more than 20 factors, or sample 65536 orders/);
  });

  test('twenty factors have a whole table where there is time', () => {
    expect(budget(20, 1, 1, 1e-6, 10)).toMatchObject({ runs: 2 ** 20, fits: true });
  });

  test('the orders sampled are run with every world and every draw', () => {
    const plan = budget(30, 3, 5, 1, 1000);
    const { orders, coalitions, runs, seconds } = plan.sampling!;
    expect(coalitions).toBe(expectedCoalitions(30, orders));
    expect(runs).toBe(Math.ceil(coalitions * 15));
    expect(seconds).toBeCloseTo(coalitions * 15, 9);
    expect(budget(10, 3, 5, 1, 15 * 1024).fits).toBe(true);
    expect(budget(10, 3, 5, 1, 15 * 1024 - 1)).toMatchObject({ fits: false, worldsThatFit: 2 });
  });

  test('time is said in seconds below two minutes, in minutes below two hours, else in hours', () => {
    expect(budget(1, 1, 1, 59.5, 7200).says).toMatch(/about 119 s; allowed 2 h: fits/);
    expect(budget(1, 1, 1, 60, 7199).says).toMatch(/about 2 min; allowed 120 min: fits/);
    expect(budget(1, 1, 1, 5400, 10_800).says).toMatch(/about 3 h; allowed 3 h: fits/);
  });

  test('orders pass through as many coalitions as expected', () => {
    expect(expectedCoalitions(2, 2)).toBe(4);
    expect(expectedCoalitions(8, 2)).toBeCloseTo(2 * 8, 9);
    let sum = 0;
    for (let seed = 0; seed < 200; seed++) {
      sum += coalitionsOfOrders(drawOrders(6, 20, makeKeys(seed, 0))).length;
    }
    expect(Math.abs(sum / 200 - expectedCoalitions(6, 20))).toBeLessThan(0.7);
  });

  test.each([
    [() => budget(8, 0, 1, 1, 1), /worlds: expected a whole number of at least 1, got 0/],
    [() => budget(40, 1, 1, 1, 1), /at most 30/],
    [() => budget(8, 1, 1, 0, 1), /seconds per run/],
  ])('a plan of nothing is refused', (plan, reason) => {
    expect(plan).toThrow(reason);
  });
});

describe('sampled orders', () => {
  test('each order is one, its partner is it backwards, and more leave the first as they were', () => {
    const { factors } = drawOrders(7, 40, makeKeys(5, 0));
    for (let n = 0; n < 40; n += 2) {
      const order = factors.slice(n * 7, n * 7 + 7);
      expect(order.toSorted()).toEqual(Uint8Array.of(0, 1, 2, 3, 4, 5, 6));
      expect(factors.slice(n * 7 + 7, n * 7 + 14)).toEqual(order.toReversed());
    }
    expect(drawOrders(7, 80, makeKeys(5, 0)).factors.subarray(0, 280)).toEqual(factors);
  });

  test('every order of four comes equally often, within five sigma', () => {
    const { factors } = drawOrders(4, 24_000, makeKeys(9, 0));
    const seen = new Map<string, number>();
    for (let n = 0; n < 24_000; n++) {
      const name = factors.slice(n * 4, n * 4 + 4).join('');
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    // Pairs are drawn: 12,000 of 12 classes, each order counted once a pair.
    for (const count of seen.values()) {
      expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(12_000 * (1 / 12) * (11 / 12)));
    }
  });

  test('parts add up to the whole, each coalition is asked once, what does nothing gets exactly 0', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 1000 }), ({ k, v }, seed) => {
        const asked: number[] = [];
        const orders = drawOrders(k + 1, 6, makeKeys(seed, 0));
        const found = sampledShapley(orders, (mask) => {
          asked.push(mask);
          return v[mask & (2 ** k - 1)]!;
        });
        expect(Math.abs(sumOf(found.estimate) - (v[2 ** k - 1]! - v[0]!))).toBeLessThan(1e-9);
        expect(found.estimate[k]).toBe(0);
        expect(found.standardError[k]).toBe(0);
        expect(Int32Array.from(asked).sort()).toEqual(coalitionsOfOrders(orders));
        expect(found.coalitions).toBe(asked.length);
      }),
    );
  });

  test('the estimate is unbiased, and its error is the one given', () => {
    // What factors add differs between orders, so that sampling has an error to speak of.
    const keys = makeKeys(21, 0);
    const v = Float64Array.from({ length: 64 }, (_, mask) => uniform(keys, 0, mask, 0, 1, 0));
    const whole = shapley(v, 6);
    const runs = 400;
    const sum = new Float64Array(6);
    const squares = new Float64Array(6);
    const variance = new Float64Array(6);
    for (let seed = 0; seed < runs; seed++) {
      const { estimate, standardError } = sampledShapley(
        drawOrders(6, 40, makeKeys(seed, 0)),
        (mask) => v[mask]!,
      );
      for (let i = 0; i < 6; i++) {
        const miss = estimate[i]! - whole[i]!;
        sum[i]! += miss;
        squares[i]! += miss ** 2;
        variance[i]! += standardError[i]! ** 2;
      }
    }
    for (let i = 0; i < 6; i++) {
      const scatter = squares[i]! / runs;
      expect(Math.abs(sum[i]! / runs)).toBeLessThan(5 * Math.sqrt(scatter / runs));
      expect(Math.abs(variance[i]! / runs / scatter - 1)).toBeLessThan(5 * Math.sqrt(2 / runs));
    }
  });

  test('an order and its reverse are exact where factors act alone or in pairs', () => {
    const add = (mask: number) => (mask & 1) + 4 * ((mask >>> 1) & 1) * ((mask >>> 2) & 1);
    const { estimate } = sampledShapley(drawOrders(3, 2, makeKeys(1, 0)), add);
    expect(distance(estimate, [1, 2, 2])).toBeLessThan(1e-12);
  });

  test('an odd number of orders, and an outcome that is no number, are refused', () => {
    expect(() => drawOrders(4, 3, makeKeys(1, 0))).toThrow(/even number.*got 3/);
    const orders = drawOrders(2, 2, makeKeys(1, 0));
    expect(() => sampledShapley(orders, () => Number.NaN)).toThrow(/coalition 0/);
  });
});
