/** Links in both directions as compressed rows: links of place p are start[p] .. start[p+1]-1. */
export interface Network {
  /** [place + 1] */
  readonly start: Int32Array;
  /** [link] place at the other end, ascending within a place */
  readonly to: Int32Array;
  /** [link] km */
  readonly km: Float64Array;
}

/** One way between two places, usable in both directions. */
export interface Route {
  readonly from: number;
  readonly to: number;
  readonly km: number;
}

/** Order of the routes does not matter; of several routes between two places the shortest counts. */
export function buildNetwork(places: number, routes: readonly Route[]): Network {
  const links: Route[] = [];
  for (const { from, to, km } of routes) {
    links.push({ from, to, km }, { from: to, to: from, km });
  }
  links.sort((a, b) => a.from - b.from || a.to - b.to || a.km - b.km);
  const kept = links.filter(
    (link, i) => i === 0 || link.from !== links[i - 1]!.from || link.to !== links[i - 1]!.to,
  );
  const start = new Int32Array(places + 1);
  for (const link of kept) start[link.from + 1]! += 1;
  for (let p = 0; p < places; p++) start[p + 1]! += start[p]!;
  return {
    start,
    to: Int32Array.from(kept, (link) => link.to),
    km: Float64Array.from(kept, (link) => link.km),
  };
}
