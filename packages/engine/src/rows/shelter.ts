import { decision } from '../decisions.ts';
import { divide } from '../people.ts';
import type { HostCountIndexes } from '../plan/hostCountIndexes.ts';
import type { Run } from '../run.ts';
import { drawCount } from '../run.ts';
import { countIndex } from '../state.ts';
import { at } from '../vocabulary/index.ts';

/** The situation that belongs to each line of shelter. */
const situationOf = [at.hostFamily, at.centre, at.camp] as const;

/** Who is moved inland first: those without a roof, then camps, centres, host families. */
const relocationOrder = [at.unsheltered, at.camp, at.centre, at.hostFamily] as const;

/** The line in which each of these leaves room; none for those without a roof. */
const lineLeft = relocationOrder.map((situation) =>
  (situationOf as readonly number[]).indexOf(situation),
);

/** Occasions of a day on which people look for shelter: slots of the key of chance. */
const onArrival = 0;
const afterNight = 1;
const movedInland = 2;

/**
 * Arrivals find a host family, a centre or a camp while there is room, else they stay
 * without shelter and look again the next day. Where transport from a place near the frontier is
 * limited, only as many move on inland as it carries in a day, and some refuse.
 */
export function shelter(run: Run): void {
  const { world, plan, scratch } = run;
  const groups = world.groupIds.length;
  const { hosts } = plan.usable;
  scratch.roomMeasured.fill(-1);
  for (let i = 0; i < plan.hostCountries.length; i++) {
    const country = plan.hostCountries[i]!;
    lookAgain(run, country, hosts[country]!);
  }
  for (let entryRoute = 0; entryRoute < world.entryRoutes.length; entryRoute++) {
    for (let g = 0; g < groups; g++) {
      const n = scratch.arrived[entryRoute * groups + g]!;
      if (n > 0) settle(run, world.entryRoutes[entryRoute]!.to, g, n, onArrival);
    }
  }
  for (let i = 0; i < plan.hostCountries.length; i++) {
    const country = plan.hostCountries[i]!;
    const { relocating } = hosts[country]!;
    for (let k = 0; k < relocating.length; k++) relocate(run, relocating[k]!, country);
  }
}

/** People who spent the night without shelter look for a family, a centre or a camp. */
function lookAgain(run: Run, country: number, host: HostCountIndexes): void {
  const { count } = run.state;
  const { room, full } = run.scratch;
  const places = run.world.placeIds.length;
  const { unsheltered, unshelteredPlace, unshelteredGroup } = host;
  for (let i = 0; i < unsheltered.length; i++) {
    const index = unsheltered[i]!;
    const n = count[index]!;
    if (n <= 0) continue;
    const place = unshelteredPlace[i]!;
    if (run.scratch.roomMeasured[country] !== run.state.day) measureRoom(run, country);
    const isRoomHere =
      room[place]! > 0 || room[places + place]! > 0 || room[2 * places + place]! > 0;
    if (full[country] && !isRoomHere) continue;
    count[index] = 0;
    settle(run, place, unshelteredGroup[i]!, n, afterNight);
  }
}

/**
 * Free places of each line at each town and camp of a country this morning, persons, measured when
 * they are first asked for; those who come and go keep the count. No row means unlimited for host
 * families in towns, none otherwise.
 */
function measureRoom(run: Run, country: number): void {
  const { world, plan, state, scratch } = run;
  scratch.roomMeasured[country] = state.day;
  scratch.full[country] = 0;
  const { count } = state;
  const { room, roomUnknown } = scratch;
  const places = world.placeIds.length;
  const groups = world.groupIds.length;
  const { shelter: capacities } = plan.hosting[state.day]!;
  const { lines } = plan.usable.hosts[country]!;
  const whole = run.mode === 'sampled';
  for (let i = 0; i < lines.length; i++) {
    const index = lines[i]!;
    const capacity = capacities[index]!;
    if (Number.isNaN(capacity)) {
      room[index] = roomUnknown[index]!;
      continue;
    }
    let free = whole ? Math.floor(capacity) : capacity;
    // The first three situations of the sheltered are the lines, in their order.
    const from = (at.hostFamily * places + index) * groups;
    for (let g = 0; g < groups; g++) free -= count[from + g]!;
    room[index] = free;
  }
}

/**
 * Finds shelter for n people at a place. Those who do not stay with a family spread over the
 * centres and camps of the country, unless transport from the place is limited: from there
 * people only come inland by relocation. Whoever finds nothing stays without shelter. `slot` tells
 * apart the occasions of a day. Nobody is asked about a family where no family has room.
 */
