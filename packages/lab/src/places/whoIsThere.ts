import type { PeopleRecorder, Situation, World } from '@asylia/engine';
import { at, dead, inNeighbour, inReceivingState, peopleRow, situations } from '@asylia/engine';

/** A situation of the model, or one of the two of people under way to a frontier. */
export type PlaceSituation = Situation | 'waiting' | 'onTheRoad';

/** Situations of people who have fled and are at a place, waiting at a crossing included. */
export const awayFromHome: readonly PlaceSituation[] = [
  'displaced',
  ...inNeighbour,
  ...inReceivingState,
  'waiting',
];

const theDead: readonly PlaceSituation[] = dead;

/** Every situation in the order of a card, the dead last. */
export const placeSituations: readonly PlaceSituation[] = [
  ...situations.filter((situation) => !theDead.includes(situation)),
  'waiting',
  'onTheRoad',
  ...dead,
];

/** Everyone of one group in one situation at a place, by day. */
export interface Presence {
  readonly situation: PlaceSituation;
  readonly group: string;
  /** [day] persons; NaN on days that were not simulated; the dead: so far */
  readonly perDay: Float64Array;
}

/**
 * Who is at a place, waits there or is on the road to it, by situation and group: [situation x
 * group] in the order of placeSituations. Everyone is somewhere exactly once: the rows of all
 * places add up to all people. A way without a crossing counts with the place that it leads to.
 * @param place index of the place
 */
export function whoIsThere(world: World, people: PeopleRecorder, place: number): Presence[] {
  const entryRoutes = entryRoutesAt(world, place);
  return placeSituations.flatMap((situation) =>
    world.groupIds.map((group, g): Presence => {
      const perDay = new Float64Array(world.days);
      for (let day = 0; day < world.days; day++) {
        perDay[day] = personsOn(world, people, place, entryRoutes, situation, g, day);
      }
      return { situation, group, perDay };
    }),
  );
}

/** Entry routes whose people wait at the place, or are on the road to it. */
function entryRoutesAt(world: World, place: number): number[] {
  return world.entryRoutes.flatMap(({ crossing, to }, index) =>
    crossing === place || (crossing < 0 && to === place) ? [index] : [],
  );
}

function personsOn(
  world: World,
  people: PeopleRecorder,
  place: number,
  entryRoutes: readonly number[],
  situation: PlaceSituation,
  group: number,
  day: number,
): number {
  if (situation !== 'waiting' && situation !== 'onTheRoad') {
    return people.count[peopleRow(world, day, at[situation], place) + group]!;
  }
  const queue = situation === 'waiting' ? people.waiting : people.road;
  const groups = world.groupIds.length;
  const start = day * world.entryRoutes.length;
  // A place without a way to it says NaN too on a day that was not simulated.
  const none = Number.isNaN(people.count[peopleRow(world, day, 0, place)]!) ? Number.NaN : 0;
  return entryRoutes.reduce(
    (n, entryRoute) => n + queue[(start + entryRoute) * groups + group]!,
    none,
  );
}
