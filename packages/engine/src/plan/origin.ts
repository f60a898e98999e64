import type { World } from '../world.ts';

/** Places where the people of one group stand while they are away from home. */
export interface AwayCountIndexes {
  /**
   * Count indexes of place i, in the order of places: countIndex[start[i] .. start[i + 1] - 1],
   * none empty.
   */
  readonly start: Int32Array;
  readonly countIndex: Int32Array;
}

/** What the exposure asks of the state of origin each day. */
export interface OriginCountIndexes {
  /** [group] */
  readonly away: readonly AwayCountIndexes[];
  /** settlements in which people live when the period begins, and half of these people */
  readonly simulated: Int32Array;
  readonly half: Float64Array;
  /** sum over settlements and groups of people squared, when the period begins */
  readonly ties: number;
}

/**
 * @param world peopleAtStart: [place x group]; guestCells: [place] see Plan; away: [group] count
 * indexes of people away from home, for in no other count index can there be any
 */
export function originCountIndexes(
  world: Pick<World, 'placeIds' | 'groupIds'> & {
    readonly settlements: Int32Array;
    readonly peopleAtStart: Float64Array;
    readonly guestCountIndexes: readonly Int32Array[];
    readonly away: readonly Int32Array[];
  },
): OriginCountIndexes {
  const { settlements, peopleAtStart, guestCountIndexes } = world;
  const groups = world.groupIds.length;
  let ties = 0;
  for (let g = 0; g < groups; g++) {
    for (const place of settlements) {
      const people = peopleAtStart[place * groups + g]!;
      if (people > 0) ties += people * people;
    }
  }
  const peopleOf = (place: number) => {
    let people = 0;
    for (let g = 0; g < groups; g++) people += peopleAtStart[place * groups + g]!;
    return people;
  };
  const simulated = settlements.filter((place) => peopleOf(place) > 0);
  return {
    away: world.away.map((countIndexes, g) =>
      awayCountIndexes(guestCountIndexes, new Set(countIndexes), g),
    ),
    simulated,
    half: Float64Array.from(simulated, (place) => peopleOf(place) / 2),
    ties,
  };
}

function awayCountIndexes(
  guestCountIndexes: readonly Int32Array[],
  usable: ReadonlySet<number>,
  group: number,
): AwayCountIndexes {
  const start = [0];
  const countIndex: number[] = [];
  for (const countIndexes of guestCountIndexes) {
    for (const first of countIndexes) if (usable.has(first + group)) countIndex.push(first + group);
    if (countIndex.length > start.at(-1)!) start.push(countIndex.length);
  }
  return { start: Int32Array.from(start), countIndex: Int32Array.from(countIndex) };
}
