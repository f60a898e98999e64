import { makeKeys, uniform } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agreement,
  budget,
  coalitionsOfOrders,
  drawOrders,
  drawResamples,
  effectsByWorld,
  expectedCoalitions,
  firstIn,
  kendallW,
  leadersOf,
  meanTable,
  percentile,
  percentileTable,
  rankStability,
  ranksBySize,
  runsForStandardError,
  sampledShapley,
  shapley,
  shapleyVarianceFactor,
  spreadByFactor,
  spreadOf,
  stopOrGoOn,
  tauB,
} from '../../src/attribution/index.ts';
import { anyTable, distance, randomTable, sumOf } from './tables.ts';

/** Worlds in which factor i adds strength[i], give or take noise of that world and factor. */
function worldsOf(strength: readonly number[], noise: number, worlds: number): Float64Array {
  const k = strength.length;
  const keys = makeKeys(7, 0);
  const v = new Float64Array(worlds * 2 ** k);
  for (let n = 0; n < v.length; n++) {
    const world = Math.floor(n / 2 ** k);
    for (let i = 0; i < k; i++) {
      const u = uniform(keys, 0, world, i, 1, 0) - 0.5;
      if (((n % 2 ** k) >>> i) & 1) v[n]! += strength[i]! * (1 + noise * u);
    }
  }
  return v;
}

describe('intervals over worlds', () => {
  test('mean, standard error and percentiles of 0 to 20 are those of the books', () => {
    const spread = spreadOf(Array.from({ length: 21 }, (_, n) => 20 - n));
    expect(spread).toMatchObject({ worlds: 21, mean: 10, low90: 1, high90: 19 });
    expect(spread.standardError).toBeCloseTo(Math.sqrt(38.5 / 21), 12);
    expect(percentile([1, 2], 0.5)).toBe(1.5);
  });

  test('one world has no standard error, none has no spread', () => {
    expect(spreadOf([4])).toEqual({ worlds: 1, mean: 4, standardError: null, low90: 4, high90: 4 });
    expect(() => spreadOf([])).toThrow(/at least one world/);
  });

  test('the mean of the worlds is the value of the mean world', () => {
    fc.assert(
      fc.property(randomTable(5), (three) => {
        const v = three.subarray(0, 24);
        const byFactor = spreadByFactor(effectsByWorld(v, 3, 3, shapley), 3, 3);
        const means = byFactor.map(({ mean }) => mean);
        expect(distance(means, shapley(meanTable(v, 3, 3), 3))).toBeLessThan(1e-9);
      }),
    );
  });

  test('a factor that moves only the worst worlds shows in the tail, not in the middle', () => {
    // Eleven worlds; only in the last does the factor do anything.
    const v = new Float64Array(22);
    v[21] = 8;
    expect([...shapley(percentileTable(v, 11, 1, 0.5), 1)]).toEqual([0]);
    expect(shapley(percentileTable(v, 11, 1, 0.95), 1)[0]).toBeCloseTo(4, 12);
    expect(() => percentileTable(v, 11, 1, 95)).toThrow(/0 to 1, got 95/);
  });

  test('a table that does not hold the worlds it should is refused', () => {
    expect(() => effectsByWorld(new Float64Array(7), 2, 2, firstIn)).toThrow(
      /2 worlds x 2\^2 coalitions = 8 values, got 7/,
    );
    expect(() => effectsByWorld(new Float64Array(0), 0, 2, firstIn)).toThrow(/worlds/);
  });
});

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

  test('where one factor leads in every world it leads in every bootstrap', () => {
    const effects = effectsByWorld(worldsOf([5, 1, 0], 0.5, 40), 40, 3, shapley);
    const found = rankStability(effects, 3, drawResamples(40, 200, 1));
    expect([...found.first]).toEqual([1, 0, 0]);
    expect(found).toMatchObject({ leaders: 0b001, leadersStable: 1 });
    expect(found.low90[0]).toBeLessThan(found.high90[0]!);
    expect([found.low90[2], found.high90[2]]).toEqual([0, 0]);
  });

  test('near equals change places; exact equals share the first and stay leaders together', () => {
    const near = effectsByWorld(worldsOf([1, 1.001], 1, 30), 30, 2, shapley);
    const found = rankStability(near, 2, drawResamples(30, 500, 1));
    expect(found.first[0]! + found.first[1]!).toBeCloseTo(1, 12);
    expect(found.first[0]).toBeGreaterThan(0.05);
    expect(found.first[1]).toBeGreaterThan(0.05);
    const equal = new Float64Array(60).map((_, n) => 1 + Math.floor(n / 2));
    expect(rankStability(equal, 2, drawResamples(30, 50, 1))).toMatchObject({
      first: Float64Array.of(0.5, 0.5),
      leaders: 0b11,
      leadersStable: 1,
    });
  });

  test('the interval of the mean is that of the standard error', () => {
    const effects = effectsByWorld(worldsOf([5, 1], 1, 200), 200, 2, shapley);
    const { low90, high90 } = rankStability(effects, 2, drawResamples(200, 2000, 1));
    const { standardError } = spreadByFactor(effects, 200, 2)[0]!;
    const ratio = (high90[0]! - low90[0]!) / (2 * 1.645 * standardError!);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  });
});

