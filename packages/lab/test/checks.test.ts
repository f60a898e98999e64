import { dayNumber } from '@asylia/cases';
import { describe, expect, test } from 'vitest';
import type { Reader, RecordPoint, Setting } from '../src/index.ts';
import {
  checkDefinitionsSchema,
  lastValue,
  linearTrend,
  meanAbsoluteError,
  observe,
  runChecks,
  sharesByDistance,
} from '../src/index.ts';

const start = '2025-01-01';
const days = 40;
/** Two countries and one group; nothing is printed later than it was counted. */
const setting: Setting = {
  firstDay: dayNumber(start),
  days,
  lagDays: 0,
  leftHomeSeenIn: ['BBB', 'CCC'],
  groups: ['g', 'other'],
  persecuted: ['g'],
  regions: ['north', 'south'],
  countries: ['BBB', 'CCC'],
  crossingsInto: new Map([
    ['BBB', ['gate', 'bridge']],
    ['CCC', ['bridge']],
  ]),
};

/** A reader of series given as functions of the day, counted from 0. */
function reading(series: Readonly<Record<string, (day: number) => number>>): Reader {
  const read = (name: string, day: number) => (day < 0 ? 0 : (series[name]?.(day) ?? 0));
  return Object.assign(read, { row: () => null });
}

const dateOf = (day: number) =>
  new Date((setting.firstDay + day) * 86_400_000).toISOString().slice(0, 10);

function figure(
  series: string,
  day: number,
  value: number,
  window: RecordPoint['window'],
  comparable = true,
): RecordPoint {
  return {
    series,
    date: dateOf(day),
    day,
    value,
    low: null,
    high: null,
    window,
    flag: 'read',
    source: 's',
    note: '',
    comparable,
  };
}

const common = { id: 'c', title: 'C', unit: 'persons', explanation: '' };
const context = (
  record: readonly RecordPoint[],
  expected: Reader,
  worlds: readonly Reader[] = [],
) => ({ setting, record, expected, worlds, distanceShare: new Map<string, number>() });

/** Worlds in which BBB has 0, 10, ... 200 people: median 100, 5 % at 10, 95 % at 190. */
const ladder = Array.from({ length: 21 }, (_, i) => reading({ 'stock.BBB.g': () => 10 * i }));

describe('figures of a curve at dates', () => {
  const curve = (tolerance: number, ...dates: number[]) =>
    ({
      ...common,
      kind: 'curve',
      window: 'holdout',
      curve: 'stock.BBB',
      dates: dates.map(dateOf),
      tolerance,
    }) as const;
  const rising = reading({ 'stock.BBB.g': (day) => 10 * day });

  test('without worlds are those of the expected run, each on its own day', () => {
    const record = [
      figure('stock.CCC', 20, 9, 'holdout'),
      figure('stock.BBB', 10, 80, 'holdout'),
      figure('stock.BBB', 20, 250, 'holdout'),
    ];
    const [check] = runChecks([curve(0.5, 10, 20)], context(record, rising));
    expect(check!.items.map(({ model }) => model)).toEqual([100, 200]);
    expect(check!.items[0]).toMatchObject({ low90: 100, high90: 100, error: 100 / 80 - 1 });
    // 25 % too many and 20 % too few: 22.5 % on average.
    expect(check!.error).toBeCloseTo(0.225, 12);
    expect(check).toMatchObject({ ...common, window: 'holdout' });
    expect(check).toMatchObject({ record: 250, model: 200, errorKind: 'relative' });
    expect(check!.rule).toBe(
      'within 50 % on average, or the record inside the 90 % band throughout',
    );
  });

  test('are the median of worlds with a band of nine in ten', () => {
    const record = [figure('stock.BBB', 3, 100, 'holdout')];
    const [check] = runChecks([curve(0, 3)], context(record, rising, ladder));
    expect(check).toMatchObject({ model: 100, low90: 10, high90: 190, error: 0, pass: true });
    expect(check!.rule).toBe('within 0 %, or the record inside the 90 % band');
  });

  test.each([
    ['at the low end of the band', 10, true],
    ['below the band', 9, false],
    ['at the high end of the band', 190, true],
    ['above the band', 191, false],
  ])('hold where the record lies in the band: %s', (_, value, pass) => {
    const record = [figure('stock.BBB', 3, value, 'holdout')];
    const [check] = runChecks([curve(0.01, 3)], context(record, rising, ladder));
    expect(check!.pass).toBe(pass);
  });

  test('hold within the tolerance, its end included, though outside the band', () => {
    const record = [figure('stock.BBB', 10, 80, 'holdout')];
    expect(runChecks([curve(0.25, 10)], context(record, rising))[0]!.pass).toBe(true);
    expect(runChecks([curve(0.24, 10)], context(record, rising))[0]!.pass).toBe(false);
  });

  test('outside the tolerance hold only where every record lies in its band', () => {
    const record = [figure('stock.BBB', 3, 20, 'holdout'), figure('stock.BBB', 4, 500, 'holdout')];
    const check = (...on: number[]) =>
      runChecks([curve(0.1, ...on)], context(record, rising, ladder))[0]!.pass;
    expect([check(3), check(4), check(3, 4)]).toEqual([true, false, false]);
  });

  test('that cannot be compared, or that the record has not, are left out; without any it fails', () => {
    const record = [figure('stock.BBB', 10, 100, 'holdout', false)];
    const [check] = runChecks([curve(1, 10, 11)], context(record, rising));
    expect(check).toMatchObject({ items: [], pass: false, record: Number.NaN, error: Number.NaN });
  });

  test('stand beside naive predictors that see the fit window only', () => {
    const record = [
      figure('stock.BBB', 5, 100, 'fit'),
      figure('stock.BBB', 0, 50, 'fit'),
      figure('stock.BBB', 8, 1000, 'fit', false),
      figure('stock.CCC', 6, 1000, 'fit'),
      figure('stock.BBB', 10, 80, 'holdout'),
      figure('stock.BBB', 20, 200, 'holdout'),
    ];
    const [check] = runChecks([curve(1, 10, 20)], context(record, rising));
    // 100 for ever: 25 % too many, 50 % too few. The line: 150 and 250, 87.5 and 25 % too many.
    expect(check!.baselines['last value']).toBeCloseTo(0.375, 12);
    expect(check!.baselines['trend of the fit window']).toBeCloseTo(0.5625, 12);
    expect(Object.keys(check!.baselines)).toEqual([
      'last value',
      'trend of 14 days',
      'trend of the fit window',
    ]);
  });
});

