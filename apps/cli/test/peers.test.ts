import { writeFlee } from '@asylia/peers';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import type { FakeOptions } from './fake.ts';
import { fake } from './fake.ts';

/** An invented conflict in the format of Flee, in the memory of a fake. */
function withFlee(options: FakeOptions = {}) {
  const days = 60;
  const location = (
    name: string,
    country: string,
    type: string,
    population: number,
    lat: number,
  ) => ({
    name,
    region: 'Region',
    country,
    lat,
    lon: 20,
    type,
    conflictDate: 0,
    population,
    attributes: {},
  });
  const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
  const files = writeFlee({
    name: 'result',
    start: '2020-01-01',
    days,
    locations: [
      location('Home', 'AAA', 'conflict_zone', 5000, 10),
      location('Near', 'BBB', 'camp', 700, 10.5),
      location('Far', 'CCC', 'camp', 2000, 12),
    ],
    roads: [
      { from: 'Home', to: 'Near', km: 70, forced: 0, attributes: {} },
      { from: 'Home', to: 'Far', km: 300, forced: 0, attributes: {} },
    ],
    closures: [],
    conflict: Float64Array.from({ length: days * 3 }, (_, i) => (i % 3 === 0 ? 1 : 0)),
    corrections: [],
    layout: [
      { label: 'total', files: ['refugees.csv'] },
      { label: 'Near', files: ['near.csv'] },
      { label: 'Far', files: ['far.csv'] },
    ],
    series: new Map([
      ['refugees.csv', [{ date: day(0), count: 0 }]],
      [
        'near.csv',
        [
          { date: day(0), count: 5 },
          { date: day(50), count: 700 },
        ],
      ],
      [
        'far.csv',
        [
          { date: day(10), count: 0 },
          { date: day(50), count: 300 },
        ],
      ],
    ]),
  });
  const world = fake(options);
  for (const [path, text] of files)
    world.files.set(`small/flee-files/${path}`, new TextEncoder().encode(text));
  return world;
}

describe('a folder of Flee', () => {
  test('is scored in every regime, with one JSON object and a page', async () => {
    const world = withFlee();
    expect(
      await main(
        ['validate', 'small/flee-files', '--worlds', '5', '--json', '--out', 'result'],
        world.effects,
      ),
    ).toBe(0);
    const { conflicts } = JSON.parse(world.out());
    expect(conflicts.map((row: { regime: string }) => row.regime)).toEqual([
      'given',
      'blind',
      'after 7 days',
      'after 30 days',
      'flee rules, given',
      'flee rules, blind',
    ]);
    expect(conflicts[0].leak).toEqual([{ camp: 'Near', capacity: 700, maximum: 700 }]);
    expect(new TextDecoder().decode(world.files.get('result/report.html'))).toContain(
      '1 of 2 stated capacities',
    );
    expect(new TextDecoder().decode(world.files.get('result/scores.csv'))).toContain(
      'blind: gravity',
    );
  });

  test('has the same scores in whatever order its worlds are done, and writes nothing when stopped', async () => {
    const command = ['validate', 'small/flee-files', '--worlds', '12', '--peer-worlds', '7'];
    const [forth, back] = [withFlee(), withFlee({ reverse: true })];
    for (const world of [forth, back]) {
      expect(await main([...command, '--json', '--out', 'result'], world.effects)).toBe(0);
    }
    expect(back.computed).toEqual([...forth.computed].reverse());
    expect(back.out()).toBe(forth.out());
    expect(back.files).toEqual(forth.files);
    const stopped = withFlee({ stopAfter: 2 });
    expect(await main([...command, '--out', 'result'], stopped.effects)).toBe(130);
    expect(stopped.files.has('result/scores.csv')).toBe(false);
  });

  test('becomes a case, and comes back as it was', async () => {
    const world = withFlee();
    expect(
      await main(['import', 'flee', 'small/flee-files', '--out', 'result'], world.effects),
    ).toBe(0);
    expect(world.out()).toContain('a case of');
    expect(await main(['check', 'result'], world.effects)).toBe(0);
    expect(
      await main(['import', 'flee', 'small/flee-files', '--out', 'result'], world.effects),
    ).toBe(2);
    expect(world.err()).toContain('empty or new');
    expect(await main(['export', 'flee', 'result', '--out', 'small/back'], world.effects)).toBe(0);
    const before = [...world.files].filter(([path]) => path.startsWith('small/flee-files/'));
    for (const [path, bytes] of before) {
      expect(world.files.get(path.replace('flee-files', 'back')), path).toEqual(bytes);
    }
  });

  test('becomes a case again, the same, from what was exported', async () => {
    const world = withFlee();
    for (const command of [
      ['import', 'flee', 'small/flee-files', '--out', 'result'],
      ['export', 'flee', 'result', '--out', 'small/flee-back/flee-files'],
      ['import', 'flee', 'small/flee-back/flee-files', '--out', 'result-again'],
    ]) {
      expect(await main(command, world.effects), world.err()).toBe(0);
    }
    const first = [...world.files].filter(([path]) => path.startsWith('result/'));
    expect(first.length).toBeGreaterThan(20);
    for (const [path, bytes] of first) {
      expect(world.files.get(path.replace('result/', 'result-again/')), path).toEqual(bytes);
    }
  });

  test('is written from a case of other origin, with what it cannot say', async () => {
    const world = fake();
    expect(await main(['export', 'flee', 'small', '--out', 'result'], world.effects)).toBe(0);
    expect(new TextDecoder().decode(world.files.get('result/not-carried-over.md'))).toMatch(
      /no capacity is stated/,
    );
    expect(
      await main(['validate', 'result', '--worlds', '3', '--out', 'result/scores'], world.effects),
    ).toBe(0);
  });

  test('another format, and a folder of something else, are mistakes that are said', async () => {
    const world = withFlee();
    expect(
      await main(['import', 'csv', 'small/flee-files', '--out', 'result'], world.effects),
    ).toBe(2);
    expect(await main(['import', 'flee', 'small', '--out', 'result'], world.effects)).toBe(2);
    expect(world.err()).toMatch(/input_csv\/locations.csv/);
  });
});
