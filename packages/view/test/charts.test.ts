import type { Band, RecordPoint } from '@asylia/lab';
import { englishWords } from '@asylia/words';
import { describe, expect, test } from 'vitest';
import type { Fan } from '../src/index.ts';
import { fanChart, fanGrid, stackedChart, tornadoChart } from '../src/index.ts';

const dates = ['1999-04-01', '1999-04-02', '1999-04-03'];
const band: Band = {
  unit: 'persons',
  expected: [10, 20, 30],
  q05: [5, 10, 15],
  q25: [8, 16, 24],
  q50: [10, 20, 30],
  q75: [12, 24, 36],
  q95: [15, 30, 45],
};
const point = (day: number, value: number, more: Partial<RecordPoint> = {}): RecordPoint => ({
  series: 'stock',
  date: dates[day]!,
  day,
  value,
  low: null,
  high: null,
  window: 'fit',
  flag: 'read',
  source: '',
  note: '',
  comparable: true,
  ...more,
});
const fan: Fan = { band, record: [], firstDay: 0, lastDay: 2, fitUntil: null };
const count = (text: string, part: string) => text.split(part).length - 1;

describe('a fan', () => {
  test('without worlds is the line of the expected run, and the record', () => {
    const picture = fanChart(englishWords, {
      ...fan,
      label: 'stock',
      dates,
      band: null,
      expected: [10, 20, 30],
      record: [point(1, 22)],
    });
    expect(picture).toContain('class="expected"');
    expect(picture).not.toContain('class="band90"');
    expect(picture).not.toContain('class="median"');
    expect(count(picture, '<circle class="fit"')).toBe(1);
  });

  test('shows fitted, held out and unverified figures by different signs', () => {
    const record = [
      point(0, 9),
      point(1, 22, { window: 'holdout' }),
      point(2, 30, { flag: 'memory', comparable: false }),
      point(2, 33, { comparable: false }),
    ];
    const picture = fanChart(englishWords, { ...fan, label: 'stock', dates, record });
    expect(count(picture, '<circle class="fit"')).toBe(1);
    expect(count(picture, '<circle class="holdout"')).toBe(1);
    expect(count(picture, 'class="cross"')).toBe(2);
  });

  test('has room for the baseline run where that is higher than everything else', () => {
    const of = (baseline: number[] | undefined) =>
      fanChart(englishWords, { ...fan, label: 'stock', dates, baseline });
    expect(of(undefined)).not.toContain('>400<');
    expect(of([0, 0, 400])).toContain('class="asitwas"');
    expect(of([0, 0, 400])).toContain('>400<');
  });

  test('is as wide as it is asked to be', () => {
    expect(fanChart(englishWords, { ...fan, label: 'stock', dates, wide: 340 })).toContain(
      'viewBox="0 0 340 ',
    );
    expect(fanChart(englishWords, { ...fan, label: 'stock', dates })).toContain(
      'viewBox="0 0 720 ',
    );
  });
});

describe('small multiples', () => {
  const panels = ['Albania', 'FYR <Macedonia>', 'Montenegro'].map((title) => ({
    ...fan,
    title,
    note: '5 % away',
  }));

  test('show every panel once, in rows of so many columns', () => {
    const two = fanGrid(englishWords, { label: 'stocks', panels, dates, columns: 2 });
    const one = fanGrid(englishWords, { label: 'stocks', panels, dates, columns: 1 });
    expect(count(two, 'class="median"')).toBe(3);
    const size = (text: string) =>
      /viewBox="0 0 (\d+) (\d+)"/.exec(text)!.slice(1).map(Number) as [number, number];
    expect(size(two)[0]).toBe(2 * size(one)[0]);
    expect(size(one)[1]).toBeGreaterThan(size(two)[1]);
  });

  test('a name from the data stays text', () => {
    const picture = fanGrid(englishWords, { label: 'stocks', panels, dates, columns: 3 });
    expect(picture).toContain('FYR &lt;Macedonia&gt;');
    expect(picture).not.toContain('<Macedonia>');
  });
});

