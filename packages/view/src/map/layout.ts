import { ownValue } from '@asylia/engine';
import { geoMercatorRaw } from 'd3-geo';
import type { Box, Ground, MapInput, MapPlace } from './ground.ts';

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Where everything lies on a map of one size; made once, used for every day. */
export interface MapLayout extends MapSize {
  /** Pixels from the left and from the top. */
  readonly project: (lon: number, lat: number) => [number, number];
  /** Places of the region by id. Whole states and towns where hardly anyone came are left off. */
  readonly at: ReadonlyMap<string, readonly [number, number]>;
  /** The same places, those with most people at any time first: small marks lie on large ones. */
  readonly places: readonly MapPlace[];
  /** Kilometres a pixel in the middle of the map. */
  readonly kmPerPixel: number;
}

/** Size of the map in the report. */
export const reportSize: MapSize = { width: 720, height: 640 };

/** Fewer people than this at the most, and a town is not drawn on the map of the region. */
const fewestPeopleShown = 2000;
/** Cases with no more places than this show them all. */
const fewPlaces = 20;
/** Share of the shorter side that is left free around the places. */
const rim = 0.06;
/** No map is narrower than this, degrees. */
const narrowest = 0.4;
/** Mean radius of the Earth (IUGG), for the scale bar. */
const earthRadiusKm = 6371;
const degree = Math.PI / 180;

/**
 * Fits the places of the region, and the land of the origin where the ground asks for it, into
 * a map of some size (pixels). With `only` (degrees) it fits that box instead, such as the
 * ground's frame: what lies outside is off the map. Mercator, so that directions are those of a
 * road map.
 */
export function mapLayout(
  input: MapInput,
  ground: Ground,
  size: MapSize = reportSize,
  only: Box | null = null,
): MapLayout {
  const places = input.places
    .filter((place) => place.kind !== 'state' && !isFarAway(place, input))
    .sort((a, b) => mostAt(b.id, input.map) - mostAt(a.id, input.map) || (a.id < b.id ? -1 : 1));
  const flat = (lon: number, lat: number) => geoMercatorRaw(lon * degree, lat * degree);
  const points = only ? [] : places.map((place) => flat(place.lon, place.lat));
  const box = only ?? ground.frame;
  if (box) for (const corner of cornersOf(box, flat)) points.push(corner);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const free = 1 - 2 * rim;
  const scale = Math.min(
    (size.width * free) / Math.max(right - left, narrowest * degree),
    (size.height * free) / Math.max(high - low, narrowest * degree),
  );
  const middle = [(left + right) / 2, (low + high) / 2] as const;
  const project = (lon: number, lat: number): [number, number] => {
    const [x, y] = flat(lon, lat);
    return [
      tenth(size.width / 2 + (x - middle[0]) * scale),
      tenth(size.height / 2 - (y - middle[1]) * scale),
    ];
  };
  const middleLat = Math.atan(Math.sinh(middle[1]));
  return {
    ...size,
    project,
    places,
    at: new Map(places.map((place) => [place.id, project(place.lon, place.lat)])),
    kmPerPixel: (earthRadiusKm * Math.cos(middleLat)) / scale,
  };
}

function cornersOf(box: Box, flat: (lon: number, lat: number) => [number, number]) {
  return [flat(box.west, box.south), flat(box.east, box.north)];
}

/** Whether a place is left off: in a case with many, towns and camps where hardly anyone came. */
function isFarAway(place: MapPlace, input: MapInput): boolean {
  if (place.kind === 'settlement' || place.kind === 'crossing') return false;
  return mostAt(place.id, input.map) < fewestPeopleShown && input.places.length > fewPlaces;
}

/** Most people that were or waited at a place at any time. */
export function mostAt(id: string, map: MapInput['map']): number {
  const largest = (list: readonly number[] = []) => list.reduce((a, b) => Math.max(a, b), 0);
  return Math.max(largest(ownValue(map.stockByPlace, id)), largest(ownValue(map.waiting, id)));
}

export function tenth(x: number): number {
  return Math.round(x * 10) / 10;
}
