import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditional,
  firstIn,
  groupTotals,
  lastIn,
  owen,
  pairInteractions,
  partsOf,
  restrict,
  shapley,
} from '../src/index.ts';
import {
  anyTable,
  distance,
  dividends,
  meanOverOrders,
  ordersOf,
  randomTable,
  sumOf,
  tableOf,
} from './tables.ts';

const exact = 1e-12;

describe('closed forms', () => {
  test('two factors that only act together share equally; each alone does nothing, each is but-for', () => {
    const v = tableOf(2, (a, b) => a! * b!);
    expect(distance(shapley(v, 2), [0.5, 0.5])).toBeLessThan(exact);
    expect([...firstIn(v, 2)]).toEqual([0, 0]);
    expect([...lastIn(v, 2)]).toEqual([1, 1]);
    expect(pairInteractions(v, 2)[1]).toBe(1);
  });

  test('two factors that add up each get their own', () => {
    const v = tableOf(2, (a, b) => 3 * a! + 5 * b!);
    for (const estimand of [shapley, firstIn, lastIn]) {
      expect(distance(estimand(v, 2), [3, 5])).toBeLessThan(exact);
    }
    expect(pairInteractions(v, 2)[1]).toBe(0);
  });

  test('of two factors each enough, each is alone enough, none is but-for, and they share', () => {
    const v = tableOf(2, (a, b) => Math.max(a!, b!));
    expect(distance(shapley(v, 2), [0.5, 0.5])).toBeLessThan(exact);
    expect([...firstIn(v, 2)]).toEqual([1, 1]);
    expect([...lastIn(v, 2)]).toEqual([0, 0]);
    expect(pairInteractions(v, 2)[1]).toBe(-1);
  });

  test.each([1, 2, 3, 5, 8, 12])('in a chain of %i factors each gets one part in k', (k) => {
    const v = tableOf(k, (...on) => on.reduce((a, b) => a * b, 1));
    expect(distance(shapley(v, k), new Array(k).fill(1 / k))).toBeLessThan(exact);
  });

  test('a game of weights: the airport, each runway sharing its part among those who need it', () => {
    const cost = [1, 3, 6];
    const v = tableOf(3, (...on) => Math.max(0, ...on.map((one, i) => one * cost[i]!)));
    expect(distance(shapley(v, 3), [1 / 3, 4 / 3, 13 / 3])).toBeLessThan(exact);
  });

  test('cutting A into two parts that need each other raises its parts to 2/3, but not in Owen', () => {
    const v = tableOf(3, (a1, a2, b) => a1! * a2! * b!);
    const plain = shapley(v, 3);
    expect(Math.abs(plain[0]! + plain[1]! - 2 / 3)).toBeLessThan(exact);
    const grouped = owen(v, 3, [[0, 1], [2]]);
    expect(distance(groupTotals(grouped, [[0, 1], [2]]), [0.5, 0.5])).toBeLessThan(exact);
    expect(distance(grouped, [0.25, 0.25, 0.5])).toBeLessThan(exact);
  });

  test('given that the first acts, the second carries all of what they do together', () => {
    const v = tableOf(3, (a, b, c) => a! * b! + 0 * c!);
    const given = conditional(v, 3, 0);
    expect(given[0]).toBeNaN();
    expect([given[1], given[2]]).toEqual([1, 0]);
  });
});