describe('a tornado', () => {
  const bar = { title: 'power of distance', low: '1.5', high: '2.5', atLow: 80, atHigh: 130 };
  const rects = (picture: string) =>
    [...picture.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
      ([, look, x, wide]) => ({ look, from: Number(x), to: Number(x) + Number(wide) }),
    );

  test('a bar goes from the figure at the low value over the centre to that at the high value', () => {
    const [low, high] = rects(
      tornadoChart(englishWords, { label: 'peak', central: 100, bars: [bar] }),
    );
    expect(low!.look).toBe('atlow');
    expect(high!.look).toBe('athigh');
    expect(low!.to).toBeCloseTo(high!.from, 0);
    expect((high!.to - high!.from) / (low!.to - low!.from)).toBeCloseTo(30 / 20, 1);
  });

  test('where a higher value lowers the figure the dark part lies on the left', () => {
    const turned = { ...bar, atLow: 130, atHigh: 80 };
    const [low, high] = rects(
      tornadoChart(englishWords, { label: 'peak', central: 100, bars: [turned] }),
    );
    expect(high!.to).toBeCloseTo(low!.from, 0);
  });

  test('a figure that does not exist at one end leaves that part out', () => {
    const half = { ...bar, atHigh: Number.NaN };
    const picture = tornadoChart(englishWords, { label: 'peak', central: 100, bars: [half] });
    expect(rects(picture)).toHaveLength(1);
    expect(picture).not.toContain('NaN');
  });

  test('a figure that nothing moves has its line in the middle', () => {
    const still = { ...bar, atLow: 100, atHigh: 100 };
    const picture = tornadoChart(englishWords, {
      label: 'peak',
      central: 100,
      bars: [still],
      wide: 400,
    });
    expect(picture).toContain('<line class="central" x1="200" x2="200"');
  });

  test('what is written at an end is the value of the assumption there', () => {
    const texts = (changed: object) => {
      const picture = tornadoChart(englishWords, {
        label: 'peak',
        central: 100,
        bars: [{ ...bar, ...changed }],
      });
      return [...picture.matchAll(/<text class="tick halo" x="([\d.]+)"[^>]*>([\d.]+)</g)]
        .sort((a, b) => Number(a[1]) - Number(b[1]))
        .map(([, , text]) => text);
    };
    // The low value on the left, where it makes less; on the right, where it makes more.
    expect(texts({})).toEqual(['1.5', '2.5']);
    expect(texts({ atLow: 130, atHigh: 80 })).toEqual(['2.5', '1.5']);
  });
});

describe('layers', () => {
  /** Corners of each layer in the units of the chart, and the scale from the highest: 0 at the foot. */
  const corners = (picture: string) =>
    [...picture.matchAll(/<path class="layer\d+" d="([^"]+)"/g)].map(([, d]) =>
      d!.split(/[MLZ]/).flatMap((pair) => {
        const [x, y] = pair.trim().split(/[ ,]/).map(Number);
        return y === undefined ? [] : [[x!, y] as const];
      }),
    );

  test('stand on each other, each day its own, from the first day that is shown', () => {
    const layers = [
      { name: 'camps', values: [999, 10, 20, 999] },
      { name: 'families', values: [999, 30, 20, 999] },
    ];
    const picture = stackedChart(englishWords, 'where', layers, [...dates, '1999-04-04'], 1, 2);
    const [camps, families] = corners(picture);
    const foot = camps![2]![1];
    // From left to right along the top, back along the bottom; 10 persons are so many units.
    const heights = (list: (typeof camps & {})[number][]) => list.map(([, y]) => foot - y);
    const ten = foot - camps![0]![1];
    expect(ten).toBeGreaterThan(0);
    const near = (list: number[], tens: number[]) =>
      list.forEach((height, i) => expect(height).toBeCloseTo(tens[i]! * ten, 0));
    expect([camps!.length, families!.length]).toEqual([4, 4]);
    near(heights(camps!), [1, 2, 0, 0]);
    near(heights(families!), [4, 4, 2, 1]);
  });
});
