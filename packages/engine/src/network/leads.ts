import { canShelter } from '../vocabulary/index.ts';
import type { CandidateInput } from './candidateInput.ts';
import type { NearestAbroad } from './nearestAbroad.ts';
import { nearestAbroad } from './nearestAbroad.ts';
import type { PathSearch } from './shortestPaths.ts';

/** What is known of the ways from one settlement before they are searched. */
export interface Leads {
  /** Number of destinations, the nearest ones: at most a few more than are considered. */
  readonly destinations: number;
  readonly isDestination: (place: number) => boolean;
  /** Whether a place, reached after so many km, can lie on a shortest way to a destination. */
  readonly leadsOn: (place: number, km: number) => boolean;
}

/** Share of the longest way within which sums of lengths added up in another order are equal. */
const tolerance = 1e-9;

/**
 * Finds for each settlement its nearest destinations, first places of their countries all, from
 * one search backwards.
 * @param settlements those whose leads will be asked for
 * @returns the leads of a settlement, which hold until the next is asked for; null where rounding
 * or ways through another country leave it open: then the plain search must tell
 */
export function findLeads(
  input: CandidateInput,
  settlements: readonly number[],
  search: PathSearch,
): (settlement: number) => Leads | null {
  const { network, placeKind, placeCountry, originCountry, maxCandidates } = input;
  const places = placeKind.length;
  const allKm = network.km.reduce((sum, km) => sum + km, 0) / 2;
  const toleranceKm = tolerance * Math.min(input.maxKm, allKm);
  const isAbroad = Uint8Array.from(placeKind, (kind, place) =>
    kind !== 'crossing' && placeCountry[place] !== originCountry ? 1 : 0,
  );
  const { maxKm } = input;
  const given = { network, isAbroad, placeCountry, maxKm, toleranceKm };
  const nearest = nearestAbroad({ ...given, mostPerCountry: maxCandidates });
  const between = distancesAbroad(input, settlements, nearest, search, toleranceKm);
  // [place] km within which a destination of the settlement asked for is reached; -1: none
  const limitKm = new Float64Array(places).fill(-1);
  const destinations: number[] = [];
  const leads = leadsWithin(nearest, limitKm);
  return (settlement) => {
    for (const place of destinations) limitKm[place] = -1;
    destinations.length = 0;
    const [first, end] = [nearest.start[settlement]!, nearest.start[settlement + 1]!];
    let lastKm = Number.POSITIVE_INFINITY;
    for (let entry = first; entry < end; entry++) {
      const km = nearest.km[entry]!;
      if (km > lastKm + toleranceKm) break;
      const place = nearest.to[entry]!;
      const throughAnother = shortestThroughAnother(first, end, entry);
      if (throughAnother < km - toleranceKm) continue;
      if (throughAnother <= km + toleranceKm) return null;
      if (!canShelter(placeKind[place]!)) continue;
      limitKm[place] = km + toleranceKm;
      destinations.push(place);
      if (destinations.length === maxCandidates) lastKm = km;
    }
    if (mayLack(input, nearest, first, end, lastKm)) return null;
    return { ...leads, destinations: destinations.length };
  };

  /** Least km to the place of an entry through another place of its country. */
  function shortestThroughAnother(first: number, end: number, entry: number): number {
    const to = nearest.to[entry]!;
    let least = Number.POSITIVE_INFINITY;
    for (let other = first; other < end; other++) {
      const through = nearest.to[other]!;
      if (other === entry || placeCountry[through] !== placeCountry[to]) continue;
      if (nearest.km[other]! > nearest.km[entry]! + toleranceKm) break;
      least = Math.min(least, nearest.km[other]! + between(through, to));
    }
    return least;
  }
}

/** Whether places are destinations or lead to one, while limitKm says which are reached. */
function leadsWithin({ start, to, km }: NearestAbroad, limitKm: Float64Array) {
  return {
    isDestination: (place: number) => limitKm[place]! >= 0,
    leadsOn: (place: number, kmSoFar: number) => {
      for (let entry = start[place]!; entry < start[place + 1]!; entry++) {
        if (kmSoFar + km[entry]! <= limitKm[to[entry]!]!) return true;
      }
      return false;
    },
  };
}

/** Whether a country of which no more places were kept could have one nearer than the last. */
function mayLack(
  { placeCountry, maxCandidates }: CandidateInput,
  nearest: NearestAbroad,
  first: number,
  end: number,
  lastKm: number,
): boolean {
  const kept = new Map<number, number>();
  for (let entry = first; entry < end; entry++) {
    const country = placeCountry[nearest.to[entry]!]!;
    const count = (kept.get(country) ?? 0) + 1;
    kept.set(country, count);
    if (count === maxCandidates && lastKm > nearest.km[entry]!) return true;
  }
  return false;
}

/**
 * Km between places abroad of one country, where settlements have both among their nearest;
 * Infinity beyond what any of these could need. Searched when first asked for.
 */
function distancesAbroad(
  { placeCountry }: CandidateInput,
  settlements: readonly number[],
  { start, to, km }: NearestAbroad,
  search: PathSearch,
  toleranceKm: number,
): (from: number, to: number) => number {
  const neededKm = new Map<number, number>();
  const farthestKm = new Map<number, number>();
  for (const settlement of settlements) {
    farthestKm.clear();
    for (let entry = start[settlement + 1]! - 1; entry >= start[settlement]!; entry--) {
      const place = to[entry]!;
      const farthest = farthestKm.get(placeCountry[place]!);
      if (farthest === undefined) farthestKm.set(placeCountry[place]!, km[entry]!);
      else neededKm.set(place, Math.max(neededKm.get(place) ?? 0, farthest - km[entry]!));
    }
  }
  const known = new Map<number, Map<number, number>>();
  return (from, other) => {
    let table = known.get(from);
    if (!table) {
      table = new Map();
      const paths = search(from, (neededKm.get(from) ?? 0) + 2 * toleranceKm);
      for (const place of paths.order) {
        if (placeCountry[place] === placeCountry[from]) table.set(place, paths.km[place]!);
      }
      known.set(from, table);
    }
    return table.get(other) ?? Number.POSITIVE_INFINITY;
  };
}