function settle(run: Run, place: number, group: number, n: number, slot: number): void {
  const { world, plan, state, scratch } = run;
  const { room } = scratch;
  const places = world.placeIds.length;
  const country = world.placeCountry[place]!;
  if (scratch.roomMeasured[country] !== state.day) measureRoom(run, country);
  let left = n;
  if (room[place]! > 0) {
    const share = run.worldEffects.hostFamilyShare[country]!;
    const wish = drawCount(run, n, share, place, group, decision.hostFamily, slot);
    if (wish > 0) left -= put(run, place, group, wish);
  }
  if (left > 0 && room[places + place]! > 0) left -= put(run, places + place, group, left);
  if (left > 0 && room[2 * places + place]! > 0) left -= put(run, 2 * places + place, group, left);
  if (left > 0 && !scratch.full[country]) {
    const carried = Number.isNaN(plan.hosting[state.day]!.relocation[place]!);
    if (carried) left -= spread(run, place, group, left);
  }
  if (left > 0) state.count[countIndex(world, at.unsheltered, place) + group]! += left;
}

/** Puts n people where there is room (line x places + place); returns how many found it. */
function put(run: Run, index: number, group: number, n: number): number {
  const { world, state, scratch } = run;
  const free = scratch.room[index]!;
  const placed = Math.min(n, free);
  const groups = world.groupIds.length;
  state.count[(at.hostFamily * world.placeIds.length + index) * groups + group]! += placed;
  scratch.room[index] = free - placed;
  return placed;
}

/** Spreads people over the free centres and camps of the country. */
function spread(run: Run, from: number, group: number, n: number): number {
  const { world, plan, scratch, state } = run;
  const { room: rooms, countIndexes, weights, allocation } = scratch;
  const places = world.placeIds.length;
  const groups = world.groupIds.length;
  const country = world.placeCountry[from]!;
  const { sites } = plan.usable.hosts[country]!;
  let m = 0;
  let room = 0;
  for (let i = 0; i < sites.length; i++) {
    const index = sites[i]!;
    const free = rooms[index]!;
    if (free <= 0 || index === places + from || index === 2 * places + from) continue;
    countIndexes[m] = index;
    weights[m] = free;
    room += free;
    m += 1;
  }
  const placed = Math.min(n, room);
  if (placed <= 0) {
    // Nobody but a relocation makes room again today.
    if (rooms[places + from]! <= 0 && rooms[2 * places + from]! <= 0) scratch.full[country] = 1;
    return 0;
  }
  divide(run, placed, weights, m);
  for (let i = 0; i < m; i++) {
    const index = countIndexes[i]!;
    const part = allocation[i]!;
    state.count[(at.hostFamily * places + index) * groups + group]! += part;
    rooms[index]! -= part;
  }
  return placed;
}

/** Moves people inland from a place near the frontier, up to the transport of the day. */
function relocate(run: Run, place: number, country: number): void {
  const { world, plan, state } = run;
  const limit = plan.hosting[state.day]!.relocation[place]!;
  if (Number.isNaN(limit) || limit <= 0) return;
  if (run.scratch.roomMeasured[country] !== state.day) measureRoom(run, country);
  const places = world.placeIds.length;
  const groups = world.groupIds.length;
  const willing = 1 - world.parameters.relocationRefusalShare;
  const whole = run.mode === 'sampled';
  let left = whole ? Math.floor(limit) : limit;
  for (let g = 0; g < groups; g++) {
    for (let k = 0; k < relocationOrder.length; k++) {
      if (left <= 0) return;
      const index = countIndex(world, relocationOrder[k]!, place) + g;
      const movable = state.count[index]! * willing;
      const n = Math.min(left, whole ? Math.floor(movable) : movable);
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
  const { weights, allocation, shares } = scratch;
  const { inland, inlandStart, inlandLines } = plan.usable.hosts[country]!;
  const targets = inland.length;
  if (targets === 0) {
    state.count[countIndex(world, at.unsheltered, from) + group]! += n;
    return;
  }
  let room = 0;
  for (let i = 0; i < targets; i++) {
    let free = 0;
    for (let k = inlandStart[i]!; k < inlandStart[i + 1]!; k++) {
      const here = scratch.room[inlandLines[k]!]!;
      if (here > 0 && here < Number.POSITIVE_INFINITY) free += here;
    }
    weights[i] = free;
    room += free;
  }
  if (room < n) weights.fill(n, 0, targets);
  divide(run, n, weights, targets);
  // settle divides people too, so the shares are kept apart from the working space.
  for (let i = 0; i < targets; i++) shares[i] = allocation[i]!;
  for (let i = 0; i < targets; i++) {
    if (shares[i]! > 0) settle(run, inland[i]!, group, shares[i]!, movedInland);
  }
}
