import type { World } from '../world.ts';
import { shelterLines } from '../world.ts';
import { sheltered } from './cells.ts';
import type { Ways } from './ways.ts';

/** Cells abroad that can ever hold somebody, with all that a day asks of them. */
export interface LiveCells {
  /** [country x group] cells, situation by situation, place by place */
  readonly byGroup: readonly Int32Array[];
  /** [country x group] the same of those with families, and of those without */
  readonly inFamily: readonly Int32Array[];
  readonly withoutFamily: readonly Int32Array[];
  /** [country] all groups of a cell together, situation by situation, place by place */
  readonly all: readonly Int32Array[];
  /** [country] place by place, situation by situation: cells, and for each its place, shelter, group */
  readonly inPlaces: readonly Int32Array[];
  readonly placeOf: readonly Int32Array[];
  readonly shelterOf: readonly Int32Array[];
  readonly groupOf: readonly Int32Array[];
  /** [country x group] 1 where people of the group can come to the country */
  readonly reached: Uint8Array;
  /** [line of shelter x place] 1 where the case knows of the line */
  readonly known: Uint8Array;
  /** [country] cells without shelter, place by place, with their places and groups */
  readonly unsheltered: readonly Int32Array[];
  readonly unshelteredPlace: readonly Int32Array[];
  readonly unshelteredGroup: readonly Int32Array[];
  /** [country] lines of shelter that the case knows of: line x places + place */
  readonly lines: readonly Int32Array[];
  /** [country] centres and camps among them */
  readonly sites: readonly Int32Array[];
}

/**
 * Where people can stand in the countries that they can reach (see reachedCountries): without
 * shelter anywhere, in a line of shelter only where the case knows of it, with families in every
 * town.
 */
export function liveAbroad(
  world: Pick<World, 'countryIds' | 'groupIds' | 'placeIds' | 'placeKind' | 'initial'> &
    Pick<LiveCells, 'reached' | 'known'> & { readonly hostPlaces: readonly Int32Array[] },
): LiveCells {
  const { hostPlaces, reached, known } = world;
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const canHold = (s: number, place: number) =>
    s === 3 || known[s * places + place] === 1 || (s === 0 && world.placeKind[place] === 'town');
  const isLive = (country: number, s: number, place: number, g: number) =>
    (reached[country * groups + g] === 1 && canHold(s, place)) ||
    world.initial[(sheltered[s]! * places + place) * groups + g]! > 0;
  const cellsWhere = (country: number, which: readonly number[], g: number | null) =>
    Int32Array.from(
      which.flatMap((s) =>
        [...hostPlaces[country]!].flatMap((place) =>
          (g === null ? world.groupIds.map((_, i) => i) : [g]).flatMap((group) =>
            isLive(country, s, place, group)
              ? [(sheltered[s]! * places + place) * groups + group]
              : [],
          ),
        ),
      ),
    );
  const perGroup = (which: readonly number[]) =>
    world.countryIds.flatMap((_, country) =>
      world.groupIds.map((__, g) => cellsWhere(country, which, g)),
    );
  const ordered = world.countryIds.map((_, country) =>
    [...hostPlaces[country]!].flatMap((place) =>
      sheltered.flatMap((situation, s) =>
        world.groupIds.flatMap((__, g) =>
          isLive(country, s, place, g)
            ? [{ cell: (situation * places + place) * groups + g, place, s, g }]
            : [],
        ),
      ),
    ),
  );
  return {
    byGroup: perGroup([0, 1, 2, 3]),
    inFamily: perGroup([0]),
    withoutFamily: perGroup([1, 2, 3]),
    all: world.countryIds.map((_, country) => cellsWhere(country, [0, 1, 2, 3], null)),
    inPlaces: ordered.map((list) => Int32Array.from(list, (one) => one.cell)),
    placeOf: ordered.map((list) => Int32Array.from(list, (one) => one.place)),
    shelterOf: ordered.map((list) => Int32Array.from(list, (one) => one.s)),
    groupOf: ordered.map((list) => Int32Array.from(list, (one) => one.g)),
    reached,
    known,
    unsheltered: ordered.map((list) => Int32Array.from(open(list), (one) => one.cell)),
    unshelteredPlace: ordered.map((list) => Int32Array.from(open(list), (one) => one.place)),
    unshelteredGroup: ordered.map((list) => Int32Array.from(open(list), (one) => one.g)),
    lines: world.countryIds.map((_, country) => linesOf(country, [0, 1, 2])),
    sites: world.countryIds.map((_, country) => linesOf(country, [1, 2])),
  };

  function open<T extends { readonly s: number }>(list: readonly T[]): T[] {
    return list.filter((one) => one.s === 3);
  }

  function linesOf(country: number, which: readonly number[]): Int32Array {
    return Int32Array.from(
      which.flatMap((line) =>
        [...hostPlaces[country]!].flatMap((place) =>
          known[line * places + place] ? [line * places + place] : [],
        ),
      ),
    );
  }
}

/** Where money could open a camp or a centre: a place that has one of them can have both. */
export function knownLines({ hosting, placeIds }: Pick<World, 'hosting' | 'placeIds'>): Uint8Array {
  const places = placeIds.length;
  const known = new Uint8Array(shelterLines.length * places);
  for (const { line, place } of hosting) {
    if (line === 'hostFamily') known[place] = 1;
    if (line === 'centre' || line === 'camp') {
      known[places + place] = 1;
      known[2 * places + place] = 1;
    }
  }
  return known;
}

/**
 * [country x group] 1 where people of the group can come to the country: by a way, by going on
 * between neighbours, by a transfer, or because they are there on the first day.
 */
export function reachedCountries(
  world: Pick<
    World,
    'countryIds' | 'groupIds' | 'placeIds' | 'placeCountry' | 'initial' | 'onwardTie'
  > & {
    readonly hostPlaces: readonly Int32Array[];
    readonly ways: Pick<Ways, 'start' | 'country'>;
    readonly persecuted: Uint8Array;
    readonly offerPlaces: Int32Array;
  },
): Uint8Array {
  const { hostPlaces, ways, persecuted } = world;
  const groups = world.groupIds.length;
  const reached = new Uint8Array(world.countryIds.length * groups);
  for (let pg = 0; pg + 1 < ways.start.length; pg++) {
    const g = pg % groups;
    for (let way = ways.start[pg]!; way < ways.start[pg + 1]!; way++) {
      reached[ways.country[way]! * groups + g] = 1;
    }
  }
  for (let country = 0; country < world.countryIds.length; country++) {
    for (let g = 0; g < groups; g++) {
      const index = country * groups + g;
      const there = [...hostPlaces[country]!].some((place) =>
        sheltered.some((s) => world.initial[(s * world.placeIds.length + place) * groups + g]! > 0),
      );
      if (there || (persecuted[g] && world.onwardTie[index]! > 0)) reached[index] = 1;
    }
  }
  for (const place of world.offerPlaces) {
    for (let g = 0; g < groups; g++) {
      if (persecuted[g]) reached[world.placeCountry[place]! * groups + g] = 1;
    }
  }
  return reached;
}
