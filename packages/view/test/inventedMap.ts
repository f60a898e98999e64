import type { MapInput, MapPlace } from '../src/index.ts';

/**
 * An atlas of four lands in a row, each one degree square with its west at 0, 1, 2, 3 and its
 * south at 0: Ay, Be, Ce, and De, which has no number in ISO 3166.
 */
export const fourLands = {
  type: 'Topology',
  arcs: [
    [
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [1, 0],
    ],
    [
      [1, 1],
      [2, 1],
    ],
    [
      [2, 1],
      [2, 0],
    ],
    [
      [2, 0],
      [1, 0],
    ],
    [
      [2, 1],
      [3, 1],
    ],
    [
      [3, 1],
      [3, 0],
    ],
    [
      [3, 0],
      [2, 0],
    ],
    [
      [3, 1],
      [4, 1],
      [4, 0],
      [3, 0],
    ],
  ],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: '001', properties: { name: 'Ay' }, arcs: [[0, 1]] },
        { type: 'Polygon', id: '002', properties: { name: 'Be' }, arcs: [[~1, 2, 3, 4]] },
        { type: 'Polygon', id: '003', properties: { name: 'Ce' }, arcs: [[~3, 5, 6, 7]] },
        { type: 'Polygon', properties: { name: 'De' }, arcs: [[~6, 8]] },
      ],
    },
  },
};

export function place(
  id: string,
  land: string,
  kind: string,
  lon: number,
  lat: number,
  change: Partial<MapPlace> = {},
): MapPlace {
  return {
    id,
    name: id,
    nameOther: '',
    country: land,
    region: '',
    kind,
    lat,
    lon,
    frontierKm: 0,
    ...change,
  };
}

const country = (id: string, role: string) => ({ id, name: `Land ${id}`, role, population: 0 });

/** Origin in Ay, a republic of the same federation in Be, a neighbour in Ce. Three days. */
export const inventedMap: MapInput & { readonly dates: readonly string[] } = {
  dates: ['2001-01-01', '2001-01-02', '2001-01-03'],
  places: [
    place('home', 'A', 'settlement', 0.5, 0.5, { nameOther: 'heim' }),
    place('village', 'A', 'settlement', 0.3, 0.7),
    place('gate', 'A', 'crossing', 1, 0.5, { name: 'Gate (A-B)' }),
    place('town', 'B', 'town', 1.5, 0.5),
    place('camp', 'C', 'camp', 2.5, 0.2),
    place('city', 'C', 'town', 2.6, 0.8),
    place('far', 'F', 'state', 100, 50),
  ],
  countries: [
    country('A', 'origin'),
    country('B', 'federation'),
    country('C', 'neighbour'),
    country('F', 'receiving'),
  ],
  map: {
    stockByPlace: { town: [100, 400, 900], camp: [0, 2500, 10_000], city: [0, 0, 40_000] },
    waiting: { gate: [0, 5000, 1000] },
    flows: [
      { from: 'home', via: 'gate', to: 'town', perDay: [100, 1600, 400] },
      { from: 'village', via: '', to: 'far', perDay: [1, 1, 1] },
    ],
  },
};