describe('whatever the table', () => {
  test('the Shapley value is the mean over all orders', () => {
    fc.assert(
      fc.property(randomTable(5), (v) => {
        const orders = ordersOf([0, 1, 2, 3, 4]);
        expect(distance(shapley(v, 5), meanOverOrders(v, 5, orders))).toBeLessThan(1e-9);
      }),
      { numRuns: 50 },
    );
  });

  test('the Owen value is the mean over the orders in which no group is torn apart', () => {
    const groups = [[0, 3], [1], [2, 4]];
    const whole = ordersOf([0, 1, 2, 3, 4]).filter((order) => {
      const owners = order.map((i) => groups.findIndex((group) => group.includes(i)));
      return owners.filter((owner, n) => owner !== owners[n - 1]).length === groups.length;
    });
    expect(whole).toHaveLength(3 * 2 * 2 * 2);
    fc.assert(
      fc.property(randomTable(5), (v) => {
        expect(distance(owen(v, 5, groups), meanOverOrders(v, 5, whole))).toBeLessThan(1e-9);
      }),
      { numRuns: 50 },
    );
  });

  test('contributions add up to the whole', () => {
    fc.assert(
      fc.property(anyTable, ({ k, v }) => {
        const whole = v[2 ** k - 1]! - v[0]!;
        const groups = k < 3 ? [Array.from({ length: k }, (_, i) => i)] : [[0, k - 1], [1]];
        for (let i = 2; k >= 3 && i < k - 1; i++) groups.push([i]);
        for (const value of [shapley(v, k), owen(v, k, groups)]) {
          expect(Math.abs(sumOf(value) - whole)).toBeLessThan(1e-9);
        }
        if (k < 2) return;
        const given = conditional(v, k, 1).filter((value) => !Number.isNaN(value));
        expect(given).toHaveLength(k - 1);
        expect(Math.abs(sumOf(given) - (v[2 ** k - 1]! - v[2]!))).toBeLessThan(1e-9);
      }),
    );
  });

  test('a factor that does nothing gets 0 to the bit, whatever the measure and wherever it sits', () => {
    fc.assert(
      fc.property(randomTable(4), fc.integer({ min: 0, max: 4 }), (small, placebo) => {
        const bit = 1 << placebo;
        const v = Float64Array.from({ length: 32 }, (_, mask) => {
          const below = mask & (bit - 1);
          return small[below | ((mask >>> (placebo + 1)) << placebo)]!;
        });
        const groups = [
          [0, 1],
          [2, 3, 4],
        ];
        const other = placebo === 0 ? 1 : 0;
        for (const value of [
          shapley(v, 5),
          firstIn(v, 5),
          lastIn(v, 5),
          owen(v, 5, groups),
          conditional(v, 5, other),
        ]) {
          expect(value[placebo]).toBe(0);
        }
        for (let i = 0; i < 5; i++) {
          expect(Math.abs(pairInteractions(v, 5)[placebo * 5 + i]!)).toBe(0);
        }
      }),
    );
  });

  test('factors that can be exchanged get the same, and renaming factors renames their values', () => {
    fc.assert(
      fc.property(randomTable(4), (v) => {
        const swap = (mask: number) => (mask & 0b1100) | ((mask & 1) << 1) | ((mask >>> 1) & 1);
        const swapped = Float64Array.from(v, (_, mask) => v[swap(mask)]!);
        const [a, b, c, d] = shapley(v, 4);
        expect(distance(shapley(swapped, 4), [b!, a!, c!, d!])).toBeLessThan(1e-9);
        const even = Float64Array.from(v, (value, mask) => value + v[swap(mask)]!);
        const [x, y] = shapley(even, 4);
        expect(Math.abs(x! - y!)).toBeLessThan(1e-9);
      }),
    );
  });

  test('the value of a sum is the sum of values', () => {
    fc.assert(
      fc.property(randomTable(4), randomTable(4), fc.integer({ min: -5, max: 5 }), (v, w, c) => {
        const both = v.map((value, mask) => value + c * w[mask]!);
        const parts = (value: typeof shapley) => value(v, 4).map((x, i) => x + c * value(w, 4)[i]!);
        for (const value of [shapley, firstIn, lastIn]) {
          expect(distance(value(both, 4), parts(value))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test('dividends add up to every coalition, and shared equally they are the Shapley value', () => {
    fc.assert(
      fc.property(anyTable, ({ k, v }) => {
        const d = dividends(v, k);
        const shared = new Array<number>(k).fill(0);
        for (let mask = 0; mask < v.length; mask++) {
          const within = Array.from(partsOf(mask), (part) => d[part]!);
          expect(Math.abs(sumOf(within) - v[mask]!)).toBeLessThan(1e-8);
          const members = shared.map((_, i) => i).filter((i) => (mask >>> i) & 1);
          for (const i of members) shared[i]! += d[mask]! / members.length;
        }
        expect(distance(shapley(v, k), shared)).toBeLessThan(1e-8);
      }),
    );
  });

  test('the interaction of a pair is each dividend it is part of, divided by its size less one', () => {
    fc.assert(
      fc.property(randomTable(4), (v) => {
        const index = pairInteractions(v, 4);
        const d = dividends(v, 4);
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) {
            if (i === j) continue;
            let sum = 0;
            for (let mask = 0; mask < 16; mask++) {
              const size = [0, 1, 2, 3].filter((n) => (mask >>> n) & 1).length;
              if ((mask >>> i) & (mask >>> j) & 1) sum += d[mask]! / (size - 1);
            }
            expect(Math.abs(index[i * 4 + j]! - sum)).toBeLessThan(1e-8);
          }
        }
      }),
    );
  });
});

describe('frames', () => {
  test('a frame keeps the coalitions that agree with what is fixed', () => {
    const v = Float64Array.from({ length: 16 }, (_, mask) => mask);
    const { table, players } = restrict(v, 4, 0b0010, 0b1000);
    expect(players).toEqual([0, 2]);
    expect([...table]).toEqual([0b0010, 0b0011, 0b0110, 0b0111]);
  });

  test('with one fixed on, the Shapley value of the frame is the conditional one', () => {
    fc.assert(
      fc.property(randomTable(4), (v) => {
        const { table, players } = restrict(v, 4, 0b0100, 0);
        const whole = conditional(v, 4, 2);
        expect(players.map((i) => whole[i])).toEqual([...shapley(table, 3)]);
      }),
    );
  });

  test.each([
    [0b01, 0b01, /both on and off/],
    [0b01, 0b10, /at least one factor/],
    [0b100, 0, /factors from 0 to 1/],
  ])('fixing %i on and %i off is refused with the reason', (on, off, reason) => {
    expect(() => restrict(new Float64Array(4), 2, on, off)).toThrow(reason);
  });
});

describe('faults name place and remedy', () => {
  test('a table of another length', () => {
    expect(() => shapley(new Float64Array(7), 3)).toThrow(/2\^3 = 8 values for 3 factors, got 7/);
  });
  test('an outcome that does not exist in a coalition', () => {
    expect(() => lastIn(Float64Array.of(0, 1, 2, Number.NaN), 2)).toThrow(
      /coalition 3 \(factors 0, 1\).*got NaN/,
    );
  });
  test('too many factors for a table', () => {
    expect(() => shapley(new Float64Array(1), 31)).toThrow(/sample permutations/);
  });
  test.each([
    [[[0, 1]], /factor 2 is in no group/],
    [
      [
        [0, 1],
        [1, 2],
      ],
      /factor 1 is in group 0 and in group 1/,
    ],
    [[[0, 1, 2], []], /group 1: expected at least one factor/],
    [[[0, 1, 2, 3]], /from 0 to 2, got 3/],
  ])('groups %j that are no partition', (groups, reason) => {
    expect(() => owen(new Float64Array(8), 3, groups)).toThrow(reason);
  });
});
