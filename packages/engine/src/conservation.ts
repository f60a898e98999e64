import type { State } from './state.ts';
import { at, journeyHorizonDays, situations } from './state.ts';
import type { World } from './world.ts';

/** A breach of conservation: a bug of the program, never a fault of a case. */
export class ConservationError extends Error {
  override readonly name = 'ConservationError';
}

/** [group] people in all, wherever they stand, the dead included. */
export function countEveryone(world: World, state: State): Float64Array {
  const groups = world.groupIds.length;
  const everyone = new Float64Array(groups);
  for (let i = 0; i < state.count.length; i++) everyone[i % groups]! += state.count[i]!;
  for (let i = 0; i < state.road.length; i++) everyone[i % groups]! += state.road[i]!;
  for (let i = 0; i < state.waiting.length; i++) everyone[i % groups]! += state.waiting[i]!;
  return everyone;
}

/** [group] living people who are away from home: must equal the pool `away`. */
export function countAway(world: World, state: State): Float64Array {
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const away = new Float64Array(groups);
  for (let s = 0; s < situations.length; s++) {
    if (s === at.home || s === at.returned || s >= at.deadViolence) continue;
    const from = s * places * groups;
    for (let i = 0; i < places * groups; i++) away[i % groups]! += state.count[from + i]!;
  }
  for (let i = 0; i < state.waiting.length; i++) away[i % groups]! += state.waiting[i]!;
  const road = journeyHorizonDays * world.passages.length * groups;
  for (let i = 0; i < road; i++) away[i % groups]! += state.road[i]!;
  return away;
}

/**
 * Nobody is lost or invented, and nobody is counted less than zero times. Exact for whole people;
 * within rounding in `expected` mode.
 * @throws ConservationError naming day, group and numbers
 */
export function checkConservation(
  world: World,
  state: State,
  start: Float64Array,
  exact: boolean,
): void {
  const everyone = countEveryone(world, state);
  const away = countAway(world, state);
  const pool = new Float64Array(world.groupIds.length);
  for (let i = 0; i < state.away.length; i++) pool[i % pool.length]! += state.away[i]!;
  for (let g = 0; g < everyone.length; g++) {
    const slack = exact ? 0 : 1e-6 * (1 + start[g]!);
    if (Math.abs(everyone[g]! - start[g]!) > slack) {
      throw new ConservationError(
        `day ${state.day}: group ${world.groupIds[g]} began with ${start[g]} people and now counts ${everyone[g]}`,
      );
    }
    if (Math.abs(away[g]! - pool[g]!) > slack) {
      throw new ConservationError(
        `day ${state.day}: ${away[g]} people of group ${world.groupIds[g]} are away, but ${pool[g]} homes wait for someone`,
      );
    }
  }
  for (let i = 0; i < state.count.length; i++) {
    if (state.count[i]! < -1e-9) {
      throw new ConservationError(`day ${state.day}: ${state.count[i]} people in cell ${i}`);
    }
  }
}
