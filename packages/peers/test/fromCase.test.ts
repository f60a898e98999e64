import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case } from '@asylia/cases';
import { newCase, readCase } from '@asylia/cases';
import { buildNetwork, shortestPaths } from '@asylia/engine';
import { runJourneys } from '@asylia/peers';
import { describe, expect, test } from 'vitest';
import type { FleeCase } from '../src/index.ts';
import {
  caseToFlee,
  fleeToCase,
  fleeValidation,
  networkOf,
  observe,
  readFlee,
  writeFlee,
} from '../src/index.ts';

function caseOf(files: ReadonlyMap<string, Uint8Array | string>): Case {
  const result = readCase(files);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.case;
}

function kosovo(): Case {
  const folder = fileURLToPath(new URL('../../../cases/kosovo-1999', import.meta.url));
  const names = readdirSync(folder).filter((name) => /csv$|^datapackage.json$/.test(name));
  return caseOf(
    new Map(names.map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))])),
  );
}

/** A small invented conflict: a frontier road that closes, and a camp behind a town. */
const sketch: FleeCase = {
  name: 'sketch',
  start: '2020-01-01',
  days: 60,
  locations: (
    [
      ['Home', 'AAA', 'conflict_zone', 5000, 10],
      ['Other', 'AAA', 'town', 2000, 10.3],
      ['Town', 'BBB', 'town', 0, 10.6],
      ['Near', 'BBB', 'camp', 700, 11],
      ['Far', 'CCC', 'camp', 2000, 12],
    ] as const
  ).map(([name, country, type, population, lat]) => ({
    name,
    region: country,
    country,
    lat,
    lon: 20,
    type,
    conflictDate: 0,
    population,
    attributes: {},
  })),
  roads: (
    [
      ['Home', 'Other', 40],
      ['Home', 'Town', 70],
      ['Town', 'Near', 50],
      ['Other', 'Far', 300],
    ] as const
  ).map(([from, to, length]) => ({ from, to, km: length, forced: 0, attributes: {} })),
  closures: [{ type: 'country', one: 'AAA', other: 'CCC', fromDay: 10, toDay: 20 }],
  conflict: Float64Array.from({ length: 60 * 5 }, (_, i) => (i % 5 === 0 ? 1 : 0)),
  corrections: [],
  layout: [
    { label: 'total', files: ['refugees.csv'] },
    { label: 'Near', files: ['near.csv'] },
    { label: 'Far', files: ['far.csv'] },
  ],
  series: new Map([
    ['refugees.csv', [{ date: '2020-01-01', count: 0 }]],
    [
      'near.csv',
      [
        { date: '2020-01-01', count: 5 },
        { date: '2020-02-20', count: 700 },
      ],
    ],
    [
      'far.csv',
      [
        { date: '2020-01-11', count: 0 },
        { date: '2020-02-20', count: 300 },
      ],
    ],
  ]),
};

/** Kilometres of the shortest way between two places, not over a destination that stands for a country. */
function km(flee: FleeCase, from: string, to: string): number {
  const network = networkOf(flee, observe(flee));
  const countries = ['BBB', 'CCC'].map((name) => network.placeIds.indexOf(name));
  const roads = network.roads.filter(
    (road) => !countries.includes(road.from) && !countries.includes(road.to),
  );
  const graph = buildNetwork(network.placeIds.length, roads);
  const paths = shortestPaths(graph, network.placeIds.indexOf(from), Number.POSITIVE_INFINITY);
  return paths.km[network.placeIds.indexOf(to)]!;
}

describe('a case of other origin in the format of Flee', () => {
  test('from Flee and back through a case: the same places, distances and closed days', () => {
    const { flee } = caseToFlee(caseOf(fleeToCase(sketch, observe(sketch))));
    for (const { name, lat, lon } of sketch.locations) {
      expect(flee.locations.find((l) => l.name === name)).toMatchObject({ lat, lon });
      for (const other of sketch.locations) {
        expect(km(flee, name, other.name), `${name} - ${other.name}`).toBeCloseTo(
          km(sketch, name, other.name),
          9,
        );
      }
    }
    expect(flee.closures).toEqual([
      { type: 'location', one: 'Other--Far', other: '', fromDay: 10, toDay: 20 },
    ]);
    // Counts are by country in a case: its destination collects them.
    const before = observe(sketch);
    const after = observe(flee);
    const day = 40;
    const count = (name: string) => after.counts[after.camps.indexOf(name) * 60 + day]!;
    expect(count('BBB')).toBeCloseTo(before.counts[day]!, -1);
    expect(count('CCC')).toBeCloseTo(before.counts[60 + day]!, -1);
  });

  test('from Flee to a case and its kept files: the same case again', () => {
    const again = readFlee('sketch', writeFlee(sketch));
    if ('faults' in again) throw new Error(JSON.stringify(again.faults));
    expect(fleeToCase(again.flee, observe(again.flee))).toEqual(
      fleeToCase(sketch, observe(sketch)),
    );
  });

  test('Kosovo 1999: written, read without a fault, run under the rules of Flee; what is lost is said', () => {
    const { flee, notes } = caseToFlee(kosovo());
    const again = readFlee(flee.name, writeFlee(flee));
    expect('flee' in again && again.flee).toEqual(flee);
    const observed = observe(flee);
    expect(observed.camps).toEqual(expect.arrayContaining(['ALB', 'MKD', 'MNE', 'BIH']));
    const { people, onRoads } = runJourneys(networkOf(flee, observed), fleeValidation, {
      seed: 1,
      world: 0,
      mode: 'sampled',
    });
    expect(people.every((n) => n >= 0) && onRoads.every((n) => n >= 0)).toBe(true);
    const said = notes.join('\n');
    for (const lost of [
      /evacuation/,
      /return/,
      /rules at crossings/,
      /groups become one/,
      /stocks/,
    ]) {
      expect(said).toMatch(lost);
    }
  });

  test('a case without a counted stock abroad is refused', () => {
    const files = new Map(newCase('small'));
    const record = files.get('record.csv')!;
    files.set('record.csv', `${String(record).split('\n')[0]}\n`);
    expect(() => caseToFlee(caseOf(files))).toThrow(/no comparable stock/);
  });
});
