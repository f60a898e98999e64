import type { Network } from './network.ts';

export interface ShortestPaths {
  /** [place] km from the source, Infinity where it was not reached */
  readonly km: Float64Array;
  /** [place] place before it on the way, -1 at the source and where it was not reached */
  readonly previous: Int32Array;
  /** Places in the order in which they were settled: nearest first, ties by index. */
  readonly order: readonly number[];
}

/**
 * Dijkstra from one place, until the visitor says stop or nothing is nearer than maxKm.
 * Deterministic: ties in distance go to the lower index.
 */
export function shortestPaths(
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
