import type { Network } from './network.ts';
import { dropNearest, newQueue, push } from './queue.ts';

export interface AbroadInput {
  readonly network: Network;
  /** [place] 1 for places abroad other than crossings */
  readonly isAbroad: Uint8Array;
  /** [place] country index */
  readonly placeCountry: Int32Array;
  readonly maxKm: number;
  /** Places kept of each country; more only where they are as near as the last of them. */
  readonly mostPerCountry: number;
  /** Distances that differ by less than this count as equal, km. */
  readonly toleranceKm: number;
}

/** The places abroad nearest to each place, nearest first: entries start[p] .. start[p + 1] - 1. */
export interface NearestAbroad {
  /** [place + 1] */
  readonly start: Int32Array;
  /** [entry] place abroad */
  readonly to: Int32Array;
  /** [entry] km by the shortest way that meets no other place abroad of the same country */
  readonly km: Float64Array;
}

/**
 * Searches backwards from all places abroad at once, the nearest pair of places first. What is
 * kept is exact: whoever is among the nearest of a country for a place is so for the next place on
 * the way too, since a way to the nearer ones leads through there as well.
 */
export function nearestAbroad(input: AbroadInput): NearestAbroad {
  const { network, isAbroad, placeCountry, mostPerCountry, toleranceKm } = input;
  const places = isAbroad.length;
  const farthestKm = input.maxKm + toleranceKm;
  // Entries of each place as a list, the last found first.
  const last = new Int32Array(places).fill(-1);
  const before: number[] = [];
  const entryPlace: number[] = [];
  const entryTo: number[] = [];
  const entryKm: number[] = [];
  // [entry] its number among those of its country, and km beyond which no more are kept
  const rank: number[] = [];
  const keptKm: number[] = [];
  const queue = newQueue();
  for (let place = 0; place < places; place++) {
    if (isAbroad[place]) push(queue, 0, place * places + place);
  }
  while (queue.size > 0) {
    const km = queue.km[0]!;
    const pair = queue.thing[0]!;
    dropNearest(queue);
    const place = Math.floor(pair / places);
    const to = pair - place * places;
    if (!isWanted(place, to, km)) continue;
    keep(place, to, km);
    const ends = isAbroad[place] && place !== to && placeCountry[place] === placeCountry[to];
    if (ends) continue;
    for (let link = network.start[place]!; link < network.start[place + 1]!; link++) {
      const next = network.to[link]!;
      const nextKm = km + network.km[link]!;
      if (nextKm > farthestKm || !isWanted(next, to, nextKm)) continue;
      push(queue, nextKm, next * places + to);
    }
  }
  return byPlace();

  /** The last entry of a place that is of the same country as a place abroad, or -1. */
  function lastOfCountry(place: number, to: number): number {
    let entry = last[place]!;
    while (entry >= 0 && placeCountry[entryTo[entry]!] !== placeCountry[to]) {
      entry = before[entry]!;
    }
    return entry;
  }

  function isWanted(place: number, to: number, km: number): boolean {
    const latest = lastOfCountry(place, to);
    if (latest >= 0 && km > keptKm[latest]!) return false;
    for (let entry = latest; entry >= 0; entry = before[entry]!) {
      if (entryTo[entry] === to) return false;
    }
    return true;
  }

  function keep(place: number, to: number, km: number): void {
    const latest = lastOfCountry(place, to);
    const own = latest < 0 ? 1 : rank[latest]! + 1;
    const open = own < mostPerCountry ? Number.POSITIVE_INFINITY : km + toleranceKm;
    rank.push(own);
    keptKm.push(own > mostPerCountry ? keptKm[latest]! : open);
    entryPlace.push(place);
    entryTo.push(to);
    entryKm.push(km);
    before.push(last[place]!);
    last[place] = before.length - 1;
  }

  function byPlace(): NearestAbroad {
    const start = new Int32Array(places + 1);
    for (const place of entryPlace) start[place + 1]! += 1;
    for (let place = 0; place < places; place++) start[place + 1]! += start[place]!;
    const next = start.slice();
    const to = new Int32Array(entryTo.length);
    const km = new Float64Array(entryTo.length);
    // Entries were found by distance, so they are in order at each place too.
    for (let entry = 0; entry < entryTo.length; entry++) {
      const at = next[entryPlace[entry]!]!++;
      to[at] = entryTo[entry]!;
      km[at] = entryKm[entry]!;
    }
    return { start, to, km };
  }
}