describe('when to stop', () => {
  const verdict = (strength: number[], noise: number, worlds: number) => {
    const k = strength.length;
    const effects = effectsByWorld(worldsOf(strength, noise, worlds), worlds, k, shapley);
    return stopOrGoOn(effects, k, drawResamples(worlds, 200, 1), ['O1', 'W']);
  };

  test('one factor far ahead and well measured: stop, and say who', () => {
    const { stop, why } = verdict([5, 1], 0.2, 50);
    expect(stop).toBe(true);
    expect(why).toMatch(/^O1 first in 100 % of bootstraps, widest half-width [\d.]+ %/);
  });

  test('two factors close together: go on, for the rank', () => {
    const { stop, why } = verdict([1, 1.001], 1, 100);
    expect(stop).toBe(false);
    expect(why).toMatch(/first in [\d.]+ % of bootstraps, below 95 %/);
  });

  test('a leader but few worlds: go on, for the width', () => {
    const { stop, why, leadersStable } = verdict([5, 0.01], 2, 4);
    expect({ stop, leadersStable }).toEqual({ stop: false, leadersStable: 1 });
    expect(why).toMatch(/^widest half-width [\d.]+ % of the largest contribution, not below 10 %$/);
  });

  test('one world never suffices; nothing at all in every world does', () => {
    expect(verdict([5, 1], 0, 1)).toMatchObject({ stop: false, why: /one world/ });
    expect(verdict([0, 0], 0, 5)).toMatchObject({ stop: true, why: /exactly 0/ });
  });
});

describe('planning', () => {
  // Runs are rounded up; the method prints 361 for the 361.1 of six factors.
  test.each([
    [5, 0.462, 534],
    [6, 0.38, 362],
    [7, 0.321, 257],
    [8, 0.276, 191],
    [11, 0.194, 94],
  ])(
    'for %i factors the table of the method: root %f, %i runs of each coalition',
    (k, root, runs) => {
      expect(Math.sqrt(shapleyVarianceFactor(k))).toBeCloseTo(root, 3);
      expect(runsForStandardError(k, 1, 0.02)).toEqual({ forShapley: runs, forTotal: 5000 });
    },
  );

  test('the formula holds: values of independent noise scatter as it says', () => {
    const keys = makeKeys(11, 0);
    const n = 4000;
    let squares = 0;
    for (let world = 0; world < n; world++) {
      const v = Float64Array.from({ length: 16 }, (_, mask) => uniform(keys, 0, world, mask, 1, 0));
      squares += shapley(v, 4)[2]! ** 2;
    }
    const expected = shapleyVarianceFactor(4) / 12;
    expect(Math.abs(squares / n / expected - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  });

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
    [() => runsForStandardError(8, 1, 0), /standard error/],
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
