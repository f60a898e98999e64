import type { EntryRoute, Network, ShortestPaths } from '../../src/index.ts';
import type { CandidateInput } from '../../src/network/candidateInput.ts';
import type { CandidateTable } from '../../src/network/candidates.ts';

/** The slow, plain search for candidates: from each settlement, across all that is nearer. */
export function plainCandidates(input: CandidateInput): CandidateTable {
  const places = input.placeKind.length;
  const entryRoutes: EntryRoute[] = [];
  const entryRouteIndex = new Map<string, number>();
  const candidateStart = new Int32Array(places + 1);
  const entryRoute: number[] = [];
  const km: number[] = [];
  const crossingKm: number[] = [];
  for (let place = 0; place < places; place++) {
    candidateStart[place] = entryRoute.length;
    const leaves =
      input.placeKind[place] === 'settlement' && input.placeCountry[place] === input.originCountry;
    if (!leaves) continue;
    let found = 0;
    plainPaths(input.network, place, input.maxKm, (reached, paths) => {
      if (!isFirstPlaceOfItsCountry(input, reached, paths)) return true;
      const crossing = lastCrossing(input, reached, paths);
      const key = `${crossing} ${reached}`;
      let index = entryRouteIndex.get(key);
      if (index === undefined) {
        index = entryRoutes.push({ crossing, to: reached }) - 1;
        entryRouteIndex.set(key, index);
      }
      entryRoute.push(index);
      km.push(paths.km[reached]!);
      crossingKm.push(crossing >= 0 ? paths.km[crossing]! : paths.km[reached]!);
      found += 1;
      return found < input.maxCandidates;
    });
  }
  candidateStart[places] = entryRoute.length;
  return {
    entryRoutes,
    candidateStart,
    candidateEntryRoute: Int32Array.from(entryRoute),
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

/**
 * Dijkstra from one place, until the visitor says stop or nothing is nearer than maxKm.
 * Deterministic: ties in distance go to the lower index.
 */
function plainPaths(
  network: Network,
  source: number,
  maxKm: number,
  goOn: (place: number, paths: ShortestPaths) => boolean = () => true,
): ShortestPaths {
  const places = network.start.length - 1;
  const km = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(places).fill(-1);
  const done = new Uint8Array(places);
  const order: number[] = [];
  const paths: ShortestPaths = { km, previous, order };
  const heap: { km: number; place: number }[] = [];
  km[source] = 0;
  push(heap, { km: 0, place: source });
  while (heap.length > 0) {
    const nearest = pop(heap);
    const place = nearest.place;
    if (done[place]) continue;
    if (nearest.km > maxKm) break;
    done[place] = 1;
    order.push(place);
    if (!goOn(place, paths)) break;
    for (let link = network.start[place]!; link < network.start[place + 1]!; link++) {
      const to = network.to[link]!;
      const distance = nearest.km + network.km[link]!;
      if (done[to] || distance >= km[to]!) continue;
      km[to] = distance;
      previous[to] = place;
      push(heap, { km: distance, place: to });
    }
  }
  for (let place = 0; place < places; place++) {
    if (!done[place]) {
      km[place] = Number.POSITIVE_INFINITY;
      previous[place] = -1;
    }
  }
  return paths;
}

interface Entry {
  readonly km: number;
  readonly place: number;
}

function before(a: Entry, b: Entry): boolean {
  return a.km < b.km || (a.km === b.km && a.place < b.place);
}

function push(heap: Entry[], entry: Entry): void {
  let i = heap.length;
  heap.push(entry);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (!before(entry, heap[parent]!)) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = entry;
}

function pop(heap: Entry[]): Entry {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child += 1;
    if (!before(heap[child]!, last)) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = last;
  return top;
}
