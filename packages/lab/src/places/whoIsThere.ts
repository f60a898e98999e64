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
  /** [day] persons; NaN on days that were not lived; the dead: so far */
  readonly perDay: Float64Array;
}

/**
 * Who is at a place, waits there or is on the road to it, by situation and group: [situation x
 * group] in the order of placeSituations. Everyone is somewhere exactly once: the rows of all
 * places add up to all people. A way without a crossing counts with the place that it leads to.
 * @param place index of the place
 */
export function whoIsThere(world: World, people: PeopleRecorder, place: number): Presence[] {
  const passages = passagesAt(world, place);
  return placeSituations.flatMap((situation) =>
    world.groupIds.map((group, g): Presence => {
      const perDay = new Float64Array(world.days);
      for (let day = 0; day < world.days; day++) {
        perDay[day] = personsOn(world, people, place, passages, situation, g, day);
      }
      return { situation, group, perDay };
    }),
  );
}

/** Passages whose people wait at the place, or are on the road to it. */
function passagesAt(world: World, place: number): number[] {
  return world.passages.flatMap(({ crossing, to }, index) =>
    crossing === place || (crossing < 0 && to === place) ? [index] : [],
  );
}

function personsOn(
  world: World,
  people: PeopleRecorder,
  place: number,
  passages: readonly number[],
  situation: PlaceSituation,
  group: number,
  day: number,
): number {
  if (situation !== 'waiting' && situation !== 'onTheRoad') {
    return people.count[peopleRow(world, day, at[situation], place) + group]!;
  }
  const queue = situation === 'waiting' ? people.waiting : people.road;
  const groups = world.groupIds.length;
  const start = day * world.passages.length;
  // A place without a way to it says NaN too on a day that was not lived.
  const none = Number.isNaN(people.count[peopleRow(world, day, 0, place)]!) ? Number.NaN : 0;
  return passages.reduce((n, passage) => n + queue[(start + passage) * groups + group]!, none);
}

/**
 * Persons by situation at a place on one day, of all groups together; those without anyone are
 * left out. Empty on a day that was not lived.
 */
export function situationsAt(
  world: World,
  people: PeopleRecorder,
  place: number,
  day: number,
): Partial<Record<PlaceSituation, number>> {
  const found: Partial<Record<PlaceSituation, number>> = {};
  const passages = passagesAt(world, place);
  for (const situation of placeSituations) {
    let persons = 0;
    for (let g = 0; g < world.groupIds.length; g++) {
      persons += personsOn(world, people, place, passages, situation, g, day);
    }
    if (persons > 0) found[situation] = persons;
  }
  return found;
}
