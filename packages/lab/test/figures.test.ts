import type { Interval, Level, ThreatCell } from '@asylia/security';
import { describe, expect, test } from 'vitest';
import type { RunFigure, ThreatChunks, ThreatSummary } from '../src/index.ts';
import {
  bandedFigure,
  columnsOfWorlds,
  differenceInterval,
  mergeChunks,
  pairedDifferences,
  readFigure,
  takenFrom,
  worldsOfTable,
} from '../src/index.ts';
import { intervalsOf } from '../src/session/intervals.ts';
import { intervalSummary, intervalsAmong } from '../src/threat/stopRule.ts';

const figure = (declared: string, taken: RunFigure['taken'], ...series: string[]): RunFigure => ({
  id: declared,
  code: declared,
  title: declared,
  unit: 'persons',
  about: 'movement',
  declared,
  country: '',
  counts: 'everyone',
  taken,
  direction: null,
  series,
});

describe('a figure of a run', () => {
  const run = {
    names: ['a', 'b', 'c'],
    days: 4,
    values: [1, 5, 2, 4, 10, 20, 40, 30, 900, 900, 900, 900],
  };

  test('adds up its series day by day before it takes a day', () => {
    expect(readFigure(figure('x', 'highestDay', 'a', 'b'), run)).toBe(42);
    expect(readFigure(figure('x', 'lastDay', 'a', 'b'), run)).toBe(34);
    expect(readFigure(figure('x', 'allDays', 'a', 'gone'), run)).toBe(12);
    expect(readFigure(figure('x', 'lastDay', 'gone'), run)).toBe(0);
  });

  test('of a peak is of the first of the highest days', () => {
    expect(takenFrom(Float64Array.of(3, 9, 9, 1), 'highestDay')).toEqual({ value: 9, day: 1 });
    expect(takenFrom(Float64Array.of(3, 9, 9, 1), 'lastDay')).toEqual({ value: 1, day: 3 });
    expect(takenFrom(Float64Array.of(3, 9, 9, 1), 'allDays')).toEqual({ value: 22, day: 3 });
  });
});

describe('the difference of two runs', () => {
  test('is the second less the first, world by world, over the worlds that both have', () => {
    // 0, 1, ... 20 more in world 0, 1, ... 20; worlds beyond are in one run only.
    const one = Array.from({ length: 21 }, (_, w) => 1000 * w);
    const other = one.map((value, w) => value + w).concat(-1e9);
    expect(differenceInterval(one, other)).toEqual({ low90: 1, high90: 19 });
    expect(differenceInterval(other, one)).toEqual({ low90: -19, high90: -1 });
    expect(differenceInterval([], other)).toBeNull();
  });

  test('is the median of paired differences, not the difference of medians', () => {
    const ensemble = (...lastDays: number[]) =>
      mergeChunks([
        {
          firstWorld: 0,
          count: lastDays.length,
          names: ['returned'],
          days: 2,
          values: Float32Array.from(lastDays.flatMap((value) => [0, value])),
        },
      ]);
    const returned = figure('returned', 'lastDay', 'returned');
    // World by world 20 more, 8 fewer, 9 fewer.
    const [row] = pairedDifferences([returned], ensemble(10, 20, 30), ensemble(30, 12, 21));
    expect(row).toMatchObject({ id: 'returned', from: 20, to: 21, difference: -8 });
    expect(row!.low90).toBeCloseTo(-9 + 0.1 * 1, 9);
    expect(row!.high90).toBeCloseTo(-8 + 0.9 * 28, 9);
  });
});

describe('a figure by the bands of a summary', () => {
  const band = (scale: number) => ({
    unit: 'persons',
    expected: [0, 0, 0],
    q05: [1, 2, 3].map((n) => scale * n),
    q25: [0, 0, 0],
    q50: [10, 50, 30].map((n) => scale * n),
    q75: [0, 0, 0],
    q95: [100, 200, 300].map((n) => scale * n),
  });
  const summary = {
    bands: {
      stock: band(1),
      'stock.BBB': band(2),
      returned: band(3),
      'deaths.g.violence': band(1),
      'deaths.h.violence': band(10),
      // summed within each world: no sum of the two above
      'deaths.violence': band(9),
      waiting: band(1),
    },
    case: { days: 3, groups: [{ id: 'g' }, { id: 'h' }] },
  } as unknown as Parameters<typeof bandedFigure>[0];
  test.each([
    ['peak.region', { day: 1, low90: 2, median: 50, high90: 200 }],
    ['peak.BBB', { day: 1, low90: 4, median: 100, high90: 400 }],
    ['returned', { day: 2, low90: 9, median: 90, high90: 900 }],
    ['deaths.violence', { day: 2, low90: 27, median: 270, high90: 2700 }],
    ['waiting', null],
    ['peak.CCC', null],
    ['peak.BBB.everyone', null],
  ])('%s', (id, expected) => {
    expect(bandedFigure(summary, id)).toEqual(expected);
  });
});

