import type { Mode, Plan, World } from '@asylia/engine';
import { planWorld, simulate } from '@asylia/engine';
import type {
  FactorLevels,
  Following,
  Inputs,
  Movement,
  Reference,
  SocietyContext,
} from '@asylia/security';
import {
  allOn,
  applyLevels,
  movementName,
  observersOfMovement,
  referenceOf,
  seriesOfMovement,
  summarise,
} from '@asylia/security';

/** How worlds are simulated: the chance that they share. */
export interface Chance {
  readonly seed: number;
  readonly world: number;
  readonly mode: Mode;
}

/**
 * Movements simulated so far under one set of compiled inputs and one chance, by their names: two
 * coalitions that differ only in what follows from movement share one run.
 */
export interface Movements {
  readonly world: World;
  readonly societyContext: SocietyContext;
  readonly plan: Plan;
  readonly chance: Chance;
  readonly simulated: Map<string, Movement>;
  /** [movement] what follows from it, shared by theories and coalitions as far as they agree */
  readonly following: Map<Movement, Following>;
}

/** @param like plan of a similar world, to save time */
export function startMovements(
  world: World,
  societyContext: SocietyContext,
  chance: Chance,
  like: Plan | null = null,
): Movements {
  const plan = planWorld(world, like);
  return { world, societyContext, plan, chance, simulated: new Map(), following: new Map() };
}

/**
 * The movement of people under some levels, simulated once and cached.
 * @param inputs with the world of `movements`, before any level is changed
 * @param name another name for a movement that no level describes
 * @param change a change of the world beside the levels
 */
export function movementUnder(
  movements: Movements,
  inputs: Inputs,
  levels: FactorLevels,
  name = '',
  change: (world: World) => World = (world) => world,
): Movement {
  const key = `${name} ${movementName(inputs, levels)}`;
  const known = movements.simulated.get(key);
  if (known) return known;
  const world = change(applyLevels(inputs, levels).world);
  const plan = world === movements.world ? movements.plan : planWorld(world, movements.plan);
  const record = seriesOfMovement(plan);
  const simulated = simulate(world, {
    ...movements.chance,
    plan,
    record,
    observers: observersOfMovement,
  });
  const movement = summarise(world, plan, simulated);
  movements.simulated.set(key, movement);
  return movement;
}

/** What the history looked like in its expected run: the yardstick of attacks and of moral hazard. */
export interface Baseline {
  readonly reference: Reference;
  readonly reception: Float64Array;
}

/** Takes it from the expected run with every source of threat present. */
export function baseline(movements: Movements, assumptions: Inputs['assumptions']): Baseline {
  const { world, societyContext } = movements;
  const inputs: Inputs = { world, societyContext, assumptions, baselineReception: null };
  const { exposure } = movementUnder(movements, inputs, allOn);
  return { reference: referenceOf(societyContext, exposure), reception: exposure.reception };
}