describe('shares of sums over days', () => {
  const sum = (from: number, to: number, ...series: string[]) => ({
    series,
    from: dateOf(from),
    to: dateOf(to),
  });
  const flows = reading({ a: (day) => day, b: () => 2, c: () => 6 });
  const ratio = (item: object) =>
    runChecks(
      [
        {
          ...common,
          kind: 'ratio',
          window: 'fit',
          tolerance: 0.1,
          items: [{ label: 'share', record: 0.5, ...item } as never],
        },
      ],
      context([], flows),
    )[0]!.items[0]!.model;

  test('count the first day and the last', () => {
    // 3 + 4 + 5 over 3 x (2 + 6)
    expect(ratio({ top: sum(3, 5, 'a'), bottom: sum(3, 5, 'b', 'c') })).toBe(12 / 24);
  });

  test('of a complement are what is left to one', () => {
    expect(ratio({ top: sum(0, 0, 'b'), bottom: sum(0, 0, 'c', 'b'), complement: true })).toBe(
      0.75,
    );
  });

  test('of daily means do not depend on how many days were summed', () => {
    expect(ratio({ top: sum(0, 9, 'b'), bottom: sum(0, 4, 'c'), means: true })).toBeCloseTo(
      2 / 6,
      12,
    );
    expect(ratio({ top: sum(0, 9, 'b'), bottom: sum(0, 4, 'c') })).toBeCloseTo(20 / 30, 12);
  });

  test('of nobody are not a number', () => {
    expect(ratio({ top: sum(0, 1, 'b'), bottom: sum(0, 1, 'nothing') })).toBeNaN();
  });
});

