import { englishWords } from '@asylia/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MapInput } from '../src/index.ts';
import {
  dayMap,
  dayMarks,
  differenceMap,
  differenceMarks,
  differenceScales,
  flowsGeoJson,
  groundOf,
  mapLayout,
  mapLegend,
  mapParts,
  mapScales,
  mapSummary,
  mapTable,
  placeLabels,
  placesGeoJson,
} from '../src/index.ts';
import { lineHeight } from '../src/map/labels.ts';
import { roundBelow } from '../src/map/legend.ts';
import { overlap, textWidth } from '../src/map/rooms.ts';
import { fourLands, inventedMap, place } from './inventedMap.ts';

const ground = groundOf(fourLands, inventedMap.places, inventedMap.countries);
const layout = mapLayout(inventedMap, ground);
const scales = mapScales([inventedMap.map], layout);

describe('where places lie', () => {
  test('all of the region are on the map, whole states are not', () => {
    expect([...layout.at.keys()].sort()).toEqual([
      'camp',
      'city',
      'gate',
      'home',
      'town',
      'village',
    ]);
    for (const [x, y] of layout.at.values()) {
      expect(x > 0 && x < layout.width).toBe(true);
      expect(y > 0 && y < layout.height).toBe(true);
    }
  });

  test('one degree at the equator is 111.2 km on the scale of the map', () => {
    const [left] = layout.project(0, 0.5);
    const [right] = layout.project(1, 0.5);
    expect((right - left) * layout.kmPerPixel).toBeCloseTo((6371 * Math.PI) / 180, -0.5);
  });

  test('a map of a box shows just this box', () => {
    const box = { west: 0, south: 0, east: 1, north: 1 };
    const near = mapLayout(inventedMap, ground, { width: 400, height: 400 }, box);
    expect(near.project(0.5, 0.5).map(Math.round)).toEqual([200, 200]);
    expect(near.project(0, 0)[0]).toBeGreaterThan(0);
    expect(near.at.get('city')![0]).toBeGreaterThan(400);
  });

  test('towns where hardly anyone came are left off a map of many places', () => {
    const many = Array.from({ length: 20 }, (_, i) => place(`s${i}`, 'A', 'settlement', 0.5, 0.5));
    const crowded = { ...inventedMap, places: [...inventedMap.places, ...many] };
    expect(layout.at.has('town')).toBe(true);
    const shown = mapLayout(crowded, ground).at;
    expect([shown.has('town'), shown.has('camp')]).toEqual([false, true]);
  });
});

describe('the marks of a day', () => {
  const on = (day: number) => dayMarks(inventedMap, layout, scales, day);
  const of = (day: number, id: string) => on(day).places.find((mark) => mark.place === id)!;

  test('four times the people, twice the radius', () => {
    expect(of(2, 'city').r / of(2, 'camp').r).toBeCloseTo(2, 1);
    expect(on(1).flows[0]!.width / on(0).flows[0]!.width).toBeCloseTo(4, 0);
  });

  test('people who wait have a square as wide as their circle would be, and a number above 1,000', () => {
    const [square] = on(1).waiting;
    expect(square).toMatchObject({ place: 'gate', people: 5000, isNumbered: true });
    expect(square!.side).toBeCloseTo(2 * scales.radiusOfOne * Math.sqrt(5000), 0);
    expect(on(2).waiting[0]!.isNumbered).toBe(false);
  });

  test('a way with fewer than two ends on the map is not drawn', () => {
    expect(on(0).flows.map((flow) => flow.index)).toEqual([0]);
  });

  test('a day that a run has not reached has no people, and as many marks', () => {
    const later = on(99);
    expect(later.places.every((mark) => mark.people === 0 && mark.r === 0)).toBe(true);
    expect(later.places.length).toBe(on(0).places.length);
    expect(later.waiting[0]).toMatchObject({ people: 0, side: 0, isNumbered: false });
  });

  test('maps that share a scale draw the same people at the same size', () => {
    const half: MapInput['map'] = {
      ...inventedMap.map,
      stockByPlace: { ...inventedMap.map.stockByPlace, city: [0, 0, 20_000] },
    };
    const shared = mapScales([inventedMap.map, half], layout);
    expect(shared).toEqual(scales);
    expect(mapScales([half], layout).radiusOfOne).toBeGreaterThan(shared.radiusOfOne);
  });

  test('the drawn map has each mark once, and what comes from data stays text', () => {
    const odd = inventedMap.places.map((one) =>
      one.id === 'town' ? { ...one, name: '<b>town</b>' } : one,
    );
    const input = { ...inventedMap, places: odd };
    const parts = mapParts(englishWords, input, ground, layout, scales);
    const drawn = dayMap(englishWords, input, layout, scales, parts, 1, 'a "day"', true);
    for (const id of ['stock-town', 'stock-camp', 'wait-gate', 'number-gate', 'flow0'])
      expect(drawn.split(`id="${id}"`).length).toBe(2);
    expect(drawn).toContain('>5,000</text>');
    expect(drawn).not.toContain('<b>');
    expect(drawn).toContain('aria-label="a &quot;day&quot;"');
  });
});

