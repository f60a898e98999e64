import { decision } from '../decisions.ts';
import { divide, gather, takeGathered } from '../people.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';
import { probability } from './flight.ts';

/** Slots of the key of chance, by where people come from. */
const fromInside = 1;
const fromAfar = 3;
const fromNeighbour = 4;

/** How far the return of a group has set in: 0 before home is safe, 1 at full pace. */
export function returnRamp(run: Run, group: number): number {
  const { plan, state, world } = run;
  const since = state.day - plan.firstSafeDay[group]! + 1;
  if (since <= 0) return 0;
  return Math.min(1, since / world.parameters.returnBuildUpDays);
}

/**
 * Row 14. Once home is safe people go home by a hazard (function f9): from the neighbours, from
 * inside, and slower from afar. They go to the homes from which people of their group are away,
 * among those that are safe; a destroyed home holds some of them back.
 */
export function returning(run: Run): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const p = world.parameters;
  const groups = world.groupIds.length;
  for (let g = 0; g < groups; g++) {
    const ramp = returnRamp(run, g);
    if (ramp <= 0) continue;
    const drag = 1 - destroyedShare(run, g) * (1 - p.destroyedHomeReturnFactor);
    for (let country = 0; country < plan.hostPlaces.length; country++) {
      const places = plan.hostPlaces[country]!;
      if (places.length === 0) continue;
      const tie = world.returnTie[country * groups + g]!;
      const hazard = p.returnPerDay * ramp * drag * tie;
      const n = goHome(run, g, plan.hostCells[country]!, places[0]!, hazard, fromNeighbour);
      state.totals[layout.returnedFrom[country]!]! += n;
      state.totals[layout.returned]! += n;
    }
    if (plan.statePlaces.length > 0) {
      const hazard = p.returnFromAfarPerDay * ramp;
      const n = goHome(run, g, plan.farCells, plan.statePlaces[0]!, hazard, fromAfar);
      state.totals[layout.returned]! += n;
    }
    const hazard = p.returnInsidePerDay * ramp * drag;
    goHome(run, g, plan.displacedCells, plan.settlements[0]!, hazard, fromInside);
  }
}

/** People of the group in the cells go home; the key of their chance is a place and a slot. */
function goHome(
  run: Run,
  group: number,
  cells: Int32Array,
  place: number,
  hazardPerDay: number,
  slot: number,
): number {
  if (hazardPerDay <= 0) return 0;
  const total = gather(run, group, cells);
  if (total <= 0) return 0;
  const wish = howMany(run, total, probability(hazardPerDay), place, group, decision.goHome, slot);
  if (wish <= 0) return 0;
  const n = Math.min(homesWaiting(run, group), wish);
  if (n <= 0) return 0;
  takeGathered(run, n);
  arriveHome(run, group, n);
  return n;
}

/** People of the group who are away from a home that is safe today. */
function homesWaiting(run: Run, group: number): number {
  const { world, plan, state } = run;
  const groups = world.groupIds.length;
  let n = 0;
  for (let i = 0; i < plan.settlements.length; i++) {
    const index = plan.settlements[i]! * groups + group;
    if (plan.safeDay[index]! <= state.day) n += state.away[index]!;
  }
  return n;
}

function arriveHome(run: Run, group: number, n: number): void {
  const { world, plan, state, scratch } = run;
  const groups = world.groupIds.length;
  const m = plan.settlements.length;
  for (let i = 0; i < m; i++) {
    const index = plan.settlements[i]! * groups + group;
    scratch.weights[i] = plan.safeDay[index]! <= state.day ? state.away[index]! : 0;
  }
  divide(run, n, scratch.weights, m);
  for (let i = 0; i < m; i++) {
    const place = plan.settlements[i]!;
    const home = scratch.parts[i]!;
    state.count[cell(world, at.returned, place) + group]! += home;
    state.away[place * groups + group] = Math.max(0, state.away[place * groups + group]! - home);
  }
}

/** Mean share of destroyed homes over those who are away. */
function destroyedShare(run: Run, group: number): number {
  const { world, plan, state } = run;
  const groups = world.groupIds.length;
  let away = 0;
  let destroyed = 0;
  for (let i = 0; i < plan.settlements.length; i++) {
    const index = plan.settlements[i]! * groups + group;
    away += state.away[index]!;
    destroyed += state.away[index]! * plan.destroyedShare[index]!;
  }
  return away > 0 ? destroyed / away : 0;
}