describe('worlds in a table', () => {
  test('have a row a world and day, and come back as they were', () => {
    const table = {
      firstWorld: 5,
      count: 2,
      names: ['a', 'b'],
      days: 3,
      values: Float64Array.of(1, 2, 3, 10, 20, 30, 4, 5, 6, 40, 50, 60),
    };
    const columns = columnsOfWorlds(table);
    expect(Object.fromEntries(columns.map(({ name, data }) => [name, [...data]]))).toEqual({
      world: [5, 5, 5, 6, 6, 6],
      day: [0, 1, 2, 0, 1, 2],
      a: [1, 2, 3, 4, 5, 6],
      b: [10, 20, 30, 40, 50, 60],
    });
    const read = {
      names: columns.map(({ name }) => name),
      rows: 6,
      data: new Map(columns.map(({ name, data }) => [name, Float64Array.from(data)])),
    };
    expect(worldsOfTable(read)).toEqual(table);
  });
});

const interval = (low90: number, high90: number, error = 1): Interval => ({
  low90,
  high90,
  lowError: error,
  highError: error / 2,
});
const cell = (changed: Partial<ThreatCell>): ThreatCell => ({
  theory: 'T1',
  frame: 'all',
  outcome: 'm',
  factor: 'f',
  firstIn: 0,
  lastIn: 0,
  shapley: 0,
  conditional: null,
  low90: null,
  high90: null,
  worlds: 64,
  firstInInterval: interval(1, 2),
  lastInInterval: interval(30, 40),
  ...changed,
});

describe('intervals of the page', () => {
  test('of alone and of but for stand under their own names, of headlines under one theory', () => {
    const parts = { input: { theories: [{ id: 'T1' }, { id: 'T2' }] } } as unknown as ThreatChunks;
    const summary = {
      objects: [{ headlines: ['m'] }],
      cells: [
        cell({}),
        cell({ theory: 'T2' }),
        cell({ outcome: 'other' }),
        cell({ factor: 'g', firstInInterval: null, lastInInterval: interval(5, 6) }),
      ],
    } as unknown as ThreatSummary;
    expect(
      intervalsOf(parts, summary).map(({ factor, estimand, low90, high90 }) => [
        factor,
        estimand,
        low90,
        high90,
      ]),
    ).toEqual([
      ['f', 'lastIn', 30, 40],
      ['f', 'firstIn', 1, 2],
      ['g', 'lastIn', 5, 6],
    ]);
  });
});

describe('how sure intervals are', () => {
  test('is the larger error of an end as a part of the width, at the middle, at nine in ten, at most', () => {
    // Errors of 1 % to 11 % of a width of 100.
    const intervals = Array.from({ length: 11 }, (_, n) => interval(0, 100, 11 - n));
    expect(intervalSummary([...intervals, interval(3, 3)])).toEqual({
      count: 11,
      medianError: 0.06,
      mostErrors: 0.1,
      worstError: 0.11,
    });
    expect(intervalSummary([interval(3, 3)])).toBeNull();
  });

  test('leaves out other measures, other frames, and widths of less than a thousandth', () => {
    const level: Level = {
      theory: 'T1',
      outcome: 'm',
      baseline: 1000,
      without: 0,
      baselineInterval: interval(-2000, 1000),
      withoutInterval: null,
    };
    const cells = [
      // A thousandth of 2,000 is 2.
      cell({ firstInInterval: interval(0, 2), lastInInterval: interval(0, 2.1) }),
      cell({ frame: 'stateActors', firstInInterval: interval(0, 500) }),
      cell({ outcome: 'other', firstInInterval: interval(0, 600) }),
    ];
    const remedy = { remedy: 'r', theory: 'T1', outcome: 'm', effect: 1 };
    const remedies = [
      { ...remedy, low90: 7, high90: 11, lowError: 0.5, highError: 0.25 },
      { ...remedy, low90: null, high90: null, lowError: null, highError: null },
    ];
    const found = intervalsAmong({ cells, levels: [level], remedies }, (id) => id === 'm');
    expect(found.map(({ low90, high90 }) => [low90, high90])).toEqual([
      [-2000, 1000],
      [0, 2.1],
      [7, 11],
    ]);
  });
});