describe('names', () => {
  const rectOf = (label: ReturnType<typeof placeLabels>[number], size: number) => {
    const width = Math.max(...label.lines.map((line) => textWidth(line, size)));
    const x = label.x - { start: 0, middle: width / 2, end: width }[label.anchor];
    const height = label.lines.length * lineHeight * size;
    // A tenth is what rounding may take away.
    return { x: x + 0.1, y: label.y - 0.86 * size + 0.1, width: width - 0.2, height: height - 0.2 };
  };

  test('of places never run into each other, wherever the places lie', () => {
    const anywhere = fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      { minLength: 2, maxLength: 40 },
    );
    fc.assert(
      fc.property(anywhere, (points) => {
        const places = points.map(([lon, lat], i) =>
          place(`p${i}`, 'A', 'settlement', lon, lat, {
            name: `Place ${i}`,
            nameOther: `Ort ${i}`,
          }),
        );
        const input = { ...inventedMap, places };
        const labels = placeLabels(input, mapLayout(input, ground), 12, []);
        const rects = labels.map((label) => rectOf(label, 12));
        expect(labels.length).toBeGreaterThan(0);
        rects.forEach((a, i) => {
          for (const b of rects.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('stand in both languages at a settlement, without what brackets add at a crossing', () => {
    const labels = placeLabels(inventedMap, layout, 11, []);
    const lines = (id: string) => labels.find((label) => label.id === id)!.lines;
    expect(lines('home')).toEqual(['home', 'heim']);
    expect(lines('gate')).toEqual(['Gate']);
  });
});

describe('the legend', () => {
  test.each([
    [1, 1],
    [9.9, 5],
    [195_444, 100_000],
    [20_000, 20_000],
    [0.5, 0.5],
  ])('%d is rounded down to %d', (x, rounded) => expect(roundBelow(x)).toBe(rounded));

  test('shows circles no larger than the largest on the map, and a bar of its length', () => {
    const legend = mapLegend(inventedMap.map, layout, scales);
    expect(legend.circles.map((circle) => circle.people)).toEqual([20_000, 5000]);
    expect(legend.bar.width * layout.kmPerPixel).toBeCloseTo(legend.bar.km, 0);
    expect(mapLegend({ ...inventedMap.map, waiting: {} }, layout, scales).square).toBe(null);
  });
});

describe('the difference of two runs', () => {
  const other: MapInput = {
    ...inventedMap,
    map: {
      ...inventedMap.map,
      stockByPlace: { town: [100, 400, 400], camp: [0, 2500, 12_000], city: [0, 0, 40_000] },
      waiting: { gate: [0, 5000, 3500] },
    },
  };
  const shared = differenceScales(inventedMap, other, layout, 3);

  test('is signed, largest first, and names no place where nothing differs', () => {
    const marks = differenceMarks(inventedMap, other, layout, shared, 2);
    expect(marks.map((mark) => [mark.place, mark.difference, mark.sign])).toEqual([
      ['gate', 2500, 'more'],
      ['camp', 2000, 'more'],
      ['town', -500, 'fewer'],
    ]);
    expect(differenceMarks(inventedMap, other, layout, shared, 1)).toEqual([]);
  });

  test('the other way round has the other signs and the same circles', () => {
    const there = differenceMarks(inventedMap, other, layout, shared, 2);
    const back = differenceMarks(other, inventedMap, layout, shared, 2);
    expect(back.map((mark) => [mark.place, mark.difference, mark.r])).toEqual(
      there.map((mark) => [mark.place, -mark.difference, mark.r]),
    );
  });

  test('is told by a sign besides the colour', () => {
    const drawn = differenceMap(
      englishWords,
      inventedMap,
      other,
      ground,
      layout,
      shared,
      2,
      'difference',
    );
    expect(drawn.match(/<circle class="diff-more"/g)).toHaveLength(2);
    expect(drawn.match(/>▲</g)).toHaveLength(2);
    expect(drawn.match(/>▼</g)).toHaveLength(1);
    expect(drawn).toContain('Gate +2,500');
  });
});

describe('the map in words, as a table and as GeoJSON', () => {
  test('counts people in neighbouring countries and in the same federation', () => {
    expect(mapSummary(englishWords, inventedMap, 1)).toBe(
      '2 January 2001: 2,900 people in neighbouring countries, 5,000 waiting at a frontier. Most people: camp 2,500, town 400. Most waiting: Gate 5,000.',
    );
  });

  test('has a row for people at a place and one for people who wait', () => {
    const table = mapTable(englishWords, inventedMap, [0, 2]);
    expect(table.columns.slice(4)).toEqual(['2001-01-01', '2001-01-03']);
    expect(table.rows).toContainEqual(['town', '', 'Land B', 'displaced persons there', 100, 900]);
    expect(table.rows).toContainEqual(['Gate (A-B)', '', 'Land A', 'waiting to cross', 0, 1000]);
    expect(table.rows).toHaveLength(4);
  });

  test('GeoJSON of a day has its people, with another run also the difference', () => {
    const of = (collection: ReturnType<typeof placesGeoJson>, id: string) =>
      collection.features.find((feature) => feature.properties.id === id)!.properties;
    expect(of(placesGeoJson(inventedMap), 'camp')).toMatchObject({
      peak_persons: 10_000,
      peak_date: '2001-01-03',
    });
    expect('persons' in of(placesGeoJson(inventedMap), 'camp')).toBe(false);
    expect(of(placesGeoJson(inventedMap, 1), 'gate')).toMatchObject({
      date: '2001-01-02',
      persons: 5000,
    });
    const other = { map: { ...inventedMap.map, waiting: { gate: [0, 4000, 0] } } };
    expect(of(placesGeoJson(inventedMap, 1, other), 'gate')).toMatchObject({
      persons_other: 4000,
      difference: -1000,
    });
    expect(() => placesGeoJson(inventedMap, 3)).toThrow(/0 to 2, got 3/);
    expect(flowsGeoJson(inventedMap).features[0]!.properties.persons).toBe(2100);
  });
});