describe('all held-out figures of a curve', () => {
  const series = (curve: string, from: number, to: number) =>
    ({
      ...common,
      kind: 'series',
      window: 'holdout',
      curve,
      from: dateOf(from),
      to: dateOf(to),
    }) as const;
  const record = [
    figure('stock.BBB', 0, 100, 'fit'),
    figure('stock.BBB', 9, 100, 'holdout'),
    figure('stock.BBB', 10, 120, 'holdout'),
    figure('stock.BBB', 15, 5, 'holdout', false),
    figure('stock.CCC', 15, 5, 'holdout'),
    figure('stock.BBB', 20, 140, 'holdout'),
    figure('stock.BBB', 21, 900, 'holdout'),
  ];
  const model = (off: number) => reading({ 'stock.BBB.g': (day) => 100 + 2 * day + off });
  const check = (off: number) =>
    runChecks([series('stock.BBB', 10, 20)], context(record, model(off)))[0]!;

  test('are those from the first date to the last, both included', () => {
    expect(check(0).items.map(({ label, model: m }) => [label, m])).toEqual([
      [dateOf(10), 120],
      [dateOf(20), 140],
    ]);
  });

  test('have the mean absolute error in people, and hold below that of every naive predictor', () => {
    // The last value stays at 100: 20 and 40 off.
    const found = check(-29);
    expect(found).toMatchObject({ error: 29, errorKind: 'meanAbsolute', pass: true });
    expect(found.baselines['last value']).toBe(30);
    expect(found).toMatchObject({ record: 140, model: 111, low90: 111, high90: 111 });
    expect(check(30)).toMatchObject({ error: 30, pass: false });
  });

  test('must be below each naive predictor, not only below one', () => {
    const known = [figure('stock.BBB', 5, 110, 'fit'), ...record];
    // The line of the fit window is exact; the last value, 110, is 10 and 30 off.
    const [found] = runChecks([series('stock.BBB', 10, 20)], context(known, model(3)));
    expect(found!.baselines['last value']).toBe(20);
    expect(found!.baselines['trend of the fit window']).toBeCloseTo(0, 9);
    expect(found).toMatchObject({ error: 3, pass: false });
  });

  test('of the region are compared with predictors that add up the countries', () => {
    const region = [
      figure('stock.BBB', 0, 100, 'fit'),
      figure('stock.BBB', 5, 110, 'fit'),
      figure('stock.CCC', 0, 40, 'fit'),
      figure('stock.CCC', 2, 30, 'fit'),
      figure('stock', 5, 999, 'fit'),
      figure('stock', 10, 150, 'holdout'),
    ];
    // Of the third country nothing is known, and it adds nobody.
    const given = context(region, model(0));
    const third = { ...setting, countries: [...setting.countries, 'EEE'] };
    const [found] = runChecks([series('stock', 0, 39)], { ...given, setting: third });
    // 110 + 30; the lines 120 and -10.
    expect(found!.baselines['last value']).toBe(10);
    expect(found!.baselines['trend of the fit window']).toBeCloseTo(40, 9);
    expect(found!.baselines['trend of 14 days']).toBeCloseTo(40, 9);
  });

  test('of a country are compared with its part of the region by nearness', () => {
    const known = [...record, figure('stock.CCC', 0, 200, 'fit')];
    const given = {
      ...context(known, model(0)),
      setting: { ...setting, countries: [...setting.countries, 'EEE'] },
      distanceShare: new Map([['BBB', 0.25]]),
    };
    const [found] = runChecks([series('stock.BBB', 10, 20)], given);
    const [none] = runChecks([series('stock.BBB', 10, 20)], {
      ...given,
      record: known.filter((row) => row.window === 'holdout'),
    });
    expect(none!.baselines).toEqual({});
    // A quarter of 100 + 200: 45 and 65 off.
    expect(found!.baselines['shares by distance']).toBe(55);
  });
});

describe('naive predictors, by hand', () => {
  const known = [0, 2, 4, 6].map((day) => ({ day, value: 100 + 10 * day }));
  test('the last value stays', () => expect(lastValue(known)(50)).toBe(160));
  test('a straight line goes on, over its span only', () => {
    expect(linearTrend(known, 100)(10)).toBeCloseTo(200, 9);
    const bent = [{ day: -90, value: 0 }, ...known];
    expect(linearTrend(bent, 14)(10)).toBeCloseTo(200, 9);
    expect(linearTrend(bent, 1000)(10)).not.toBeCloseTo(200, 0);
  });
  test('nearer countries get more, and all get everyone', () => {
    const shares = sharesByDistance(
      [
        { residents: 10, km: [10, 30] },
        { residents: 30, km: [30, 10] },
      ],
      2,
    );
    expect(shares[0]).toBeCloseTo((10 * 0.75 + 30 * 0.25) / 40, 12);
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 12);
  });
  test('the error is the mean distance', () => {
    expect(
      meanAbsoluteError(
        () => 10,
        [
          { day: 0, value: 7 },
          { day: 1, value: 15 },
        ],
      ),
    ).toBe(4);
  });
});

describe('naive predictors at their ends', () => {
  test('figures of one day only have no slope, and countries without people no share', () => {
    const oneDay = [
      { day: 3, value: 10 },
      { day: 3, value: 30 },
    ];
    expect(linearTrend(oneDay, 14)(9)).toBe(20);
    expect(sharesByDistance([{ residents: 0, km: [5, 10] }], 2)).toEqual([0, 0]);
  });
  const known = [
    { day: 0, value: 1000 },
    { day: 6, value: 10 },
    { day: 20, value: 24 },
  ];
  test('of 14 days do not see a figure that is 14 days old', () => {
    expect(linearTrend(known, 14)(99)).toBe(24);
    expect(linearTrend(known, 15)(30)).toBeCloseTo(34, 9);
  });
  test('of nothing are not a number', () => {
    expect(lastValue([])(3)).toBeNaN();
    expect(meanAbsoluteError(() => 1, [])).toBeNaN();
  });
});

