import type { Network } from './network.ts';
import { dropNearest, newQueue, push } from './queue.ts';

export interface ShortestPaths {
  /** [place] km from the source, Infinity where it was not reached */
  readonly km: Float64Array;
  /** [place] place before it on the way, -1 at the source and where it was not reached */
  readonly previous: Int32Array;
  /** Places in the order in which they were settled: nearest first, ties by index. */
  readonly order: readonly number[];
}

/** Told of each place as it is settled; false: go no further. */
type Visit = (place: number, paths: ShortestPaths) => boolean;

/** Whether a link to a place, which would then be so many km from the source, is looked at. */
type MayTake = (place: number, km: number) => boolean;

/** Searches from one place; what it returns holds until the next search. */
export type PathSearch = (
  source: number,
  maxKm: number,
  goOn?: Visit,
  mayTake?: MayTake,
) => ShortestPaths;

/**
 * Dijkstra from one place after another, until the visitor says stop or nothing is nearer than
 * maxKm. Deterministic: ties in distance go to the lower index. A search costs what it reaches,
 * not the size of the network: only places touched by the one before are cleared.
 */
export function pathSearch(network: Network): PathSearch {
  const places = network.start.length - 1;
  const km = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(places).fill(-1);
  const done = new Uint8Array(places);
  const order: number[] = [];
  const touched: number[] = [];
  const queue = newQueue();
  const paths: ShortestPaths = { km, previous, order };
  const forget = (place: number) => {
    km[place] = Number.POSITIVE_INFINITY;
    previous[place] = -1;
  };
  return (source, maxKm, goOn, mayTake) => {
    for (const place of touched) {
      forget(place);
      done[place] = 0;
    }
    touched.length = 0;
    order.length = 0;
    queue.size = 0;
    km[source] = 0;
    touched.push(source);
    push(queue, 0, source);
    while (queue.size > 0) {
      const nearestKm = queue.km[0]!;
      const place = queue.thing[0]!;
      dropNearest(queue);
      if (done[place]) continue;
      if (nearestKm > maxKm) break;
      done[place] = 1;
      order.push(place);
      if (goOn && !goOn(place, paths)) break;
      for (let link = network.start[place]!; link < network.start[place + 1]!; link++) {
        const to = network.to[link]!;
        const distance = nearestKm + network.km[link]!;
        if (done[to] || distance >= km[to]! || (mayTake && !mayTake(to, distance))) continue;
        if (km[to] === Number.POSITIVE_INFINITY) touched.push(to);
        km[to] = distance;
        previous[to] = place;
        push(queue, distance, to);
      }
    }
    for (const place of touched) if (!done[place]) forget(place);
    return paths;
  };
}

/**
 * One search, as pathSearch makes them; the result is the caller's own.
 * @param source index of the place to start from
 * @param maxKm places farther away are not reached
 * @param goOn asked at each place reached, nearest first; all are visited without it
 */
export function shortestPaths(
  network: Network,
  source: number,
  maxKm: number,
  goOn?: Visit,
): ShortestPaths {
  return pathSearch(network)(source, maxKm, goOn);
}
