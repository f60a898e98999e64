import { decision } from '../decisions.ts';
import { divide, gather, sheltered, takeGathered } from '../people.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';
import { probability } from './flight.ts';

/** How far the return of a group has set in: 0 before home is safe, 1 at full pace. */
export function returnRamp(run: Run, group: number): number {
  const { plan, state, world } = run;
  const since = state.day - plan.firstSafeDay[group]! + 1;
  if (since <= 0) return 0;
  return Math.min(1, since / world.parameters.returnBuildUpDays);
}

const far = [at.evacuated, at.claimed, at.irregular] as const;

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
      const n = goHome(run, g, places, sheltered, p.returnPerDay * ramp * drag * tie);
      state.totals[layout.returnedFrom[country]!]! += n;
      state.totals[layout.returned]! += n;
    }
    state.totals[layout.returned]! += goHome(
      run,
      g,
      plan.statePlaces,
      far,
      p.returnFromAfarPerDay * ramp,
    );
    goHome(run, g, plan.settlements, [at.displaced], p.returnInsidePerDay * ramp * drag);
  }
}

function goHome(
  run: Run,
  group: number,
  places: Int32Array,
  which: readonly number[],
  hazardPerDay: number,
): number {
  if (places.length === 0 || hazardPerDay <= 0) return 0;
  const { m, total } = gather(run, group, places, which);
  if (total <= 0) return 0;
  const n = Math.min(
    homesWaiting(run, group),
    howMany(
      run,
      total,
      probability(hazardPerDay),
      places[0]!,
      group,
      decision.goHome,
      which.length,
    ),
  );
  if (n <= 0) return 0;
  takeGathered(run, n, m);
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
    if (world.homes[index]!.safeDay <= state.day) n += state.away[index]!;
  }
  return n;
}

function arriveHome(run: Run, group: number, n: number): void {
  const { world, plan, state, scratch } = run;
  const groups = world.groupIds.length;
  const m = plan.settlements.length;
  for (let i = 0; i < m; i++) {
    const index = plan.settlements[i]! * groups + group;
    scratch.weights[i] = world.homes[index]!.safeDay <= state.day ? state.away[index]! : 0;
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
    destroyed += state.away[index]! * world.homes[index]!.destroyedShare;
  }
  return away > 0 ? destroyed / away : 0;
}
