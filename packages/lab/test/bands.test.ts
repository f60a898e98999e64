import { compileCase, newCase, readCase } from '@asylia/cases';
import { simulate } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandOf,
  curveOf,
  derivedCurves,
  indexNames,
  observe,
  quantileSorted,
  readerOf,
  recordPoints,
  settingOf,
  sorted,
  tidy,
} from '../src/index.ts';
import { placeRanks, ranksOf } from '../src/quantile.ts';

/** Few different values, so that many are equal, and extremes. */
const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));

describe('placing some ranks of a list', () => {
  test('puts there what sorting would, and loses no value', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 300, size: 'max' }),
        fc.array(fc.nat(), { maxLength: 12, size: 'max' }),
        (list, wanted) => {
          const ranks = Int32Array.from(new Set(wanted.map((n) => n % list.length))).sort();
          const placed = Float64Array.from(list);
          placeRanks(placed, ranks);
          const whole = sorted(list);
          // 0 and -0 are the same number and may stand in either order.
          for (const rank of ranks) expect(placed[rank]! - whole[rank]! || 0).toBe(0);
          expect([...sorted(placed)].map((x) => x + 0)).toEqual([...whole].map((x) => x + 0));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('lists that are sorted, turned round, all equal or organ pipes come out right too', () => {
    const n = 1000;
    const shapes = [
      (i: number) => i,
      (i: number) => n - i,
      () => 5,
      (i: number) => Math.min(i, n - i),
      (i: number) => i % 2,
    ];
    const ranks = ranksOf(n, [0.05, 0.25, 0.5, 0.75, 0.95]);
    for (const shape of shapes) {
      const list = Float64Array.from({ length: n }, (_, i) => shape(i));
      const whole = sorted(list);
      placeRanks(list, ranks);
      for (const rank of ranks) expect(list[rank]).toBe(whole[rank]);
    }
  });
});

test('a band is what sorting each day would say, also on days on which a value is missing', () => {
  const worldsOf = (days: number) =>
    fc.array(
      fc.array(fc.oneof(value, fc.constant(Number.NaN)), { minLength: days, maxLength: days }),
      { minLength: 1, maxLength: 60, size: 'max' },
    );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }).chain(worldsOf), (worlds) => {
      const band = bandOf(worlds, worlds[0]!, 'persons');
      const levels = { q05: 0.05, q25: 0.25, q50: 0.5, q75: 0.75, q95: 0.95 };
      for (let day = 0; day < worlds[0]!.length; day++) {
        const column = sorted(worlds.map((world) => world[day]!));
        for (const [name, level] of Object.entries(levels)) {
          expect(band[name as keyof typeof levels][day]! + 0).toBe(
            tidy(quantileSorted(column, level)) + 0,
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a whole curve says of each day what an observation on that day says', () => {
  const result = readCase(newCase('curves'));
  if ('faults' in result) throw new Error('template');
  const world = compileCase(result.case, {});
  const setting = settingOf(result.case, world);
  const { series } = simulate(world, { seed: 3, world: 1, mode: 'sampled' });
  const read = readerOf(indexNames(series.names), series.values, series.days, 1234);
  const recorded = recordPoints(result.case).map((point) => point.series);
  const more = [
    ...setting.regions.map((region) => `left_home_cum.region:${region}`),
    'deaths_per_1000_month',
    'expelled_share',
    'second_wave_cum',
    'nothing_known',
  ];
  const curves = [...derivedCurves(setting, recorded), ...more];
  const days = Array.from({ length: setting.days }, (_, day) => day);
  let seen = 0;
  for (const curve of curves) {
    const whole = curveOf(read, setting, curve);
    expect([...whole], curve).toEqual(days.map((day) => observe(read, setting, curve, day)));
    if (whole.some((x) => x > 0)) seen++;
  }
  expect(seen).toBeGreaterThan(6);
});
