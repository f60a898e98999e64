import type { Links } from '@asylia/engine';
import { linkPlaces } from '@asylia/engine';
import type { Case } from '../readCase.ts';
import type { Rows } from '../tables/index.ts';
import type { Indices } from './indices.ts';
import { keysOf } from './keyOf.ts';

/** What depends on the places alone. */
export function placeFacts({
  origin,
  places,
  indices,
}: Pick<Case, 'origin'> & Pick<Rows, 'places'> & { readonly indices: Indices }) {
  return {
    placeKey: keysOf(indices.placeIds),
    countryKey: keysOf(indices.countryIds),
    placeKind: places.map((row) => row.kind),
    placeCountry: Int32Array.from(places, (row) => indices.country.get(row.country)!),
    placeRegion: Int32Array.from(places, (row) =>
      row.country === origin && row.region ? indices.region.get(row.region)! : -1,
    ),
    frontierKm: Float64Array.from(places, (row) => row.frontier_km),
    originCountry: indices.country.get(origin)!,
  };
}

/** The links between places, from the ends of their routes. */
export function linksBetween({
  from,
  to,
  indices,
}: {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly indices: Indices;
}): Links {
  return linkPlaces({
    places: indices.placeIds.length,
    from: from.map((id) => indices.place.get(id)!),
    to: to.map((id) => indices.place.get(id)!),
  });
}

/** [place] the settlement of the origin nearest to a crossing by one link, else -1. */
export function turnBackPlaces({
  origin,
  routes,
  places,
  indices,
}: Pick<Case, 'origin'> &
  Pick<Rows, 'routes' | 'places'> & { readonly indices: Indices }): Int32Array {
  const nearest = new Int32Array(indices.placeIds.length).fill(-1);
  const nearestKm = new Float64Array(indices.placeIds.length).fill(Number.POSITIVE_INFINITY);
  const isSettlement = (index: number) =>
    places[index]!.kind === 'settlement' && places[index]!.country === origin;
  for (const row of routes) {
    const from = indices.place.get(row.from)!;
    const to = indices.place.get(row.to)!;
    consider(from, to, row.distance_km);
    consider(to, from, row.distance_km);
  }
  return nearest;

  function consider(crossing: number, inside: number, km: number): void {
    if (places[crossing]!.kind !== 'crossing' || !isSettlement(inside)) return;
    if (km >= nearestKm[crossing]!) return;
    nearestKm[crossing] = km;
    nearest[crossing] = inside;
  }
}
