import { splitByWeights, successiveChances } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { drawCountKeyed } from '../run.ts';
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
  scratch.travelCohort.fill(0);
  scratch.taken.fill(0);
  for (let i = 0; i < driven.length; i++) {
    const pair = driven.pair[i]!;
    const n = scratch.leaving[pair]!;
    if (n > 0) chooseDestinationOptions(run, pair, driven.place[i]!, driven.group[i]!, n);
  }
  setOut(run);
}

/** Divides n people of a place and group over the destination options that they consider. */
function chooseDestinationOptions(
  run: Run,
  pair: number,
  place: number,
  group: number,
  n: number,
): void {
  const { world, plan, state, scratch } = run;
  const from = plan.destinationOptions.start[pair]!;
  const m = plan.destinationOptions.start[pair + 1]! - from;
  if (run.pull[pair]! <= 0) {
    // Nowhere to go: they hide near home and count as displaced inside.
    state.count[at.displaced * world.placeIds.length * world.groupIds.length + pair]! += n;
    return;
  }
  const directed = isDirected(run, pair);
  if (directed) direct(run, pair, from, m);
  const shares = directed ? scratch.weights : run.optionShare;
  const chances = directed ? scratch.shares : run.optionChance;
  const sharesAt = directed ? 0 : from;
  if (run.mode === 'expected') {
    leaveBy(run, from, m, n, shares, sharesAt);
    return;
  }
  if (directed) successiveChances(chances, shares, 0, m);
  splitByWeights(
    scratch.allocation,
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
  leaveBy(run, from, m, 1, scratch.allocation, 0);
}

/** So many times the parts (from `at` on) join the travel cohorts of their destination options. */
function leaveBy(
  run: Run,
  from: number,
  m: number,
  times: number,
  allocation: Float64Array,
  allocationAt: number,
): void {
  const { plan, state, scratch } = run;
  const { cohortSlot, leftTo } = plan.departures;
  const { travelCohort, taken } = scratch;
  const { totals } = state;
  for (let k = 0; k < m; k++) {
    const going = times * allocation[allocationAt + k]!;
    if (going <= 0) continue;
    const option = from + k;
    taken[option] = going;
    travelCohort[cohortSlot[option]!]! += going;
    if (leftTo[option]! >= 0) totals[leftTo[option]!]! += going;
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
  const { plan, scratch, hazards, optionShare } = run;
  const { country: countryOf } = plan.destinationOptions;
  const { towards } = plan;
  const shareExpelled = scratch.expelled[pair]! / scratch.leaving[pair]!;
  let free = 1;
  const added = scratch.allocation;
  added.fill(0, 0, m);
  for (let i = 0; i < towards.length; i++) {
    const country = towards[i]!;
    const hazard = hazards.directed[pair * towards.length + i]!;
    if (hazard <= 0) continue;
    let within = 0;
    for (let k = from; k < from + m; k++) {
      if (countryOf[k] === country) within += optionShare[k]!;
    }
    if (within <= 0) continue;
    const share = (shareExpelled * hazard) / hazards.expulsion[pair]!;
    free -= share;
    for (let k = 0; k < m; k++) {
      if (countryOf[from + k] === country) added[k]! += (share * optionShare[from + k]!) / within;
    }
  }
  for (let k = 0; k < m; k++) {
    scratch.weights[k] = Math.max(0, free) * optionShare[from + k]! + added[k]!;
  }
}

/** Puts the travel cohorts of the day on the road: some go by vehicle, some on foot. */
function setOut(run: Run): void {
  const { world, plan, state, scratch } = run;
  const { entryRoute, vehicleDays, footDays, key, slot } = plan.departures;
  const { onFootShare } = world.parameters;
  const { horizonDays } = plan;
  const { road } = state;
  const groups = world.groupIds.length;
  const aDay = world.entryRoutes.length * groups;
  const today = state.day % horizonDays;
  for (let c = 0; c < entryRoute.length; c++) {
    const byVehicle =
      roadDay(today + vehicleDays[c]!, horizonDays) * aDay + entryRoute[c]! * groups;
    const byFoot = roadDay(today + footDays[c]!, horizonDays) * aDay + entryRoute[c]! * groups;
    for (let g = 0; g < groups; g++) {
      const n = scratch.travelCohort[c * groups + g]!;
      if (n <= 0) continue;
      if (byFoot === byVehicle) {
        road[byVehicle + g]! += n;
        continue;
      }
      const { onFoot } = decision;
      const walking = drawCountKeyed(run, n, onFootShare, key[c]!, g, onFoot, slot[c]!);
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
  const { world, plan, state, optionShare } = run;
  const rules = plan.frontier[state.day]!;
  if (run.sharesFor === rules) return;
  run.sharesFor = rules;
  const { start, weight, crossing } = plan.destinationOptions;
  for (let pair = 0; pair + 1 < start.length; pair++) {
    let pull = 0;
    for (let option = start[pair]!; option < start[pair + 1]!; option++) {
      const closed = crossing[option]! >= 0 && rules.throughput[crossing[option]!] === 0;
      optionShare[option] = weight[option]! * (closed ? world.parameters.closedCrossingWeight : 1);
      pull += optionShare[option]!;
    }
    run.pull[pair] = pull;
    if (pull <= 0) continue;
    for (let option = start[pair]!; option < start[pair + 1]!; option++)
      optionShare[option]! /= pull;
    if (run.mode === 'expected') continue;
    successiveChances(run.optionChance, optionShare, start[pair]!, start[pair + 1]! - start[pair]!);
  }
}
