import { decision } from '../decisions.ts';
import { divide } from '../people.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';
import { shelterLines } from '../world.ts';

/** The situation that belongs to each line of shelter. */
const situationOf = [at.hostFamily, at.centre, at.camp] as const;

/** Who is moved inland first: those without a roof, then camps, centres, host families. */
const relocationOrder = [at.unsheltered, at.camp, at.centre, at.hostFamily] as const;

/** The line in which each of these leaves room; none for those without a roof. */
const lineLeft = relocationOrder.map((situation) =>
  (situationOf as readonly number[]).indexOf(situation),
);

/**
 * Row 6. Arrivals find a host family, a centre or a camp while there is room, else they stay
 * without shelter and look again the next day. Where transport from a place near the frontier is
 * limited, only as many move on inland as it carries in a day, and some refuse.
 */
export function shelter(run: Run): void {
  const { world, plan, scratch } = run;
  const groups = world.groupIds.length;
  scratch.roomMeasured.fill(-1);
  for (let country = 0; country < plan.hostPlaces.length; country++) lookAgain(run, country);
  for (let passage = 0; passage < world.passages.length; passage++) {
    for (let g = 0; g < groups; g++) {
      const n = scratch.arrived[passage * groups + g]!;
      if (n > 0) settle(run, world.passages[passage]!.to, g, n, 0);
    }
  }
  for (let country = 0; country < plan.hostPlaces.length; country++) {
    const places = plan.hostPlaces[country]!;
    for (let i = 0; i < places.length; i++) relocate(run, places[i]!, country);
  }
}

/** People who spent the night without shelter look for a family, a centre or a camp. */
function lookAgain(run: Run, country: number): void {
  const { count } = run.state;
  const { live } = run.plan;
  const cells = live.unsheltered[country]!;
  for (let i = 0; i < cells.length; i++) {
    const index = cells[i]!;
    const n = count[index]!;
    if (n <= 0) continue;
    count[index] = 0;
    settle(run, live.unshelteredPlace[country]![i]!, live.unshelteredGroup[country]![i]!, n, 1);
  }
}

/**
 * Free places of each line at each town and camp of a country this morning, persons, measured when
 * they are first asked for; put and take keep the count. No row means unlimited for host families
 * in towns, none otherwise.
 */
function measureRoom(run: Run, country: number): void {
  const { world, plan, state, scratch } = run;
  if (scratch.roomMeasured[country]! === state.day) return;
  scratch.roomMeasured[country] = state.day;
  scratch.full[country] = 0;
  const places = world.placeIds.length;
  const groups = world.groupIds.length;
  const { shelter: capacities } = plan.hosting[state.day]!;
  const lines = plan.live.lines[country]!;
  for (let i = 0; i < lines.length; i++) {
    const index = lines[i]!;
    const capacity = capacities[index]!;
    let room = scratch.roomUnknown[index]!;
    if (!Number.isNaN(capacity)) {
      room = run.mode === 'sampled' ? Math.floor(capacity) : capacity;
      // The first three situations of the sheltered are the lines, in their order.
      const from = (at.hostFamily * places + index) * groups;
      for (let g = 0; g < groups; g++) room -= state.count[from + g]!;
    }
    scratch.room[index] = room;
  }
}

function freeRoom(run: Run, line: number, place: number): number {
  return Math.max(0, run.scratch.room[line * run.world.placeIds.length + place]!);
}

/**
 * Finds shelter for n people at a place. Those who do not stay with a family spread over the
 * centres and camps of the country, unless transport from the place is limited: from there
 * people only come inland by relocation. Whoever finds nothing stays without shelter. `slot` tells apart the occasions of a day.
 */
function settle(run: Run, place: number, group: number, n: number, slot: number): void {
  const { world, plan, state } = run;
  const country = world.placeCountry[place]!;
  measureRoom(run, country);
  const wish = howMany(
    run,
    n,
    run.character.hostFamilyShare[country]!,
    place,
    group,
    decision.hostFamily,
    slot,
  );
  let left = n - put(run, 0, place, group, wish);
  if (left > 0) left -= put(run, 1, place, group, left);
  if (left > 0) left -= put(run, 2, place, group, left);
  if (left > 0 && !run.scratch.full[country]) {
    const carried = Number.isNaN(plan.hosting[state.day]!.relocation[place]!);
    if (carried) left -= spread(run, place, group, left);
  }
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
  const groups = world.groupIds.length;
  const country = world.placeCountry[from]!;
  const sites = plan.live.sites[country]!;
  let m = 0;
  let room = 0;
  for (let i = 0; i < sites.length; i++) {
    const index = sites[i]!;
    const free = scratch.room[index]!;
    if (free <= 0 || index === count + from || index === 2 * count + from) continue;
    scratch.cells[m] = index;
    scratch.weights[m] = free;
    room += free;
    m += 1;
  }
  const placed = Math.min(n, room);
  if (placed <= 0) {
    // Nobody but a relocation makes room again today.
    if (freeRoom(run, 1, from) <= 0 && freeRoom(run, 2, from) <= 0) scratch.full[country] = 1;
    return 0;
  }
  divide(run, placed, scratch.weights, m);
  for (let i = 0; i < m; i++) {
    const index = scratch.cells[i]!;
    const part = scratch.parts[i]!;
    state.count[(at.hostFamily * count + index) * groups + group]! += part;
    scratch.room[index]! -= part;
  }
  return placed;
}

/** Moves people inland from a place near the frontier, up to the transport of the day. */
function relocate(run: Run, place: number, country: number): void {
  const { world, plan, state } = run;
  const limit = plan.hosting[state.day]!.relocation[place]!;
  if (!plan.nearFrontier[place] || Number.isNaN(limit) || limit <= 0) return;
  measureRoom(run, country);
  const places = world.placeIds.length;
  const groups = world.groupIds.length;
  const willing = 1 - world.parameters.relocationRefusalShare;
  let left = run.mode === 'sampled' ? Math.floor(limit) : limit;
  for (let g = 0; g < groups; g++) {
    for (let k = 0; k < relocationOrder.length; k++) {
      if (left <= 0) return;
      const index = cell(world, relocationOrder[k]!, place) + g;
      const movable = state.count[index]! * willing;
      const n = Math.min(left, run.mode === 'sampled' ? Math.floor(movable) : movable);
      if (n <= 0) continue;
      state.count[index]! -= n;
      const line = lineLeft[k]!;
      if (line >= 0) run.scratch.room[line * places + place]! += n;
      if (line > 0) run.scratch.full[country] = 0;
      left -= n;
      moveInland(run, place, country, g, n);
    }
  }
}

/** Divides people over the towns and camps inland, by free room; without any, over the towns. */
function moveInland(run: Run, from: number, country: number, group: number, n: number): void {
  const { world, plan, scratch, state } = run;
  const targets = plan.inlandPlaces[country]!;
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
  // settle divides people too, so the shares are kept apart from the working space.
  scratch.shares.set(scratch.parts.subarray(0, targets.length));
  for (let i = 0; i < targets.length; i++) {
    if (scratch.shares[i]! > 0) settle(run, targets[i]!, group, scratch.shares[i]!, 2);
  }
}
