import { hostingCountries, refuges } from './roles.ts';
import { shaper } from './shape.ts';
import type { SeriesId } from './vocabulary/index.ts';
import { deathCauses, inNeighbour, seriesNames } from './vocabulary/index.ts';
import type { World } from './world.ts';

/**
 * Where each series stands in the block of a day: [what the name runs over, the last fastest]. An
 * index is -1 where a series does not exist (a country that hosts nobody, a place that is no town or
 * camp).
 */
export type SeriesLayout = { readonly names: readonly string[] } & {
  readonly [Id in SeriesId]: (typeof seriesNames)[Id] extends `${string}{${string}`
    ? Int32Array
    : number;
};

/** What the series of a world depend on: offerPlaces: the places of receiving states with an offer. */
export type LayoutInputs = Pick<
  World,
  | 'countryIds'
  | 'groupIds'
  | 'regionIds'
  | 'placeIds'
  | 'placeKind'
  | 'placeCountry'
  | 'originCountry'
> & { readonly offerPlaces: Int32Array };

/** What names of series run over: ids, null for those without a series. */
type Dimensions = Readonly<Record<string, readonly (string | null)[]>>;

function dimensionsOf(world: LayoutInputs): Dimensions {
  const { countryIds, groupIds, regionIds, placeIds, placeKind } = world;
  const only = (ids: readonly string[], exists: (index: number) => unknown) =>
    ids.map((id, index) => (exists(index) ? id : null));
  const hosts = hostingCountries(world);
  const isRefuge = refuges(world);
  const receives = new Set([...world.offerPlaces].map((place) => world.placeCountry[place]!));
  return {
    host: only(countryIds, (country) => hosts[country]),
    receiver: only(countryIds, (country) => receives.has(country)),
    group: groupIds,
    region: regionIds,
    crossing: only(placeIds, (place) => placeKind[place] === 'crossing'),
    refuge: only(placeIds, (place) => isRefuge[place]),
    shelter: inNeighbour,
    cause: deathCauses,
  };
}

/** Names of a series, null where one does not exist. */
function namesOver(name: string, dimensions: Dimensions): readonly (string | null)[] {
  const [, before, over, after] = /^([^{]*)\{(\w+)\}(.*)$/.exec(name) ?? [];
  if (over === undefined) return [name];
  const rest = namesOver(after!, dimensions);
  return dimensions[over]!.flatMap((id) =>
    rest.map((end) => (id === null || end === null ? null : `${before}${id}${end}`)),
  );
}

const shaped = shaper<SeriesLayout>();

/** The series of a world, in the order of their declaration. */
export function layoutSeries(world: LayoutInputs): SeriesLayout {
  const dimensions = dimensionsOf(world);
  const names: string[] = [];
  const indices = Object.entries(seriesNames).map(([id, name]) => {
    const list = Int32Array.from(namesOver(name, dimensions), (one) =>
      one === null ? -1 : names.push(one) - 1,
    );
    return [id, name.includes('{') ? list : list[0]!];
  });
  return shaped({ names, ...Object.fromEntries(indices) });
}
