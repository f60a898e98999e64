import { splitByWeights, successiveChances } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { howManyKeyed } from '../run.ts';
import { at } from '../vocabulary/index.ts';

/**
 * Those who set out draw a destination with weight
 *   tie(country, group) x open(crossing) / (softening + distance) ^ power
 * (within one country, where the expulsion drives them to its frontier)
 * and reach its frontier crossing after the days that the way takes by vehicle or on foot.
 */
export function journey(run: Run): void {
  const { scratch, hazards } = run;
  const { driven } = hazards;
  refreshShares(run);
  scratch.convoy.fill(0);
  scratch.taken.fill(0);
  for (let i = 0; i < driven.length; i++) {
    const pair = driven.pair[i]!;
    const n = scratch.leaving[pair]!;
    if (n > 0) chooseWays(run, pair, driven.place[i]!, driven.group[i]!, n);
  }
  setOut(run);
}

/** Divides n people of a place and group over the ways that they consider. */
function chooseWays(run: Run, pair: number, place: number, group: number, n: number): void {
  const { world, plan, state, scratch } = run;
  const from = plan.ways.start[pair]!;
  const m = plan.ways.start[pair + 1]! - from;
  if (run.pull[pair]! <= 0) {
    // Nowhere to go: they hide near home and count as displaced inside.
    state.count[at.displaced * world.placeIds.length * world.groupIds.length + pair]! += n;
    return;
  }
  const directed = isDirected(run, pair);
  if (directed) direct(run, pair, from, m);
  const shares = directed ? scratch.weights : run.wayShare;
  const chances = directed ? scratch.shares : run.wayChance;
  const sharesAt = directed ? 0 : from;
  if (run.mode === 'expected') {
    leaveBy(run, from, m, n, shares, sharesAt);
    return;
  }
  if (directed) successiveChances(chances, shares, 0, m);
  splitByWeights(
    scratch.parts,
    0,
    n,
    shares,
    chances,
    sharesAt,
    m,
    run.keys,
    state.day,
    world.placeKey[place]!,
    group,
    decision.destination,
  );
  leaveBy(run, from, m, 1, scratch.parts, 0);
}

/** So many times the parts (from `at` on) join the convoys of their ways. */
function leaveBy(
  run: Run,
  from: number,
  m: number,
  times: number,
  parts: Float64Array,
  at: number,
): void {
  const { plan, state, scratch } = run;
  const { convoyCell, leftTo } = plan.departures;
  const { convoy, taken } = scratch;
  const { totals } = state;
  for (let k = 0; k < m; k++) {
    const going = times * parts[at + k]!;
    if (going <= 0) continue;
    const way = from + k;
    taken[way] = going;
    convoy[convoyCell[way]!]! += going;
    if (leftTo[way]! >= 0) totals[leftTo[way]!]! += going;
  }
}

/** Whether some of those who leave are driven to the frontier of one country. */
function isDirected({ plan, scratch, hazards }: Run, pair: number): boolean {
  if (hazards.expulsion[pair]! <= 0 || scratch.expelled[pair]! <= 0) return false;
  const directions = plan.towards.length;
  for (let i = 0; i < directions; i++) {
    if (hazards.directed[pair * directions + i]! > 0) return true;
  }
  return false;
}

/**
 * Those whom the expulsion drives to the frontier of one country choose only among its places;
 * the shares become the mixture of theirs and of the shares of those who choose freely.
 * Writes scratch.weights[0 .. m-1].
 */
function direct(run: Run, pair: number, from: number, m: number): void {
  const { plan, scratch, hazards, wayShare } = run;
  const { country: countryOf } = plan.ways;
  const { towards } = plan;
  const shareExpelled = scratch.expelled[pair]! / scratch.leaving[pair]!;
  let free = 1;
  const added = scratch.parts;
  added.fill(0, 0, m);
  for (let i = 0; i < towards.length; i++) {
    const country = towards[i]!;
    const hazard = hazards.directed[pair * towards.length + i]!;
    if (hazard <= 0) continue;
    let within = 0;
    for (let k = from; k < from + m; k++) {
      if (countryOf[k] === country) within += wayShare[k]!;
    }
    if (within <= 0) continue;
    const share = (shareExpelled * hazard) / hazards.expulsion[pair]!;
    free -= share;
    for (let k = 0; k < m; k++) {
      if (countryOf[from + k] === country) added[k]! += (share * wayShare[from + k]!) / within;
    }
  }
  for (let k = 0; k < m; k++) {
    scratch.weights[k] = Math.max(0, free) * wayShare[from + k]! + added[k]!;
  }
}

/** Puts the convoys of the day on the road: some go by vehicle, some on foot. */
function setOut(run: Run): void {
  const { world, plan, state, scratch } = run;
  const { passage, vehicleDays, footDays, key, slot } = plan.departures;
  const { onFootShare } = world.parameters;
  const { horizonDays } = plan;
  const { road } = state;
  const groups = world.groupIds.length;
  const aDay = world.passages.length * groups;
  const today = state.day % horizonDays;
  for (let c = 0; c < passage.length; c++) {
    const byVehicle = roadDay(today + vehicleDays[c]!, horizonDays) * aDay + passage[c]! * groups;
    const byFoot = roadDay(today + footDays[c]!, horizonDays) * aDay + passage[c]! * groups;
    for (let g = 0; g < groups; g++) {
      const n = scratch.convoy[c * groups + g]!;
      if (n <= 0) continue;
      if (byFoot === byVehicle) {
        road[byVehicle + g]! += n;
        continue;
      }
      const { onFoot } = decision;
      const walking = howManyKeyed(run, n, onFootShare, key[c]!, g, onFoot, slot[c]!);
      road[byVehicle + g]! += n - walking;
      road[byFoot + g]! += walking;
    }
  }
}

/** Where a day less than two horizons ahead stands in the ring of days. */
function roadDay(day: number, horizonDays: number): number {
  return day < horizonDays ? day : day - horizonDays;
}

/** Shares change only when the rules at the frontier do. */
function refreshShares(run: Run): void {
  const { world, plan, state, wayShare } = run;
  const rules = plan.frontier[state.day]!;
  if (run.sharesFor === rules) return;
  run.sharesFor = rules;
  const { start, weight, crossing } = plan.ways;
  for (let pair = 0; pair + 1 < start.length; pair++) {
    let pull = 0;
    for (let way = start[pair]!; way < start[pair + 1]!; way++) {
      const closed = crossing[way]! >= 0 && rules.throughput[crossing[way]!] === 0;
      wayShare[way] = weight[way]! * (closed ? world.parameters.closedCrossingWeight : 1);
      pull += wayShare[way]!;
    }
    run.pull[pair] = pull;
    if (pull <= 0) continue;
    for (let way = start[pair]!; way < start[pair + 1]!; way++) wayShare[way]! /= pull;
    if (run.mode === 'expected') continue;
    successiveChances(run.wayChance, wayShare, start[pair]!, start[pair + 1]! - start[pair]!);
  }
}