describe('what the model says to an observation', () => {
  const read = reading({
    people: () => 2000,
    'stock.BBB.g': () => 1,
    'stock.CCC.g': () => 20,
    'stock.BBB.other': () => 5000,
    'waiting.gate': () => 300,
    'waiting.bridge': () => 4000,
    outflow: () => 50_000,
    'idp.g': () => 7,
    'idp.other': () => 5000,
    'left.north.to.BBB': () => 1,
    'left.north.to.CCC': () => 10,
    'left.north.expelled': () => 3,
    'left.south.fled': () => 9,
    'deaths.g.violence': (day) => 2 * day,
    'deaths.g.shortfall': (day) => day,
    'deaths.g.natural': (day) => day,
    'deaths.other.violence': (day) => 100 * day,
    'shelter.town.camp': () => 8,
    evacuated: () => 70,
    'evacuated.DDD': () => 71,
    returned: () => 72,
    'returned.town': () => 73,
    secondWave: () => 74,
    'secondWave.to.BBB': () => 75,
  });
  test.each([
    ['stock', 21, 'of the persecuted in every country that the record follows'],
    ['stock.BBB', 1, 'of the persecuted in one'],
    ['stock_and_waiting.BBB', 4301, 'with those who wait at the crossings into it'],
    ['stock_and_waiting.CCC', 4020, 'with those who wait at the crossings into it'],
    ['outflow_cum', 54_300, 'with those who wait, each crossing once'],
    ['idp_stock', 7, 'of the persecuted displaced inside'],
    ['camp.town', 8, 'in one shelter'],
    ['evacuated_cum', 70, 'evacuated'],
    ['evacuated_cum.DDD', 71, 'evacuated to one state'],
    ['returned_cum', 72, 'returned'],
    ['returned_cum.town', 73, 'returned to one place'],
    ['second_wave_cum', 74, 'of the second wave'],
    ['second_wave_cum.BBB', 75, 'of the second wave to one country'],
    ['waiting.gate', 300, 'who wait at one crossing'],
    // Day 35 is the 36th.
    ['left_home_cum.region:north', 36 * 11, 'who left, from the first day to this one'],
    ['expelled_share', 0.25, 'expelled of all who set out'],
    // 4 a day of 2,000 in 30 days
    ['deaths_per_1000_month', 60, 'dead of the persecuted in 30 days per thousand'],
  ])('%s is %d: people %s', (curve, value) => {
    expect(observe(read, setting, curve, 35)).toBeCloseTo(value, 9);
  });

  test('is not a number where it says nothing', () => {
    expect(observe(read, setting, 'unheard_of', 3)).toBeNaN();
    expect(observe(reading({}), setting, 'expelled_share', 3)).toBeNaN();
    expect(observe(reading({}), setting, 'deaths_per_1000_month', 3)).toBeNaN();
  });
});

describe('a check as data', () => {
  const day = '2025-01-02';
  const sum = { series: ['a'], from: day, to: day };
  const item = { label: 'l', top: sum, bottom: sum, record: 0.5 };
  const named = { ...common, window: 'fit' };
  const kinds = {
    curve: { ...named, kind: 'curve', curve: 'stock', dates: [day, day], tolerance: 0.1 },
    ratio: { ...named, kind: 'ratio', tolerance: 0.1, items: [item, { ...item, means: true }] },
    series: { ...named, kind: 'series', curve: 'stock', from: day, to: day },
  };
  const isRead = (value: object) => checkDefinitionsSchema.safeParse([value]).success;

  test('is read as it stands, of each kind', () => {
    for (const value of Object.values(kinds)) {
      expect(checkDefinitionsSchema.parse([value])).toEqual([value]);
    }
  });

  test('lacks nothing and has nothing more', () => {
    for (const value of Object.values(kinds)) {
      expect(isRead({ ...value, more: 1 })).toBe(false);
      for (const name of Object.keys(value)) {
        expect(isRead({ ...value, [name]: undefined }), name).toBe(false);
      }
    }
    expect(isRead({ ...kinds.ratio, items: [{ ...item, more: 1 }] })).toBe(false);
  });

  test('compares at least one figure, in one of the two windows', () => {
    expect(isRead({ ...kinds.curve, dates: [] })).toBe(false);
    expect(isRead({ ...kinds.ratio, items: [] })).toBe(false);
    const bare = { ...item, top: { ...sum, series: [] } };
    expect(isRead({ ...kinds.ratio, items: [bare] })).toBe(false);
    const two = { ...item, top: { ...sum, series: ['a', 'b'] } };
    expect(isRead({ ...kinds.ratio, items: [two] })).toBe(true);
    expect(isRead({ ...kinds.series, window: 'later' })).toBe(false);
    expect(isRead({ ...kinds.series, window: 'holdout' })).toBe(true);
  });
});
