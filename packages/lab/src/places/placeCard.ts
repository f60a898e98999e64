import type { Case } from '@asylia/cases';
import type { PeopleRecorder, PlaceKind, World } from '@asylia/engine';
import { isRefuge } from '@asylia/engine';
import { peak } from '@asylia/security';
import type { Daily } from './daily.ts';
import { daily, sumOf } from './daily.ts';
import type { PlaceStatus } from './placeStatus.ts';
import { statusOf } from './placeStatus.ts';
import type { Supply } from './placeSupply.ts';
import { supplyOf } from './placeSupply.ts';
import type { PlaceSituation } from './whoIsThere.ts';
import { awayFromHome, placeSituations, whoIsThere } from './whoIsThere.ts';

/** What a page shows of one place in one simulated world. Plain values; persons by day. */
export interface PlaceCard {
  readonly id: string;
  readonly name: string;
  readonly nameOther: string;
  readonly kind: PlaceKind;
  readonly country: string;
  readonly countryName: string;
  /** Region of the state of origin, else empty. */
  readonly region: string;
  readonly frontierKm: number;
  readonly days: number;
  /**
   * Those who have fled and are here: in towns and camps the series `place.<id>`, at a crossing
   * those who wait, in a settlement the displaced, in a receiving state all who reached it.
   */
  readonly refuge: Daily;
  /** Everyone alive here: refuge, and those at home or returned. */
  readonly everyone: Daily;
  /** Situations in which anybody ever was, in the order of placeSituations; the dead: so far. */
  readonly bySituation: readonly { readonly situation: PlaceSituation; readonly persons: Daily }[];
  /** Everyone alive here, by group; all groups of the case. */
  readonly byGroup: readonly {
    readonly group: string;
    readonly title: string;
    readonly persons: Daily;
  }[];
  /** Of a settlement of the state of origin: its own people, and those who found refuge in it. */
  readonly home: {
    readonly atHome: Daily;
    readonly returned: Daily;
    /** whose home is here and who are away from it, wherever they are */
    readonly away: Daily;
    /** from other places, displaced here */
    readonly displaced: Daily;
  } | null;
  /** Null where nobody holds a status of a state of refuge: in the origin and at its crossings. */
  readonly status: PlaceStatus | null;
  /** Null where the model holds no supply against people: everywhere but towns and camps abroad. */
  readonly supply: Supply | null;
  /** Most people of `refuge` on any day, and the first such day; null when nobody ever is here. */
  readonly peak: { readonly persons: number; readonly day: number } | null;
}

/**
 * The card of a place. Pure.
 * @param source the case of the world, with every overlay that the world has
 * @param people what `observePeople` kept
 * @returns null when the case has no such place
 */
export function placeCard(
  source: Case,
  world: World,
  people: PeopleRecorder,
  placeId: string,
): PlaceCard | null {
  const place = world.placeIds.indexOf(placeId);
  const row = source.tables.places.find(({ id }) => id === placeId);
  if (place < 0 || !row) return null;
  const there = whoIsThere(world, people, place);
  const inSituations = (list: readonly PlaceSituation[], group?: string) =>
    sumOf(
      world.days,
      there.filter(
        (one) => list.includes(one.situation) && (group === undefined || one.group === group),
      ),
    );
  const refuge = inSituations(awayFromHome);
  const most = peak(refuge.map((n) => (Number.isNaN(n) ? 0 : n)));
  const alive = [...awayFromHome, 'home', 'returned'] as const;
  const isHome = row.country === source.origin && row.kind === 'settlement';
  const isHost = isRefuge(row.kind, row.country, source.origin);
  return {
    id: placeId,
    name: row.name,
    nameOther: row.name_other,
    kind: row.kind,
    country: row.country,
    countryName: source.tables.states.find(({ country }) => country === row.country)?.name ?? '',
    region: row.region,
    frontierKm: row.frontier_km,
    days: world.days,
    refuge: daily(refuge),
    everyone: daily(inSituations(alive)),
    bySituation: placeSituations.flatMap((situation) => {
      const persons = inSituations([situation]);
      return persons.some((n) => n > 0) ? [{ situation, persons: daily(persons) }] : [];
    }),
    byGroup: source.groups.map(({ id, title }) => ({
      group: id,
      title,
      persons: daily(inSituations(alive, id)),
    })),
    home: isHome
      ? {
          atHome: daily(inSituations(['home'])),
          returned: daily(inSituations(['returned'])),
          away: daily(awayFrom(world, people, place)),
          displaced: daily(inSituations(['displaced'])),
        }
      : null,
    status: isHost || row.kind === 'state' ? statusOf(source, world, place, inSituations) : null,
    supply: isHost ? supplyOf(source, world, place, refuge) : null,
    peak: most.people > 0 ? { persons: most.people, day: most.day } : null,
  };
}

/** [day] persons whose home is the place and who are away from it. */
function awayFrom(world: World, people: PeopleRecorder, place: number): Float64Array {
  const groups = world.groupIds.length;
  return Float64Array.from({ length: world.days }, (_, day) => {
    const from = (day * world.placeIds.length + place) * groups;
    return people.away.subarray(from, from + groups).reduce((a, b) => a + b, 0);
  });
}
