import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCase } from '@asylia/cases';
import { englishWords } from '@asylia/words';
import { describe, expect, test } from 'vitest';
import type { LineKind } from '../src/index.ts';
import { degreesOf, groundNote, groundOf, mapGround, mapLayout } from '../src/index.ts';
import { atlasGround } from '../src/map/atlas.ts';
import { fourLands, inventedMap, place } from './inventedMap.ts';

const { places, countries } = inventedMap;
const ground = groundOf(fourLands, places, countries);

/** West ends of the lines of a kind that run north and south, degrees. */
const uprightAt = (of: typeof ground, kind: LineKind) =>
  of.lines
    .filter((line) => line.kind === kind)
    .map((line) => degreesOf(of, line.points).map(([lon]) => Math.round(lon)))
    .filter((lons) => new Set(lons).size === 1)
    .map((lons) => lons[0])
    .sort();

describe('the ground of a case', () => {
  test('has a line inside one state of the time, its outer line, and one that is disputed today', () => {
    expect(uprightAt(ground, 'internal')).toEqual([1]);
    expect(uprightAt(ground, 'frontier')).toEqual([2]);
    expect(uprightAt(ground, 'disputed')).toEqual([3]);
    expect(ground.oneState).toEqual(['A', 'B']);
    expect(ground.disputed).toEqual(['De']);
  });

  test('has nothing internal where the case knows of no federation', () => {
    const alone = countries.map((one) => (one.id === 'B' ? { ...one, role: 'neighbour' } : one));
    const other = groundOf(fourLands, places, alone);
    expect(uprightAt(other, 'internal')).toEqual([]);
    expect(uprightAt(other, 'frontier')).toEqual([1, 2]);
    expect(other.oneState).toEqual([]);
    expect(groundNote(englishWords, other, alone, '2001')).not.toContain('one state');
  });

  test('gives a land to the country that has most of its places there', () => {
    const astray = [...places, place('over-the-line', 'A', 'settlement', 1.05, 0.5)];
    const lands = groundOf(fourLands, astray, countries).countries;
    expect(lands.map((land) => land.id)).toEqual(['A', 'B', 'C', '']);
    expect(lands.map((land) => land.origin)).toEqual([true, false, false, false]);
  });

  test('a place that bears the name of its country stands for it and may lie anywhere', () => {
    const others = [...countries, { id: 'X', name: 'Others', role: 'neighbour', population: 0 }];
    const inDe = (name: string) =>
      groundOf(fourLands, [...places, place('x', 'X', 'town', 3.5, 0.5, { name })], others)
        .countries[3]!.id;
    expect(inDe('Others')).toBe('');
    expect(inDe('A town')).toBe('X');
  });

  test('is the same after a way through a file', () => {
    expect(JSON.parse(JSON.stringify(ground))).toEqual(ground);
  });

  test('lies in its box, and the outer land is no further off than a unit', () => {
    const { box } = ground;
    const points = [
      ...ground.countries.flatMap((c) => c.rings),
      ...ground.lines.map((l) => l.points),
    ].flatMap((list) => degreesOf(ground, list));
    for (const [lon, lat] of points) {
      expect(lon).toBeGreaterThanOrEqual(box.west - ground.unit);
      expect(lon).toBeLessThanOrEqual(box.east + ground.unit);
      expect(lat).toBeGreaterThanOrEqual(box.south - ground.unit);
      expect(lat).toBeLessThanOrEqual(box.north + ground.unit);
    }
    const lons = degreesOf(ground, ground.countries[0]!.rings[0]!).map(([lon]) => lon);
    expect(Math.abs(Math.min(...lons))).toBeLessThanOrEqual(ground.unit);
    expect(Math.abs(Math.max(...lons) - 1)).toBeLessThanOrEqual(ground.unit);
  });

  test('is blank where the atlas has no land, and says so', () => {
    const atSea = places.map((one) => ({ ...one, lat: one.lat - 40 }));
    const blank = groundOf(fourLands, atSea, countries);
    expect(blank.countries).toEqual([]);
    const input = { ...inventedMap, places: atSea };
    expect(mapGround(blank, mapLayout(input, blank))).toContain('ground-blank');
    expect(groundNote(englishWords, blank, countries, '2001')).toBe(
      'No land of the atlas lies here: the ground is left blank.',
    );
  });

  test('asks for an atlas with countries and for a place in the region', () => {
    expect(() => groundOf({}, places, countries)).toThrow(/objects.countries.*world-atlas/);
    expect(() => groundOf(fourLands, [places[6]!], countries)).toThrow(/places\.csv/);
  });
});

describe('the ground of Kosovo 1999', () => {
  const folder = fileURLToPath(new URL('../../../cases/kosovo-1999', import.meta.url));
  const files = readdirSync(folder).filter((file) => /\.csv$|^datapackage\.json$/.test(file));
  const result = readCase(
    new Map(files.map((file) => [file, new Uint8Array(readFileSync(`${folder}/${file}`))])),
  );
  if ('faults' in result) throw new Error('cases/kosovo-1999: expected no fault');
  const { tables } = result.case;
  const kosovo = atlasGround(
    tables.places.map((row) => ({
      ...place(row.id, row.country, row.kind, row.lon, row.lat),
      name: row.name,
    })),
    tables.states.map((row) => ({ id: row.country, name: row.name, role: row.role })),
  );

  test('has Kosovo, Montenegro and Serbia as one state, and Kosovo as disputed today', () => {
    expect([...kosovo.oneState].sort()).toEqual(['MNE', 'SRB', 'XKX']);
    expect(kosovo.disputed).toEqual(['Kosovo']);
    expect(kosovo.countries.filter((land) => land.origin).map((land) => land.id)).toEqual(['XKX']);
    expect(kosovo.lines.filter((line) => line.kind === 'internal').length).toBeGreaterThan(0);
    expect(kosovo.lines.filter((line) => line.kind === 'disputed')).toEqual([]);
  });

  test('fits into 30 KB', () => {
    expect(JSON.stringify(kosovo).length).toBeLessThan(30_000);
  });
});

test('the atlas comes in by its own door only', () => {
  const source = fileURLToPath(new URL('../src', import.meta.url));
  const importing = readdirSync(source, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /from '(world-atlas|.*\/atlas\.ts)/.test(readFileSync(`${source}/${file}`, 'utf8')),
    );
  expect(importing).toEqual(['map/atlas.ts']);
});
