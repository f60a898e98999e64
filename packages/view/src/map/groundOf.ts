import type { GeoPermissibleObjects } from 'd3-geo';
import { geoContains, geoEquirectangular, geoMercatorRaw, geoStream } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Box, Ground, LineKind, MapCountry, MapPlace } from './ground.ts';

/** Degrees a unit of the ground: about 200 m, finer than the atlas draws. */
const unit = 0.002;
/** Land shown beyond the places, as a share of their longer extent: room for wide screens. */
const beyond = { eastWest: 0.72, northSouth: 0.36 };
/** No region is smaller than this, degrees. */
const smallest = 0.6;
/** From this share of the origin's extent on, the places stand for the whole of its land. */
const spread = 1 / 3;

type Named = { name?: string };
type Atlas = Topology<{ countries: GeometryCollection<Named> }>;
type Land = GeometryObject<Named>;

/**
 * The ground of a case from an atlas of today (TopoJSON with `objects.countries`, as world-atlas
 * has it). A land of the atlas is the country of the case that has most of its places in it.
 * Pure; takes a few hundred milliseconds, so it is done once a case.
 *
 * @throws if the atlas has no countries or the case no place in a region
 */
export function groundOf(
  atlas: unknown,
  places: readonly MapPlace[],
  countries: readonly MapCountry[],
): Ground {
  const topology = atlas as Atlas;
  const lands = topology?.objects?.countries?.geometries as Land[] | undefined;
  if (!lands)
    throw new Error(
      `ground of the map: expected TopoJSON with objects.countries, got ${Object.keys(topology?.objects ?? {}).join(', ') || typeof atlas}; hand in countries-50m.json of world-atlas`,
    );
  const near = places.filter((place) => place.kind !== 'state');
  if (near.length === 0)
    throw new Error(
      'ground of the map: expected a settlement, crossing, town or camp, got none; add one to places.csv',
    );
  const shapes = lands.map((land) => shapeOf(topology, land));
  const atlasNames = lands.map(nameOf);
  const countryOf = countriesOf(shapes, atlasNames, places, countries);
  const role = new Map(countries.map((country) => [country.id, country.role]));
  const placesBox = boxOf(near.map((place) => [place.lon, place.lat]));
  const frame = frameOf(
    placesBox,
    shapes.filter((_, i) => role.get(countryOf[i]!) === 'origin'),
  );
  const box = widened(frame ? union(placesBox, frame) : placesBox);
  const collect = clipper(box);
  const inOneState = new Set(
    countries.some((country) => country.role === 'federation')
      ? countries.filter((c) => c.role === 'origin' || c.role === 'federation').map((c) => c.id)
      : [],
  );
  const kindOf = lineKinds(lands, countryOf, inOneState);
  const drawn = lands.flatMap((land, i) => {
    const rings = collect(shapes[i]!.shape as GeoPermissibleObjects);
    return rings.length > 0 ? [{ land, rings, id: countryOf[i]! }] : [];
  });
  return {
    format: 1,
    unit,
    box,
    frame,
    countries: drawn.map(({ id, rings }) => ({ id, origin: role.get(id) === 'origin', rings })),
    lines: (['coast', 'disputed', 'internal', 'frontier'] as const).flatMap((kind) => {
      const line = mesh(
        topology as never,
        topology.objects.countries as never,
        (a, b) => kindOf(a as never, b as never) === kind,
      );
      return collect(line).map((points) => ({ kind, points }));
    }),
    oneState: [...inOneState].filter((id) => countryOf.includes(id)),
    disputed: drawn.flatMap(({ land }) => (land.id === undefined ? [nameOf(land)] : [])),
  };
}

function nameOf(land: Land): string {
  return (land.properties as Named | undefined)?.name ?? '';
}

interface Shape {
  readonly shape: unknown;
  readonly box: Box;
}

function shapeOf(topology: Atlas, land: Land): Shape {
  const shape = feature(topology as never, land as never) as unknown as {
    geometry: { type: string; coordinates: never };
  };
  const { type, coordinates } = shape.geometry;
  const rings = (type === 'Polygon' ? [coordinates] : (coordinates ?? [])) as number[][][][];
  return { shape, box: boxOf(rings.flatMap((polygon) => polygon[0] as [number, number][])) };
}

/**
 * For each land of the atlas the country of the case that has most places in it, or ''. A place
 * that bears the name of its country stands for the whole of it and may lie anywhere: it tells of
 * a land only where the atlas has that name too.
 */
