import type { World } from './world.ts';
import { shelterLines } from './world.ts';

/** Four shelter columns of a country, in the order of the situations. */
export const shelterColumns = [...shelterLines, 'unsheltered'] as const;

/** Causes of death told apart. */
export const deathCauses = ['violence', 'shortfall', 'natural'] as const;

/** The four meanings of the word refugee under which people are counted. */
export const refugeeDefinitions = [
  'lostProtection',
  'crossedFrontier',
  'grantedStatus',
  'convention',
] as const;

/**
 * Where each series stands in the block of a day. Indices are -1 where a series does not exist
 * (a country that hosts nobody, a place that is no town or camp).
 */
export interface SeriesLayout {
  readonly names: readonly string[];
  /** [country x group] */
  readonly stock: Int32Array;
  /** [group] */
  readonly idp: Int32Array;
  readonly home: Int32Array;
  readonly road: Int32Array;
  /** [place], crossings only */
  readonly waiting: Int32Array;
  readonly entries: Int32Array;
  /** [region] */
  readonly leftExpelled: Int32Array;
  readonly leftFled: Int32Array;
  readonly leftInside: Int32Array;
  /** [region x country] */
  readonly leftTo: Int32Array;
  /** [country x 4] */
  readonly shelter: Int32Array;
  /** [place], towns and camps abroad */
  readonly place: Int32Array;
  /** [country] */
  readonly evacuatedTo: Int32Array;
  readonly returnedFrom: Int32Array;
  readonly secondWaveTo: Int32Array;
  /** [group] */
  readonly secondWaveOf: Int32Array;
  /** [group x 3] */
  readonly deaths: Int32Array;
  readonly outflow: number;
  readonly evacuated: number;
  readonly transferred: number;
  readonly claimed: number;
  readonly irregular: number;
  readonly returned: number;
  readonly secondWave: number;
  /** First of the four definitions. */
  readonly refugees: number;
}

/** Countries in which displaced persons can stand in towns or camps. */
export function hostCountries(
  world: Pick<World, 'countryIds' | 'placeKind' | 'placeCountry' | 'originCountry'>,
): boolean[] {
  const hosts = world.countryIds.map(() => false);
  world.placeKind.forEach((kind, place) => {
    const country = world.placeCountry[place]!;
    if (country !== world.originCountry && (kind === 'town' || kind === 'camp')) {
      hosts[country] = true;
    }
  });
  return hosts;
}

/** @param world with the places of receiving states to which some offer goes */
export function layoutSeries(
  world: Pick<
    World,
    | 'countryIds'
    | 'groupIds'
    | 'regionIds'
    | 'placeIds'
    | 'placeKind'
    | 'placeCountry'
    | 'originCountry'
  > & { readonly offerPlaces: Int32Array },
): SeriesLayout {
  const names: string[] = [];
  const add = (name: string): number => names.push(name) - 1;
  const { countryIds, groupIds, regionIds, placeIds } = world;
  const hosts = hostCountries(world);
  const overCountries = (exists: (country: number) => boolean, name: (id: string) => string) =>
    Int32Array.from(countryIds, (id, country) => (exists(country) ? add(name(id)) : -1));
  const isHost = (country: number) => hosts[country]!;
  const receives = new Set([...world.offerPlaces].map((place) => world.placeCountry[place]!));

  const stock = Int32Array.from({ length: countryIds.length * groupIds.length }, (_, index) => {
    const country = Math.floor(index / groupIds.length);
    const group = index % groupIds.length;
    return hosts[country] ? add(`stock.${countryIds[country]}.${groupIds[group]}`) : -1;
  });
  const overGroups = (name: (id: string) => string) =>
    Int32Array.from(groupIds, (id) => add(name(id)));
  const overCrossings = (name: (id: string) => string) =>
    Int32Array.from(placeIds, (id, place) =>
      world.placeKind[place] === 'crossing' ? add(name(id)) : -1,
    );
  const overRegions = (name: (id: string) => string) =>
    Int32Array.from(regionIds, (id) => add(name(id)));

  return {
    names,
    stock,
    idp: overGroups((id) => `idp.${id}`),
    home: overGroups((id) => `home.${id}`),
    road: overGroups((id) => `road.${id}`),
    waiting: overCrossings((id) => `waiting.${id}`),
    entries: overCrossings((id) => `entries.${id}`),
    leftExpelled: overRegions((id) => `left.${id}.expelled`),
    leftFled: overRegions((id) => `left.${id}.fled`),
    leftInside: overRegions((id) => `left.${id}.inside`),
    leftTo: Int32Array.from({ length: regionIds.length * countryIds.length }, (_, index) => {
      const region = Math.floor(index / countryIds.length);
      const country = index % countryIds.length;
      return hosts[country] ? add(`left.${regionIds[region]}.to.${countryIds[country]}`) : -1;
    }),
    shelter: Int32Array.from({ length: countryIds.length * 4 }, (_, index) => {
      const country = Math.floor(index / 4);
      return hosts[country]
        ? add(`shelter.${countryIds[country]}.${shelterColumns[index % 4]}`)
        : -1;
    }),
    place: Int32Array.from(placeIds, (id, place) => {
      const kind = world.placeKind[place];
      const abroad = world.placeCountry[place] !== world.originCountry;
      return abroad && (kind === 'town' || kind === 'camp') ? add(`place.${id}`) : -1;
    }),
    evacuatedTo: overCountries(
      (country) => receives.has(country),
      (id) => `evacuated.${id}`,
    ),
    returnedFrom: overCountries(isHost, (id) => `returned.${id}`),
    secondWaveTo: overCountries(isHost, (id) => `secondWave.to.${id}`),
    secondWaveOf: overGroups((id) => `secondWave.${id}`),
    deaths: Int32Array.from({ length: groupIds.length * 3 }, (_, index) =>
      add(`deaths.${groupIds[Math.floor(index / 3)]}.${deathCauses[index % 3]}`),
    ),
    outflow: add('outflow'),
    evacuated: add('evacuated'),
    transferred: add('transferred'),
    claimed: add('claimed'),
    irregular: add('irregular'),
    returned: add('returned'),
    secondWave: add('secondWave'),
    refugees: refugeeDefinitions.map((id) => add(`refugees.${id}`))[0]!,
  };
}
