import type { Passage, PlaceKind } from '../world.ts';
import type { Network } from './network.ts';
import type { ShortestPaths } from './shortestPaths.ts';
import { shortestPaths } from './shortestPaths.ts';

export interface CandidateTable {
  readonly passages: readonly Passage[];
  /** [place + 1] */
  readonly candidateStart: Int32Array;
  /** [candidate] */
  readonly candidatePassage: Int32Array;
  readonly candidateKm: Float64Array;
  readonly candidateCrossingKm: Float64Array;
}

export interface CandidateInput {
  readonly network: Network;
  readonly placeKind: readonly PlaceKind[];
  readonly placeCountry: Int32Array;
  readonly originCountry: number;
  /** Ways longer than this are not considered, km. */
  readonly maxKm: number;
  /** Most destinations that people of one place consider. */
  readonly maxCandidates: number;
}

/**
 * The destinations abroad that people of each settlement of the state of origin consider: the
 * first town or camp of each country that they reach on a shortest way, with the last crossing
 * before it. Whoever reaches Kukes has arrived in Albania; where they go from there is decided
 * there.
 */
export function findCandidates(input: CandidateInput): CandidateTable {
  const places = input.placeKind.length;
  const passages: Passage[] = [];
  const passageIndex = new Map<string, number>();
  const candidateStart = new Int32Array(places + 1);
  const passage: number[] = [];
  const km: number[] = [];
  const crossingKm: number[] = [];
  for (let place = 0; place < places; place++) {
    candidateStart[place] = passage.length;
    const leaves =
      input.placeKind[place] === 'settlement' && input.placeCountry[place] === input.originCountry;
    if (!leaves) continue;
    let found = 0;
    shortestPaths(input.network, place, input.maxKm, (reached, paths) => {
      if (!isFirstPlaceOfItsCountry(input, reached, paths)) return true;
      const crossing = lastCrossing(input, reached, paths);
      const key = `${crossing} ${reached}`;
      let index = passageIndex.get(key);
      if (index === undefined) {
        index = passages.push({ crossing, to: reached }) - 1;
        passageIndex.set(key, index);
      }
      passage.push(index);
      km.push(paths.km[reached]!);
      crossingKm.push(crossing >= 0 ? paths.km[crossing]! : paths.km[reached]!);
      found += 1;
      return found < input.maxCandidates;
    });
  }
  candidateStart[places] = passage.length;
  return {
    passages,
    candidateStart,
    candidatePassage: Int32Array.from(passage),
    candidateKm: Float64Array.from(km),
    candidateCrossingKm: Float64Array.from(crossingKm),
  };
}

function isFirstPlaceOfItsCountry(
  input: CandidateInput,
  place: number,
  paths: ShortestPaths,
): boolean {
  const kind = input.placeKind[place];
  const country = input.placeCountry[place];
  if (country === input.originCountry || (kind !== 'town' && kind !== 'camp')) return false;
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
