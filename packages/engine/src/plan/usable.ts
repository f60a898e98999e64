import type { SeriesLayout } from '../seriesLayout.ts';
import { at, canShelter, dead, shelterLines } from '../vocabulary/index.ts';
import type { World } from '../world.ts';
import { far, sheltered } from './countIndexes.ts';
import type { DestinationOptions } from './destinationOptions.ts';
import type { HostCountIndexes } from './hostCountIndexes.ts';
import { hostCountIndexes } from './hostCountIndexes.ts';
import type { Tallies } from './tallies.ts';
import { planTallies } from './tallies.ts';

const knowable = [...shelterLines, 'relocation'] as const;

/** Count indexes that can ever hold somebody: the others need no look. */
export interface UsableSlots {
  /** [country x group] count indexes abroad, situation by situation, place by place */
  readonly byGroup: readonly Int32Array[];
  /** [country x group] the same of those with families, and of those without */
  readonly inFamily: readonly Int32Array[];
  readonly withoutFamily: readonly Int32Array[];
  /** [country] what a day asks of its towns and camps */
  readonly hosts: readonly HostCountIndexes[];
  /** [line of shelter, or relocation, x place] 1 where the case knows of it */
  readonly known: Uint8Array;
  /** [group] count indexes of people alive and away from home, and of all others */
  readonly away: readonly Int32Array[];
  readonly settled: readonly Int32Array[];
  /** [group] receiving states in which people of the group can stand */
  readonly farPlaces: readonly Int32Array[];
  /** Stocks of the record, from the count indexes that they add up. */
  readonly tallies: Tallies;
}

/** What the count indexes depend on. */
export interface UsableInputs
  extends Pick<World, 'groupIds' | 'placeIds' | 'placeKind' | 'initial'>,
    Pick<UsableSlots, 'known'> {
  /** [country] towns and camps abroad, and those of them not near the frontier */
  readonly hostPlaces: readonly Int32Array[];
  readonly inlandPlaces: readonly Int32Array[];
  readonly statePlaces: Int32Array;
  readonly settlements: Int32Array;
  readonly layout: SeriesLayout;
  /** [group] see Plan */
  readonly persecuted: Uint8Array;
  /** [country x group] see reachedCountries */
  readonly reached: Uint8Array;
}

/**
 * Where people can stand in the countries that they can reach (see reachedCountries): without
 * shelter anywhere, in a line of shelter only where the case knows of it, with families in every
 * town.
 */
export function usableSlots(world: UsableInputs): UsableSlots {
  const { hostPlaces, reached, known } = world;
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const isUsable = (country: number, s: number, place: number, g: number): boolean => {
    if (world.initial[(sheltered[s]! * places + place) * groups + g]! > 0) return true;
    if (reached[country * groups + g] !== 1) return false;
    const isOpen = s === 3 || (s === 0 && world.placeKind[place] === 'town');
    return isOpen || known[s * places + place] === 1;
  };
  const perGroup = (which: readonly number[]) =>
    hostPlaces.flatMap((list, country) =>
      Array.from({ length: groups }, (_, g) => {
        const countIndexes: number[] = [];
        for (const s of which) {
          for (const place of list) {
            if (isUsable(country, s, place, g)) {
              countIndexes.push((sheltered[s]! * places + place) * groups + g);
            }
          }
        }
        return Int32Array.from(countIndexes);
      }),
    );
  const byGroup = perGroup([0, 1, 2, 3]);
  const hosts = hostPlaces.map((list, country) =>
    hostCountIndexes(world, list, world.inlandPlaces[country]!, known, (s, place, g) =>
      isUsable(country, s, place, g),
    ),
  );
  return {
    byGroup,
    inFamily: perGroup([0]),
    withoutFamily: perGroup([1, 2, 3]),
    hosts,
    tallies: planTallies(
      world,
      world.layout,
      world.settlements,
      hosts,
      new Set(byGroup.flatMap((countIndexes) => [...countIndexes])),
    ),
    known,
    ...everyone(world, byGroup),
  };
}

/** Where money could open a camp or a centre: a place that has one of them can have both. Last: relocation. */
export function knownLines({ hosting, placeIds }: Pick<World, 'hosting' | 'placeIds'>): Uint8Array {
  const places = placeIds.length;
  const known = new Uint8Array(knowable.length * places);
  for (const { line, place } of hosting) {
    if (line === 'hostFamily') known[place] = 1;
    if (line === 'relocation') known[3 * places + place] = 1;
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
    readonly destinationOptions: Pick<DestinationOptions, 'start' | 'country'>;
    readonly persecuted: Uint8Array;
    readonly offerPlaces: Int32Array;
  },
): Uint8Array {
  const { hostPlaces, destinationOptions, persecuted } = world;
  const groups = world.groupIds.length;
  const reached = new Uint8Array(world.countryIds.length * groups);
  for (let pg = 0; pg + 1 < destinationOptions.start.length; pg++) {
    const g = pg % groups;
    for (
      let option = destinationOptions.start[pg]!;
      option < destinationOptions.start[pg + 1]!;
      option++
    ) {
      reached[destinationOptions.country[option]! * groups + g] = 1;
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

/**
 * [group] count indexes of those away from home, and of those at home or dead, in the whole world.
 * In receiving states only those stand who were taken or went there, and they alone can die there.
 */
function everyone(
  world: UsableInputs,
  byGroup: readonly Int32Array[],
): Pick<UsableSlots, 'away' | 'settled' | 'farPlaces'> {
  const { hostPlaces, statePlaces, persecuted } = world;
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const away: number[][] = [];
  const settled: number[][] = [];
  const farPlaces: Int32Array[] = [];
  const isHost = new Uint8Array(places);
  for (const list of hostPlaces) for (const place of list) isHost[place] = 1;
  for (let g = 0; g < groups; g++) {
    const put = (list: number[], which: readonly number[], place: number) => {
      for (const situation of which) list.push((situation * places + place) * groups + g);
    };
    const here: number[] = [];
    const there: number[] = [];
    away.push(here);
    settled.push(there);
    for (let place = 0; place < places; place++) {
      const kind = world.placeKind[place]!;
      if (kind === 'settlement') {
        put(here, [at.displaced], place);
        put(there, [at.home, at.returned, ...deaths], place);
      } else if (canShelter(kind) && !isHost[place]) {
        put(here, sheltered, place);
        put(there, deaths, place);
      }
    }
    for (let country = 0; country < hostPlaces.length; country++) {
      const countIndexes = byGroup[country * groups + g]!;
      for (const countIndex of countIndexes) here.push(countIndex);
      if (countIndexes.length === 0) continue;
      for (const place of hostPlaces[country]!) put(there, otherDeaths, place);
    }
    const isThere = (place: number) =>
      far.some((s) => world.initial[(s * places + place) * groups + g]! > 0);
    const states = statePlaces.filter((place) => persecuted[g] === 1 || isThere(place));
    for (const place of states) {
      put(here, far, place);
      put(there, otherDeaths, place);
    }
    farPlaces.push(states);
  }
  return {
    away: away.map((list) => Int32Array.from(list)),
    settled: settled.map((list) => Int32Array.from(list)),
    farPlaces,
  };
}

const otherDeaths = [at.deadShortfall, at.deadNatural] as const;
const deaths = dead.map((situation) => at[situation]);
