import type { Plan } from './plan.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

/** A breach of conservation: a bug of the program, never a fault of a case. */
export class ConservationError extends Error {
  override readonly name = 'ConservationError';
}

/** [group] people in all, wherever they stand, the dead included. */
export function countEveryone(world: World, state: State): Float64Array {
  const groups = world.groupIds.length;
  const everyone = new Float64Array(groups);
  for (const list of [state.count, state.road, state.waiting]) {
    for (let i = 0; i < list.length; i += groups) {
      for (let g = 0; g < groups; g++) everyone[g]! += list[i + g]!;
    }
  }
  return everyone;
}

/** [group] living people who are away from home: must equal the pool `away`. */
export function countAway(world: World, plan: Plan, state: State): Float64Array {
  const groups = world.groupIds.length;
  const away = new Float64Array(groups);
  addCells(away, state.count, plan.awayCells);
  for (const list of [state.road, state.waiting]) {
    for (let i = 0; i < list.length; i += groups) {
      for (let g = 0; g < groups; g++) away[g]! += list[i + g]!;
    }
  }
  return away;
}

/**
 * Nobody is lost or invented, and nobody is counted less than zero times. Exact for whole people;
 * within rounding in `expected` mode.
 * @throws ConservationError naming day, group and numbers
 */
export function checkConservation(
  world: World,
  plan: Plan,
  state: State,
  start: Float64Array,
  exact: boolean,
): void {
  const groups = world.groupIds.length;
  const away = countAway(world, plan, state);
  const everyone = away.slice();
  const least = addCells(everyone, state.count, plan.otherCells);
  const pool = new Float64Array(groups);
  for (let i = 0; i < plan.settlements.length; i++) {
    const from = plan.settlements[i]! * groups;
    for (let g = 0; g < groups; g++) pool[g]! += state.away[from + g]!;
  }
  if (least < -1e-9) {
    throw new ConservationError(`day ${state.day}: a situation counts ${least} people`);
  }
  for (let g = 0; g < groups; g++) {
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
}

/** Adds the cells of all groups to the sums; returns the least count met. */
function addCells(sums: Float64Array, count: Float64Array, cells: Int32Array): number {
  const groups = sums.length;
  let least = 0;
  for (let i = 0; i < cells.length; i++) {
    const from = cells[i]!;
    for (let g = 0; g < groups; g++) {
      const n = count[from + g]!;
      sums[g]! += n;
      if (n < least) least = n;
    }
  }
  return least;
}
