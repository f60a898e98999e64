import { decision } from '../decisions.ts';
import { divide, gather, takeGathered } from '../people.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';
import { shelterLines } from '../world.ts';

/** The situation that belongs to each line of shelter. */
const situationOf = [at.hostFamily, at.centre, at.camp] as const;

/** Who is moved inland first: those without a roof, then camps, centres, host families. */
const relocationOrder = [at.unsheltered, at.camp, at.centre, at.hostFamily] as const;

/**
 * Row 6. Arrivals find a host family, a centre or a camp while there is room, else they stay
 * without shelter. Where transport from a place near the frontier is limited, only as many move
 * on inland as it carries in a day, and some refuse.
 */
export function shelter(run: Run): void {
  const { world, plan, scratch } = run;
  measureRoom(run);
  const groups = world.groupIds.length;
  for (let passage = 0; passage < world.passages.length; passage++) {
    for (let g = 0; g < groups; g++) {
      const n = scratch.arrived[passage * groups + g]!;
      if (n > 0) settle(run, world.passages[passage]!.to, g, n, 0);
    }
  }
  for (let country = 0; country < plan.hostPlaces.length; country++) {
    const places = plan.hostPlaces[country]!;
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      relocate(run, place, country);
      for (let g = 0; g < groups; g++) {
        const index = cell(world, at.unsheltered, place) + g;
        const n = run.state.count[index]!;
        if (n > 0) {
          run.state.count[index] = 0;
          settle(run, place, g, n, 1);
        }
      }
    }
  }
}

/**
 * Free places of each line at each town and camp this morning, persons; put and take keep the
 * count. No row means unlimited for host families in towns, none otherwise.
 */
function measureRoom(run: Run): void {
  const { world, plan, state, scratch } = run;
  const places = world.placeIds.length;
  const groups = world.groupIds.length;
  const { shelter: capacities } = plan.hosting[state.day]!;
  for (const list of plan.hostPlaces) {
    for (let i = 0; i < list.length; i++) {
      const place = list[i]!;
      for (let line = 0; line < situationOf.length; line++) {
        const capacity = capacities[line * places + place]!;
        let room = line === 0 && world.placeKind[place] === 'town' ? Number.POSITIVE_INFINITY : 0;
        if (!Number.isNaN(capacity)) {
          room = run.mode === 'sampled' ? Math.floor(capacity) : capacity;
          const from = (situationOf[line]! * places + place) * groups;
          for (let g = 0; g < groups; g++) room -= state.count[from + g]!;
        }
        scratch.room[line * places + place] = room;
      }
    }
  }
}

function freeRoom(run: Run, line: number, place: number): number {
  return Math.max(0, run.scratch.room[line * run.world.placeIds.length + place]!);
}

/**
 * Finds shelter for n people at a place. Those who do not stay with a family spread over the
 * centres and camps of the country, unless transport from the place is limited: from there
 * people only come inland by relocation. `slot` tells apart the occasions of a day.
 */
function settle(run: Run, place: number, group: number, n: number, slot: number): void {
  const { world, plan, state } = run;
  const wish = howMany(
    run,
    n,
    world.parameters.hostFamilyShare,
    place,
    group,
    decision.hostFamily,
    slot,
  );
  let left = n - put(run, 0, place, group, wish);
  for (const line of [1, 2]) left -= put(run, line, place, group, left);
  const carried = Number.isNaN(plan.hosting[state.day]!.relocation[place]!);
  if (carried && left > 0) left -= spread(run, place, group, left);
  left -= put(run, 0, place, group, left);
  if (left > 0) state.count[cell(world, at.unsheltered, place) + group]! += left;
}

/** Puts up to n people into a line at a place; returns how many found room. */
function put(run: Run, line: number, place: number, group: number, n: number): number {
  if (n <= 0) return 0;
  const placed = Math.min(n, freeRoom(run, line, place));
  if (placed > 0) {
    run.state.count[cell(run.world, situationOf[line]!, place) + group]! += placed;
    run.scratch.room[line * run.world.placeIds.length + place]! -= placed;
  }
  return placed;
}

/** Spreads people over the free centres and camps of the country. */
function spread(run: Run, from: number, group: number, n: number): number {
  const { world, plan, scratch, state } = run;
  const count = world.placeIds.length;
  const places = plan.hostPlaces[world.placeCountry[from]!]!;
  let m = 0;
  let room = 0;
  for (let line = 1; line <= 2; line++) {
    for (let i = 0; i < places.length; i++) {
      const free = scratch.room[line * count + places[i]!]!;
      if (free <= 0 || places[i] === from) continue;
      scratch.cells[m] = line * count + places[i]!;
      scratch.weights[m] = free;
      room += free;
      m += 1;
    }
  }
  const placed = Math.min(n, room);
  if (placed <= 0) return 0;
  divide(run, placed, scratch.weights, m);
  for (let i = 0; i < m; i++) {
    const at = scratch.cells[i]!;
    const line = Math.floor(at / count);
    state.count[cell(world, situationOf[line]!, at - line * count) + group]! += scratch.parts[i]!;
    scratch.room[at]! -= scratch.parts[i]!;
  }
  return placed;
}

/** Moves people inland from a place near the frontier, up to the transport of the day. */
function relocate(run: Run, place: number, country: number): void {
  const { world, plan, state } = run;
  const limit = plan.hosting[state.day]!.relocation[place]!;
  if (!plan.nearFrontier[place] || Number.isNaN(limit) || limit <= 0) return;
  const here = Int32Array.of(place);
  const groups = world.groupIds.length;
  const willing = 1 - world.parameters.relocationRefusalShare;
  let left = run.mode === 'sampled' ? Math.floor(limit) : limit;
  for (let g = 0; g < groups && left > 0; g++) {
    for (const situation of relocationOrder) {
      const { m, total } = gather(run, g, here, [situation]);
      const movable = run.mode === 'sampled' ? Math.floor(total * willing) : total * willing;
      const n = Math.min(left, movable);
      if (n <= 0) continue;
      takeGathered(run, n, m);
      const line = (situationOf as readonly number[]).indexOf(situation);
      if (line >= 0) run.scratch.room[line * world.placeIds.length + place]! += n;
      left -= n;
      moveInland(run, place, country, g, n);
      if (left <= 0) break;
    }
  }
}

/** Divides people over the towns and camps inland, by free room; without any, over the towns. */
function moveInland(run: Run, from: number, country: number, group: number, n: number): void {
  const { world, plan, scratch, state } = run;
  const places = plan.hostPlaces[country]!;
  const targets: number[] = [];
  for (let i = 0; i < places.length; i++) {
    if (!plan.nearFrontier[places[i]!]) targets.push(places[i]!);
  }
  if (targets.length === 0) {
    state.count[cell(world, at.unsheltered, from) + group]! += n;
    return;
  }
  let room = 0;
  for (let i = 0; i < targets.length; i++) {
    let free = 0;
    for (let line = 0; line < shelterLines.length; line++) {
      const here = freeRoom(run, line, targets[i]!);
      if (here < Number.POSITIVE_INFINITY) free += here;
    }
    scratch.weights[i] = free;
    room += free;
  }
  if (room < n) {
    for (let i = 0; i < targets.length; i++) scratch.weights[i] = n;
  }
  divide(run, n, scratch.weights, targets.length);
  const shares = Array.from(scratch.parts.subarray(0, targets.length));
  for (let i = 0; i < targets.length; i++) {
    if (shares[i]! > 0) settle(run, targets[i]!, group, shares[i]!, 2);
  }
}
