import type { Band, RecordPoint } from '@asylia/lab';
import { englishWords } from '@asylia/words';
import { describe, expect, test } from 'vitest';
import type { Fan } from '../src/index.ts';
import { fanChart, fanGrid, tornadoChart } from '../src/index.ts';

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
});
