import type { Plan } from './plan.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

/** A breach of conservation: a bug of the program, never a fault of a case. */
export class ConservationError extends Error {
  override readonly name = 'ConservationError';
}

/**
 * [group] people in all, wherever they stand, the dead included.
 * @example
 * ```js
 * import { compileCase, newCase, readCase } from '@asylia/cases';
 * import { countEveryone, simulate } from '@asylia/engine';
 * const world = compileCase(readCase(newCase('my-crisis')).case);
 * const { saved } = simulate(world, { seed: 1, world: 0, mode: 'sampled' });
 * [...countEveryone(world, saved.state)]; // is [108500, 210000]
 * ```
 */
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
  const { usable, settlements } = plan;
  const groups = world.groupIds.length;
  for (let g = 0; g < groups; g++) {
    const away =
      sumCountIndexes(state.count, usable.away[g]!) +
      sumStrided(state.road, g, groups) +
      sumStrided(state.waiting, g, groups);
    const everyone = away + sumCountIndexes(state.count, usable.settled[g]!);
    let pool = 0;
    for (let i = 0; i < settlements.length; i++) pool += state.away[settlements[i]! * groups + g]!;
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

/**
 * People in some counts; NaN when some of them count less than nobody: then the sum is less than
 * the sum of the sizes. Two sums side by side of each, for in one every addition waits for the one
 * before.
 */
function sumCountIndexes(count: Float64Array, countIndexes: Int32Array): number {
  const { length } = countIndexes;
  let a = 0;
  let b = 0;
  let sizeOfA = 0;
  let sizeOfB = 0;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    const n0 = count[countIndexes[i]!]!;
    const n1 = count[countIndexes[i + 1]!]!;
    a += n0;
    b += n1;
    sizeOfA += Math.abs(n0);
    sizeOfB += Math.abs(n1);
  }
  if (i < length) {
    a += count[countIndexes[i]!]!;
    sizeOfA += Math.abs(count[countIndexes[i]!]!);
  }
  return sizeOfA - a + (sizeOfB - b) > 1e-9 ? Number.NaN : a + b;
}

/** The same of every `groups`th entry from that of a group on, which nothing takes below zero. */
function sumStrided(list: Float64Array, group: number, groups: number): number {
  const { length } = list;
  let a = 0;
  let b = 0;
  let i = group;
  for (; i + groups < length; i += 2 * groups) {
    a += list[i]!;
    b += list[i + groups]!;
  }
  return i < length ? a + b + list[i]! : a + b;
}
