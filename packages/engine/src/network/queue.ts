/**
 * Things to be looked at, the nearest first, ties by the lower number: a binary heap in two typed
 * arrays, so that nothing is made for an entry.
 */
export interface Queue {
  /** [entry] km */
  km: Float64Array;
  /** [entry] number of the thing, a whole number below 2^53 */
  thing: Float64Array;
  size: number;
}

/** An empty queue of things by distance, nearest first. */
export function newQueue(): Queue {
  return { km: new Float64Array(64), thing: new Float64Array(64), size: 0 };
}

/** Puts in a thing, a whole number below 2^53, at a distance in km. */
export function push(queue: Queue, km: number, thing: number): void {
  if (queue.size === queue.km.length) grow(queue);
  let i = queue.size++;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const parentKm = queue.km[parent]!;
    if (km > parentKm || (km === parentKm && thing >= queue.thing[parent]!)) break;
    queue.km[i] = parentKm;
    queue.thing[i] = queue.thing[parent]!;
    i = parent;
  }
  queue.km[i] = km;
  queue.thing[i] = thing;
}

/** Takes away the nearest entry, which stands at km[0] and thing[0]. */
export function dropNearest(queue: Queue): void {
  const { km, thing } = queue;
  const size = --queue.size;
  const lastKm = km[size]!;
  const last = thing[size]!;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    const other = child + 1;
    if (other < size && isBefore(km[other]!, thing[other]!, km[child]!, thing[child]!)) {
      child = other;
    }
    if (!isBefore(km[child]!, thing[child]!, lastKm, last)) break;
    km[i] = km[child]!;
    thing[i] = thing[child]!;
    i = child;
  }
  km[i] = lastKm;
  thing[i] = last;
}

function isBefore(km: number, thing: number, otherKm: number, other: number): boolean {
  return km < otherKm || (km === otherKm && thing < other);
}

function grow(queue: Queue): void {
  const km = new Float64Array(2 * queue.size);
  const thing = new Float64Array(2 * queue.size);
  km.set(queue.km);
  thing.set(queue.thing);
  queue.km = km;
  queue.thing = thing;
}
