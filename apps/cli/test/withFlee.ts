import { writeFlee } from '@asylia/peers';
import type { Fake, FakeOptions } from './fake.ts';
import { fake } from './fake.ts';

/** Files of an invented conflict in the format of Flee: a town, a near camp, a far one. */
export function conflictFiles(days = 60, people = 1): Map<string, string> {
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
  return writeFlee({
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
          { date: day(0), count: 5 * people },
          { date: day(50), count: 700 * people },
        ],
      ],
      [
        'far.csv',
        [
          { date: day(10), count: 0 },
          { date: day(50), count: 300 * people },
        ],
      ],
    ]),
  });
}

/** It, in the memory of a fake. */
export function withFlee(options: FakeOptions = {}): Fake {
  const world = fake(options);
  for (const [path, text] of conflictFiles())
    world.files.set(`small/flee-files/${path}`, new TextEncoder().encode(text));
  return world;
}
