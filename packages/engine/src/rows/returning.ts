import { decision } from '../decisions.ts';
import { divide, peopleOf, takeFrom } from '../people.ts';
import type { Run } from '../run.ts';
import { drawCountKeyed, probability } from '../run.ts';
import { countIndex } from '../state.ts';
import { at } from '../vocabulary/index.ts';

/** Slots of the key of chance, by where people come from. */
const fromInside = 1;
const fromAfar = 3;
const fromNeighbour = 4;

/** Key of those who return from all places of a situation together: its slot tells them apart. */
const noCountry = 0;

/** How far the return of a group has set in: 0 before home is safe, 1 at full pace. */
export function returnRamp(run: Run, group: number): number {
  const { plan, state, world } = run;
  const since = state.day - plan.firstSafeDay[group]! + 1;
  if (since <= 0) return 0;
  return Math.min(1, since / world.parameters.returnBuildUpDays);
}

/**
 * Once home is safe people go home by a hazard (function f9): from the neighbours, from
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
    const waiting = homesWaiting(run, g);
    let home = 0;
    for (let i = 0; i < plan.hostCountries.length; i++) {
      const country = plan.hostCountries[i]!;
      const hazard = p.returnPerDay * ramp * drag * world.returnTie[country * groups + g]!;
      const countIndexes = plan.usable.byGroup[country * groups + g]!;
      const n = leaveFor(
        run,
        g,
        0,
        countIndexes,
        world.countryKey[country]!,
        hazard,
        fromNeighbour,
        waiting - home,
      );
      state.totals[layout.returnedFrom[country]!]! += n;
      home += n;
    }
    if (plan.statePlaces.length > 0) {
      const hazard = p.returnFromAfarPerDay * ramp;
      const most = waiting - home;
      home += leaveFor(run, g, g, plan.farCountIndexes, noCountry, hazard, fromAfar, most);
    }
    state.totals[layout.returned]! += home;
    if (plan.settlements.length > 0) {
      const hazard = p.returnInsidePerDay * ramp * drag;
      const most = waiting - home;
      const from = plan.displacedCountIndexes;
      home += leaveFor(run, g, g, from, noCountry, hazard, fromInside, most);
    }
    if (home > 0) arriveHome(run, g, home);
  }
}

/**
 * People of the group at the count indexes (each with its offset) set out for home, as long as
 * homes wait; the key of their chance is that of a country, or
 * noCountry, and a slot. Returns how many.
 */
function leaveFor(
  run: Run,
  group: number,
  offset: number,
  countIndexes: Int32Array,
  key: number,
  hazardPerDay: number,
  slot: number,
  most: number,
): number {
  if (hazardPerDay <= 0 || most <= 0) return 0;
  const total = peopleOf(run, offset, countIndexes);
  const p = probability(hazardPerDay);
  const n = Math.min(most, drawCountKeyed(run, total, p, key, group, decision.goHome, slot));
  if (n > 0) takeFrom(run, offset, countIndexes, total, n);
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
    const home = scratch.allocation[i]!;
    state.count[countIndex(world, at.returned, place) + group]! += home;
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
