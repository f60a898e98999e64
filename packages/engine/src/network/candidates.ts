import { isRefuge } from '../vocabulary/index.ts';
import type { EntryRoute } from '../world.ts';
import type { CandidateInput } from './candidateInput.ts';
import { findLeads } from './leads.ts';
import type { ShortestPaths } from './shortestPaths.ts';
import { pathSearch } from './shortestPaths.ts';

export interface CandidateTable {
  readonly entryRoutes: readonly EntryRoute[];
  /** [place + 1] */
  readonly candidateStart: Int32Array;
  /** [candidate] */
  readonly candidateEntryRoute: Int32Array;
  readonly candidateKm: Float64Array;
  readonly candidateCrossingKm: Float64Array;
}

/**
 * The destinations abroad that people of each settlement of the state of origin consider: the
 * first town or camp of each country that they reach on a shortest way, with the last crossing
 * before it. Whoever reaches Kukes has arrived in Albania; where they go from there is decided
 * there.
 *
 * What is wanted is a search from each settlement across all that is nearer than its last
 * destination. A search backwards from abroad tells first which destinations those are and which
 * links can lie on a way there; only these are looked at, in the same order and with the lengths
 * added up from the settlement on, so that ties and last digits are those of the plain search.
 *
 * @param plainBelow settlements times places below which the plain search is made: in a small
 * country the search backwards costs more than it saves
 */
export function findCandidates(input: CandidateInput, plainBelow = 50_000): CandidateTable {
  const places = input.placeKind.length;
  const { entryRoutes, indexOf } = startEntryRoutes(places);
  const candidateStart = new Int32Array(places + 1);
  const entryRoute: number[] = [];
  const km: number[] = [];
  const crossingKm: number[] = [];
  const search = pathSearch(input.network);
  const settlements = input.placeKind.flatMap((kind, place) =>
    kind === 'settlement' && input.placeCountry[place] === input.originCountry ? [place] : [],
  );
  const isSmall = settlements.length * places < plainBelow;
  const leads = isSmall ? () => null : findLeads(input, settlements, search);
  let found = 0;
  let wanted = 0;
  const take = (reached: number, paths: ShortestPaths): boolean => {
    const crossing = lastCrossing(input, reached, paths);
    entryRoute.push(indexOf(crossing, reached));
    km.push(paths.km[reached]!);
    crossingKm.push(crossing >= 0 ? paths.km[crossing]! : paths.km[reached]!);
    found += 1;
    return found < wanted;
  };
  for (const place of settlements) {
    found = 0;
    const known = leads(place);
    if (known === null) {
      wanted = input.maxCandidates;
      search(
        place,
        input.maxKm,
        (reached, paths) =>
          !isFirstPlaceOfItsCountry(input, reached, paths) || take(reached, paths),
      );
    } else if (known.destinations > 0) {
      wanted = Math.min(input.maxCandidates, known.destinations);
      search(
        place,
        input.maxKm,
        (reached, paths) => !known.isDestination(reached) || take(reached, paths),
        known.leadsOn,
      );
    }
    candidateStart[place + 1] = found;
  }
  for (let place = 0; place < places; place++) candidateStart[place + 1]! += candidateStart[place]!;
  return {
    entryRoutes,
    candidateStart,
    candidateEntryRoute: Int32Array.from(entryRoute),
    candidateKm: Float64Array.from(km),
    candidateCrossingKm: Float64Array.from(crossingKm),
  };
}

/** Entry routes in the order in which they are first asked for. */
function startEntryRoutes(places: number) {
  const entryRoutes: EntryRoute[] = [];
  const known = new Map<number, number>();
  const indexOf = (crossing: number, to: number): number => {
    const key = (crossing + 1) * places + to;
    const index = known.get(key) ?? entryRoutes.push({ crossing, to }) - 1;
    known.set(key, index);
    return index;
  };
  return { entryRoutes, indexOf };
}

function isFirstPlaceOfItsCountry(
  input: CandidateInput,
  place: number,
  paths: ShortestPaths,
): boolean {
  const country = input.placeCountry[place]!;
  if (!isRefuge(input.placeKind[place]!, country, input.originCountry)) return false;
  for (let p = paths.previous[place]!; p >= 0; p = paths.previous[p]!) {
    if (input.placeKind[p] !== 'crossing' && input.placeCountry[p] === country) return false;
  }
  return true;
}

function lastCrossing(input: CandidateInput, place: number, paths: ShortestPaths): number {
  for (let p = paths.previous[place]!; p >= 0; p = paths.previous[p]!) {
    if (input.placeKind[p] === 'crossing') return p;
  }
  return -1;
}
