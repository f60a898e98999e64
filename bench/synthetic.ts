import type { World } from '@asylia/engine';
import { at, buildNetwork } from '@asylia/engine';
import type { CandidateInput } from '../packages/engine/src/network/candidateInput.ts';
import type { Sketch } from '../packages/engine/test/worlds.ts';
import { worldOf } from '../packages/engine/test/worlds.ts';

/**
 * An invented country for timing alone: a square of settlements with roads to the five nearest in
 * reading order, violence everywhere in turn, and on one side a frontier with a crossing and a
 * town for every ten rows. Links are about five times the places.
 */
export function syntheticWorld(places: number, days: number): World {
  const { kinds, routes, settlements } = syntheticCountry(places);
  return worldOf({
    days,
    places: kinds,
    routes,
    groups: 2,
    people: Array.from({ length: settlements * 2 }, (_, i) => ({
      place: i >> 1,
      group: i & 1,
      situation: at.home,
      n: 1000 + (i % 97) * 50,
    })),
    violence: Array.from({ length: settlements }, (_, place) => ({
      kind: 'expulsion',
      place,
      group: place & 1,
      from: (place * 7) % 200,
      to: ((place * 7) % 200) + 60,
      amount: 0.01,
      toward: -1,
    })),
    frontier: [],
    hosting: [],
    offers: [],
    safeDay: [300, 300],
    destroyed: 0.2,
    parameters: { awarenessKm },
  });
}

/**
 * What the ways of the invented country are found from.
 * @param areUneven lengths of roads differ, as on a map; else very many ways are equally short
 */
export function syntheticWays(places: number, areUneven = false): CandidateInput {
  const { kinds, routes: even } = syntheticCountry(places);
  const routes = areUneven
    ? even.map((route, i) => ({ ...route, km: route.km * (1 + ((i * 37) % 101) / 300) }))
    : even;
  return {
    network: buildNetwork(kinds.length, routes),
    placeKind: kinds.map((place) => place.kind),
    placeCountry: Int32Array.from(kinds, (place) => place.country),
    originCountry: 0,
    maxKm: awarenessKm,
    maxCandidates: 12,
  };
}

const awarenessKm = 400;

function syntheticCountry(places: number) {
  const side = Math.floor(Math.sqrt(places * 0.98));
  const km = 12;
  const settlements = side * side;
  const index = (row: number, column: number) => row * side + column;
  const routes: Sketch['routes'][number][] = [];
  const link = (from: number, to: number, length: number) => routes.push({ from, to, km: length });
  const kinds: Sketch['places'][number][] = Array.from({ length: settlements }, () => ({
    kind: 'settlement',
    country: 0,
    frontierKm: 20,
  }));
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const here = index(row, column);
      if (column + 1 < side) link(here, index(row, column + 1), km);
      if (row + 1 < side) link(here, index(row + 1, column), km);
      if (column + 1 < side && row + 1 < side) link(here, index(row + 1, column + 1), km * 1.4);
      if (column > 0 && row + 1 < side) link(here, index(row + 1, column - 1), km * 1.4);
      if (column + 2 < side) link(here, index(row, column + 2), km * 2.1);
    }
  }
  for (let row = 0; row < side; row += 10) {
    const crossing = kinds.push({ kind: 'crossing', country: 0, frontierKm: 0 }) - 1;
    const town = kinds.push({ kind: 'town', country: 1, frontierKm: 25 }) - 1;
    link(index(row, 0), crossing, 8);
    link(crossing, town, 20);
  }
  return { kinds, routes, settlements };
}

/** Roads of a synthetic world of so many places. */
export function linksOf(places: number): number {
  const side = Math.floor(Math.sqrt(places * 0.98));
  return 5 * side * side;
}
