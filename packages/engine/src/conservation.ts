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
  for (let g = 0; g < groups; g++) {
    const away =
      sumCells(state.count, plan.awayCells, g) +
      sumStrided(state.road, g, groups) +
      sumStrided(state.waiting, g, groups);
    const everyone = away + sumCells(state.count, plan.otherCells, g);
    let pool = 0;
    for (let i = 0; i < plan.settlements.length; i++) {
      pool += state.away[plan.settlements[i]! * groups + g]!;
    }
    // A count below zero anywhere makes a sum not a number.
    const slack = exact ? 0 : 1e-6 * (1 + start[g]!);
    if (!(Math.abs(everyone - start[g]!) <= slack)) {
      throw new ConservationError(
        `day ${state.day}: group ${world.groupIds[g]} began with ${start[g]} people and now counts ${everyone}`,
      );
    }
    if (!(Math.abs(away - pool) <= slack)) {
      throw new ConservationError(
        `day ${state.day}: ${away} people of group ${world.groupIds[g]} are away, but ${pool} homes wait for someone`,
      );
    }
  }
}

/** People of a group in some cells; NaN when one of them counts less than nobody. */
function sumCells(count: Float64Array, cells: Int32Array, group: number): number {
  let sum = 0;
  let least = 0;
  for (let i = 0; i < cells.length; i++) {
    const n = count[cells[i]! + group]!;
    sum += n;
    if (n < least) least = n;
  }
  return least < -1e-9 ? Number.NaN : sum;
}

function sumStrided(list: Float64Array, group: number, groups: number): number {
  let sum = 0;
  for (let i = group; i < list.length; i += groups) sum += list[i]!;
  return sum;
}
