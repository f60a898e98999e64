import type { ParameterValues } from '../parameters/index.ts';
import { hostingCountries, refuges } from '../roles.ts';
import type { LayoutInputs } from '../seriesLayout.ts';
import { layoutSeries } from '../seriesLayout.ts';
import { at } from '../vocabulary/index.ts';
import type { World } from '../world.ts';
import type { CountIndexInputs } from './countIndexes.ts';
import { countIndexesOf, far, guestCountIndexes, residentCountIndexes } from './countIndexes.ts';

/** Which places and count indexes there are of each sort. */
export function landOf(world: CountIndexInputs & Pick<World, 'countryIds'>) {
  const { placeIds, placeKind, placeCountry, originCountry, countryIds } = world;
  const isRefuge = refuges(world);
  const isHost = hostingCountries(world);
  const placesWhere = (test: (place: number) => boolean) =>
    Int32Array.from(placeIds.map((_, place) => place).filter(test));
  const statePlaces = placesWhere((place) => placeKind[place] === 'state');
  const settlements = placesWhere(
    (place) => placeCountry[place] === originCountry && placeKind[place] === 'settlement',
  );
  return {
    hostCountries: Int32Array.from(countryIds.flatMap((_, c) => (isHost[c] ? [c] : []))),
    hostPlaces: countryIds.map((_, country) =>
      isHost[country]
        ? placesWhere((place) => isRefuge[place] === 1 && placeCountry[place] === country)
        : nowhere,
    ),
    statePlaces,
    settlements,
    farCountIndexes: countIndexesOf(world, far, statePlaces),
    displacedCountIndexes: countIndexesOf(world, [at.displaced], settlements),
    residentCountIndexes: placeIds.map((_, place) => residentCountIndexes(world, place)),
    guestCountIndexes: placeIds.map((_, place) => guestCountIndexes(world, place)),
  };
}

const nowhere = new Int32Array(0);

/** Where the series stand, and those of flows, which begin anew each day. */
export function seriesOf(inputs: LayoutInputs) {
  const layout = layoutSeries(inputs);
  const flows = [
    layout.entries,
    layout.leftExpelled,
    layout.leftFled,
    layout.leftInside,
    layout.leftTo,
  ];
  return {
    layout,
    flowSeries: Int32Array.from(flows.flatMap((list) => [...list].filter((series) => series >= 0))),
  };
}

/**
 * Which places abroad are near the frontier, the towns and camps of a country that are not, and
 * where those come who move on to it: of these, or of all without any, the one nearest to the
 * frontier; of equals the first.
 */
export function inlandOf(
  world: Pick<World, 'placeIds' | 'placeCountry' | 'originCountry' | 'frontierKm'> &
    Pick<ParameterValues, 'nearFrontierKm'> & { readonly hostPlaces: readonly Int32Array[] },
) {
  const nearFrontier = Uint8Array.from(world.placeIds, (_, place) =>
    world.placeCountry[place] !== world.originCountry &&
    world.frontierKm[place]! < world.nearFrontierKm
      ? 1
      : 0,
  );
  const inlandPlaces = world.hostPlaces.map((places) =>
    places.filter((place) => !nearFrontier[place]),
  );
  const nearest = (places: Int32Array) =>
    places.reduce(
      (best, place) =>
        best < 0 || world.frontierKm[place]! < world.frontierKm[best]! ? place : best,
      -1,
    );
  return {
    nearFrontier,
    inlandPlaces,
    entryPlace: Int32Array.from(world.hostPlaces, (places, country) =>
      nearest(inlandPlaces[country]!.length > 0 ? inlandPlaces[country]! : places),
    ),
  };
}

/** [place x group] homes as lists of numbers, and [group] the first day on which one is safe. */
export function homesOf({ homes, groupIds }: Pick<World, 'homes' | 'groupIds'>) {
  const groups = groupIds.length;
  const firstSafeDay = new Float64Array(groups).fill(Number.POSITIVE_INFINITY);
  homes.forEach((home, index) => {
    const g = index % groups;
    firstSafeDay[g] = Math.min(firstSafeDay[g]!, home.safeDay);
  });
  return {
    safeDay: Float64Array.from(homes, (home) => home.safeDay),
    destroyedShare: Float64Array.from(homes, (home) => home.destroyedShare),
    firstSafeDay,
  };
}

/**
 * Entry routes by the crossing on them. @param inputs crossing: [entry route] the crossing, -1
 * without
 */
export function entryRoutesThrough({
  placeIds,
  crossing,
}: Pick<World, 'placeIds'> & { readonly crossing: Int32Array }) {
  const all = crossing.map((_, entryRoute) => entryRoute);
  const crossings = new Int32Array(new Set(crossing.filter((place) => place >= 0))).sort();
  const entryRoutesOf = Array<Int32Array>(placeIds.length).fill(new Int32Array(0));
  for (const place of crossings) {
    entryRoutesOf[place] = all.filter((entryRoute) => crossing[entryRoute] === place);
  }
  return {
    entryRoutesOf,
    openEntryRoutes: all.filter((entryRoute) => crossing[entryRoute]! < 0),
    crossings,
  };
}
