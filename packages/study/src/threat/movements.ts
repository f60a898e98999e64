import type { Mode, Plan, World } from '@asylia/engine';
import { planWorld, simulate } from '@asylia/engine';
import type {
  Consequences,
  Inputs,
  Kept,
  Levels,
  Movement,
  Reference,
  Stakes,
} from '@asylia/security';
import {
  applyLevels,
  followFrom,
  movementName,
  referenceOf,
  shapedStakes,
  summarise,
  switchesAt,
} from '@asylia/security';

/** How worlds are lived: the chance that they share. */
export interface Chance {
  readonly seed: number;
  readonly world: number;
  readonly mode: Mode;
}

/**
 * Movements lived so far under one set of compiled inputs and one chance, by their names: two
 * coalitions that differ only in what follows from movement share one run.
 */
export interface Movements {
  readonly world: World;
  readonly plan: Plan;
  readonly chance: Chance;
  readonly lived: Map<string, Movement>;
}

/** @param like plan of a similar world, to save time */
export function startMovements(world: World, chance: Chance, like: Plan | null = null): Movements {
  return { world, plan: planWorld(world, like), chance, lived: new Map() };
}

/**
 * The movement of people under some levels, lived once and kept.
 * @param inputs with the world of `movements`, before any level is changed
 * @param name another name for a movement that no level describes
 * @param change a change of the world beside the levels
 */
export function movementUnder(
  movements: Movements,
  inputs: Inputs,
  levels: Levels,
  name = '',
  change: (world: World) => World = (world) => world,
): Movement {
  const key = `${name} ${movementName(inputs, levels)}`;
  const known = movements.lived.get(key);
  if (known) return known;
  const world = change(applyLevels(inputs, levels).world);
  const plan = world === movements.world ? movements.plan : planWorld(world, movements.plan);
  const lived = simulate(world, { ...movements.chance, plan, exposure: true });
  const movement = summarise(world, plan, lived);
  movements.lived.set(key, movement);
  return movement;
}

/** What the history looked like in the middle: the yardstick of attacks and of moral hazard. */
export interface AsItWas {
  readonly reference: Reference;
  readonly reception: Float64Array;
}

/**
 * Lives the expected run with every source of threat present.
 * @param like plan of a similar world, to save time
 */
export function asItWas(inputs: Inputs, like: Plan | null = null): AsItWas {
  const plan = planWorld(inputs.world, like);
  const lived = simulate(inputs.world, {
    seed: 0,
    world: 0,
    mode: 'expected',
    plan,
    exposure: true,
  });
  const { exposure } = summarise(inputs.world, plan, lived);
  return {
    reference: referenceOf(inputs.stakes, exposure),
    reception: exposure.reception,
  };
}

/** Everything that follows from a movement under the switches of some levels. */
export function consequencesUnder(
  inputs: Inputs,
  levels: Levels,
  movement: Movement,
  reference: Reference,
  kept?: Kept,
): { readonly stakes: Stakes; readonly follows: Consequences } {
  const stakes = shapedStakes(inputs.stakes, switchesAt(levels));
  const { assumptions } = inputs;
  return { stakes, follows: followFrom(stakes, movement.exposure, reference, assumptions, kept) };
}
