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
 * @returns for each place its nearest entries abroad, km
 */
export function nearestAbroad(input: AbroadInput): NearestAbroad {
  const { network, isAbroad, placeCountry } = input;
  const places = isAbroad.length;
  const farthestKm = input.maxKm + input.toleranceKm;
  const entries = startEntries(input);
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
    if (!entries.isWanted(place, to, km)) continue;
    entries.keep(place, to, km);
    const ends = isAbroad[place] && place !== to && placeCountry[place] === placeCountry[to];
    if (ends) continue;
    for (let link = network.start[place]!; link < network.start[place + 1]!; link++) {
      const next = network.to[link]!;
      const nextKm = km + network.km[link]!;
      if (nextKm > farthestKm || !entries.isWanted(next, to, nextKm)) continue;
      push(queue, nextKm, next * places + to);
    }
  }
  return byPlace(places, entries);
}

/** What is kept so far: lists of entries in the order of their distance. */
function startEntries({ isAbroad, placeCountry, mostPerCountry, toleranceKm }: AbroadInput) {
  // Entries of each place as a chain, the last found first.
  const last = new Int32Array(isAbroad.length).fill(-1);
  const before: number[] = [];
  const ofPlace: number[] = [];
  const to: number[] = [];
  const km: number[] = [];
  // [entry] its number among those of its country, and km beyond which no more are kept
  const rank: number[] = [];
  const keptKm: number[] = [];
  return { ofPlace, to, km, isWanted, keep };

  /** The last entry of a place that is of the same country as a place abroad, or -1. */
  function lastOfCountry(place: number, abroad: number): number {
    let entry = last[place]!;
    while (entry >= 0 && placeCountry[to[entry]!] !== placeCountry[abroad]) entry = before[entry]!;
    return entry;
  }

  function isWanted(place: number, abroad: number, distance: number): boolean {
    const latest = lastOfCountry(place, abroad);
    if (latest >= 0 && distance > keptKm[latest]!) return false;
    for (let entry = latest; entry >= 0; entry = before[entry]!) {
      if (to[entry] === abroad) return false;
    }
    return true;
  }

  function keep(place: number, abroad: number, distance: number): void {
    const latest = lastOfCountry(place, abroad);
    const own = latest < 0 ? 1 : rank[latest]! + 1;
    const open = own < mostPerCountry ? Number.POSITIVE_INFINITY : distance + toleranceKm;
    rank.push(own);
    keptKm.push(own > mostPerCountry ? keptKm[latest]! : open);
    ofPlace.push(place);
    to.push(abroad);
    km.push(distance);
    before.push(last[place]!);
    last[place] = before.length - 1;
  }
}

/** Entries were found by distance, so they are in order at each place too. */
function byPlace(
  places: number,
  entries: Pick<ReturnType<typeof startEntries>, 'ofPlace' | 'to' | 'km'>,
): NearestAbroad {
  const { ofPlace } = entries;
  const start = new Int32Array(places + 1);
  for (const place of ofPlace) start[place + 1]! += 1;
  for (let place = 0; place < places; place++) start[place + 1]! += start[place]!;
  const next = start.slice();
  const to = new Int32Array(ofPlace.length);
  const km = new Float64Array(ofPlace.length);
  for (let entry = 0; entry < ofPlace.length; entry++) {
    const at = next[ofPlace[entry]!]!++;
    to[at] = entries.to[entry]!;
    km[at] = entries.km[entry]!;
  }
  return { start, to, km };
}
