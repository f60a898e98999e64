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

/**
 * Order of the routes does not matter; of several routes between two places the shortest counts.
 * @param places how many there are: ends of routes are 0 to places - 1
 * @param routes usable in both directions, lengths in km
 */
export function buildNetwork(places: number, routes: readonly Route[]): Network {
  const links = linkPlaces({
    places,
    from: routes.map((route) => route.from),
    to: routes.map((route) => route.to),
  });
  return withLengths({ links, routeKm: routes.map((route) => route.km) });
}

/** A network without lengths. */
export interface Links extends Pick<Network, 'start' | 'to'> {
  /** [route] the links that it makes, there and back */
  readonly there: Int32Array;
  readonly back: Int32Array;
}

/** @param ends of the routes: [route] places at both ends */
export function linkPlaces(ends: {
  readonly places: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}): Links {
  const { places, from, to } = ends;
  const destinationOptions = from.flatMap((one, route) => [
    { route, back: false, from: one, to: to[route]! },
    { route, back: true, from: to[route]!, to: one },
  ]);
  destinationOptions.sort((a, b) => a.from - b.from || a.to - b.to);
  const start = new Int32Array(places + 1);
  const linkTo: number[] = [];
  const there = new Int32Array(from.length);
  const back = new Int32Array(from.length);
  destinationOptions.forEach((option, i) => {
    const before = destinationOptions[i - 1];
    if (before?.from !== option.from || before.to !== option.to) {
      linkTo.push(option.to);
      start[option.from + 1]! += 1;
    }
    (option.back ? back : there)[option.route] = linkTo.length - 1;
  });
  for (let p = 0; p < places; p++) start[p + 1]! += start[p]!;
  return { start, to: new Int32Array(linkTo), there, back };
}

/** @param lengths of the routes from which the links were made, km: [route] */
export function withLengths({
  links,
  routeKm,
}: {
  readonly links: Links;
  readonly routeKm: readonly number[];
}): Network {
  const { start, to, there, back } = links;
  const km = new Float64Array(to.length).fill(Number.POSITIVE_INFINITY);
  routeKm.forEach((length, route) => {
    for (const link of [there[route]!, back[route]!]) km[link] = Math.min(km[link]!, length);
  });
  return { start, to, km };
}
