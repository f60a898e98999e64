import type { Run } from '../run.ts';
import { situations } from '../vocabulary/index.ts';
import type { World } from '../world.ts';
import type { Watch } from './observer.ts';

/**
 * Who stood where in what situation at the end of each day, in persons
 * Days that the call did not simulate are NaN: before a resumed run, after `untilDay`.
 */
export interface PeopleRecorder {
  /** [day x situation x place x group], group fastest: the situations as in state.ts */
  readonly count: Float64Array;
  /**
   * [day x entry route x group], group fastest: people waiting at the crossing of the entry route
   */
  readonly waiting: Float64Array;
  /** [day x entry route x group], group fastest: people on the road to the entry route */
  readonly road: Float64Array;
  /** [day x place x group], group fastest: people whose home is there, alive and away from it */
  readonly away: Float64Array;
}

export function observePeople({ world, state }: Run, untilDay: number): Watch<PeopleRecorder> {
  const perDay = (countIndexes: number) => {
    const each = countIndexes * world.groupIds.length;
    const list = new Float64Array(world.days * each);
    return list.fill(Number.NaN, 0, state.day * each).fill(Number.NaN, untilDay * each);
  };
  const kept = {
    count: perDay(situations.length * world.placeIds.length),
    waiting: perDay(world.entryRoutes.length),
    road: perDay(world.entryRoutes.length),
    away: perDay(world.placeIds.length),
  };
  return { kept, afterDay: (run) => recordPeople(run, kept) };
}

function recordPeople({ state }: Run, people: PeopleRecorder): void {
  people.count.set(state.count, state.day * state.count.length);
  people.waiting.set(state.waiting, state.day * state.waiting.length);
  people.away.set(state.away, state.day * state.away.length);
  const countIndexes = state.waiting.length;
  const from = state.day * countIndexes;
  people.road.fill(0, from, from + countIndexes);
  for (let i = 0; i < state.road.length; i += countIndexes) {
    for (let k = 0; k < countIndexes; k++) people.road[from + k]! += state.road[i + k]!;
  }
}

/** Offset in `count` of the row of groups of a situation at a place on a day. */
export function peopleRow(world: World, day: number, situation: number, place: number): number {
  const places = world.placeIds.length;
  return ((day * situations.length + situation) * places + place) * world.groupIds.length;
}