function countriesOf(
  shapes: readonly Shape[],
  atlasNames: readonly string[],
  places: readonly MapPlace[],
  countries: readonly MapCountry[],
): string[] {
  const nameInCase = new Map(countries.map((country) => [country.id, country.name]));
  const telling = places.filter((place) => place.kind !== 'crossing');
  const landOf = telling.map((place) =>
    shapes.findIndex(
      ({ shape, box }, i) =>
        (place.name !== nameInCase.get(place.country) || place.name === atlasNames[i]) &&
        contains(box, place.lon, place.lat) &&
        geoContains(shape as GeoPermissibleObjects, [place.lon, place.lat]),
    ),
  );
  const homes = new Map<string, number>();
  for (const country of new Set(telling.map((place) => place.country)))
    homes.set(country, mostFrequent(landOf.filter((_, i) => telling[i]!.country === country)));
  return shapes.map((_, land) => {
    const own = telling.filter(
      (place, i) => landOf[i] === land && homes.get(place.country) === land,
    );
    return mostFrequent(own.map((place) => place.country)) ?? '';
  });
}

function mostFrequent<T>(values: readonly T[]): T {
  const times = new Map<T, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] as T;
}

/** The kind of the line between two lands of the atlas; the same land twice is a coast. */
function lineKinds(
  lands: readonly Land[],
  countryOf: readonly string[],
  inOneState: ReadonlySet<string>,
): (a: Land, b: Land) => LineKind {
  const country = new Map(lands.map((land, i) => [land, countryOf[i]!]));
  return (a, b) => {
    if (a === b) return 'coast';
    const within = [a, b].filter((land) => inOneState.has(country.get(land)!)).length;
    if (within > 0) return within === 2 ? 'internal' : 'frontier';
    return a.id === undefined || b.id === undefined ? 'disputed' : 'frontier';
  };
}

/** The box of the origin's land where the places spread over it; otherwise nothing. */
function frameOf(places: Box, origins: readonly Shape[]): Box | null {
  if (origins.length === 0) return null;
  const frame = origins.map((shape) => shape.box).reduce(union);
  return extent(places) >= spread * extent(frame) ? frame : null;
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of points) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

function union(a: Box, b: Box): Box {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  };
}

function contains(box: Box, lon: number, lat: number): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

/** Degrees from west to east that the longer side of a box takes on the map. */
function extent(box: Box): number {
  return Math.max(box.east - box.west, upright(box.north) - upright(box.south));
}

const degree = Math.PI / 180;
/** Latitude as it stands on the map of Mercator, in degrees of longitude. */
function upright(lat: number): number {
  return geoMercatorRaw(0, lat * degree)[1] / degree;
}

function widened(box: Box): Box {
  const side = Math.max(extent(box), smallest);
  const lon = (box.west + box.east) / 2;
  const lat = (box.south + box.north) / 2;
  const shrink = Math.cos(lat * degree);
  const grid = (x: number) => Math.round(x / unit) * unit;
  const high = (box.north - box.south) / 2 + side * shrink * beyond.northSouth;
  const tidy = (x: number) => Number(grid(x).toFixed(3));
  return {
    west: tidy(lon - side * (0.5 + beyond.eastWest)),
    east: tidy(lon + side * (0.5 + beyond.eastWest)),
    south: tidy(Math.max(-85, lat - high)),
    north: tidy(Math.min(85, lat + high)),
  };
}

/** Clips to the box; gives rings or lines as flat lists of the ground. */
function clipper(box: Box): (shape: GeoPermissibleObjects) => number[][] {
  const middle = (box.west + box.east) / 2;
  const width = (box.east - box.west) / unit;
  const height = (box.north - box.south) / unit;
  // A turn to the middle of the region keeps it clear of the line where dates change.
  const projection = geoEquirectangular()
    .rotate([-middle, 0])
    .scale(1 / (unit * degree))
    .translate([width / 2, box.north / unit])
    .precision(0)
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  return (shape) => {
    const lists: number[][] = [];
    let list: number[] = [];
    let last: [number, number] = [0, 0];
    let isRing = false;
    const start = () => {
      list = [];
      last = [0, 0];
    };
    const end = () => {
      if (list.length >= (isRing ? 6 : 4)) lists.push(list);
    };
    geoStream(
      shape,
      projection.stream({
        point(x, y) {
          const at: [number, number] = [Math.round(x), Math.round(height - y)];
          const step: [number, number] = [at[0] - last[0], at[1] - last[1]];
          if (list.length > 0 && step[0] === 0 && step[1] === 0) return;
          list.push(step[0], step[1]);
          last = at;
        },
        lineStart: start,
        lineEnd: end,
        polygonStart() {
          isRing = true;
        },
        polygonEnd() {
          isRing = false;
        },
      }),
    );
    return lists;
  };
}
