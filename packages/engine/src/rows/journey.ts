import { splitByWeights } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { howManyKeyed } from '../run.ts';
import { at, cell } from '../state.ts';

/**
 * Row 4. Those who set out draw a destination with weight
 *   tie(country, group) x open(crossing) / (softening + distance) ^ power
 * (within one country, where the expulsion drives them to its frontier)
 * and reach its frontier crossing after the days that the way takes by vehicle or on foot.
 */
export function journey(run: Run): void {
  const { world, plan, scratch } = run;
  const groups = world.groupIds.length;
  refreshShares(run);
  scratch.convoy.fill(0);
  for (let i = 0; i < plan.settlements.length; i++) {
    const place = plan.settlements[i]!;
    for (let g = 0; g < groups; g++) {
      const n = scratch.leaving[place * groups + g]!;
      if (n > 0) chooseWays(run, place, g, n);
    }
  }
  setOut(run);
}

/** Divides n people of a place and group over the ways that they consider. */
function chooseWays(run: Run, place: number, group: number, n: number): void {
  const { world, plan, state, scratch } = run;
  const { ways, layout } = plan;
  const groups = world.groupIds.length;
  const pg = place * groups + group;
  const from = ways.start[pg]!;
  const m = ways.start[pg + 1]! - from;
  let shares = run.wayShare;
  let sharesAt = from;
  if (run.pull[pg]! <= 0) {
    // Nowhere to go: they hide near home and count as displaced inside.
    state.count[cell(world, at.displaced, place) + group]! += n;
    return;
  }
  if (isDirected(run, pg)) {
    direct(run, pg, from, m);
    shares = scratch.weights;
    sharesAt = 0;
  }
  const sampled = run.mode === 'sampled';
  if (sampled) {
    splitByWeights(
      scratch.parts,
      0,
      n,
      shares,
      sharesAt,
      m,
      run.keys,
      state.day,
      world.placeKey[place]!,
      group,
      decision.destination,
    );
  }
  const region = plan.persecuted[group] ? world.placeRegion[place]! : -1;
  for (let k = 0; k < m; k++) {
    const going = sampled ? scratch.parts[k]! : n * shares[sharesAt + k]!;
    if (going <= 0) continue;
    const way = from + k;
    scratch.convoy[ways.convoy[way]! * groups + group]! += going;
    if (region >= 0) {
      const series = layout.leftTo[region * world.countryIds.length + ways.country[way]!]!;
      if (series >= 0) state.totals[series]! += going;
    }
    if (run.flows) {
      const index = (place * world.passages.length + ways.passage[way]!) * world.days + state.day;
      run.flows.setOut[index]! += going;
    }
  }
}

/** Whether some of those who leave are driven to the frontier of one country. */
function isDirected(run: Run, pg: number): boolean {
  const { world, plan, scratch } = run;
  if (scratch.expulsion[pg]! <= 0 || scratch.expelled[pg]! <= 0) return false;
  const { towards } = plan;
  const row = pg * world.countryIds.length;
  for (let i = 0; i < towards.length; i++) {
    if (scratch.directed[row + towards[i]!]! > 0) return true;
  }
  return false;
}

/**
 * Those whom the expulsion drives to the frontier of one country choose only among its places;
 * the shares become the mixture of theirs and of the shares of those who choose freely.
 * Writes scratch.weights[0 .. m-1].
 */
function direct(run: Run, pg: number, from: number, m: number): void {
  const { world, plan, scratch } = run;
  const { country: countryOf } = plan.ways;
  const countries = world.countryIds.length;
  const shareExpelled = scratch.expelled[pg]! / scratch.leaving[pg]!;
  let free = 1;
  const added = scratch.parts;
  added.fill(0, 0, m);
  for (let i = 0; i < plan.towards.length; i++) {
    const country = plan.towards[i]!;
    const hazard = scratch.directed[pg * countries + country]!;
    if (hazard <= 0) continue;
    let within = 0;
    for (let k = from; k < from + m; k++) {
      if (countryOf[k] === country) within += run.wayShare[k]!;
    }
    if (within <= 0) continue;
    const share = (shareExpelled * hazard) / scratch.expulsion[pg]!;
    free -= share;
    for (let k = 0; k < m; k++) {
      if (countryOf[from + k] === country) added[k]! += (share * run.wayShare[from + k]!) / within;
    }
  }
  for (let k = 0; k < m; k++) {
    scratch.weights[k] = Math.max(0, free) * run.wayShare[from + k]! + added[k]!;
  }
}

/** Puts the convoys of the day on the road: some go by vehicle, some on foot. */
function setOut(run: Run): void {
  const { world, plan, state, scratch } = run;
  const groups = world.groupIds.length;
  for (let c = 0; c < plan.convoys.length; c++) {
    const { passage, vehicleDays, footDays, key } = plan.convoys[c]!;
    for (let g = 0; g < groups; g++) {
      const n = scratch.convoy[c * groups + g]!;
      if (n <= 0) continue;
      const onFoot =
        footDays === vehicleDays
          ? 0
          : howManyKeyed(
              run,
              n,
              world.parameters.onFootShare,
              key,
              g,
              decision.onFoot,
              Math.min(vehicleDays, 255) * 256 + Math.min(footDays, 255),
            );
      addToRoad(run, state.day + vehicleDays, passage, g, n - onFoot);
      if (onFoot > 0) addToRoad(run, state.day + footDays, passage, g, onFoot);
    }
  }
}

function addToRoad(run: Run, day: number, passage: number, group: number, n: number): void {
  const { world, plan, state } = run;
  const slot = day % plan.horizonDays;
  state.road[(slot * world.passages.length + passage) * world.groupIds.length + group]! += n;
}

/** Shares change only when the rules at the frontier do. */
function refreshShares(run: Run): void {
  const { world, plan, state, wayShare } = run;
  const rules = plan.frontier[state.day]!;
  if (run.sharesFor === rules) return;
  run.sharesFor = rules;
  const { start, weight, crossing } = plan.ways;
  for (let pg = 0; pg + 1 < start.length; pg++) {
    let pull = 0;
    for (let way = start[pg]!; way < start[pg + 1]!; way++) {
      const closed = crossing[way]! >= 0 && rules.throughput[crossing[way]!] === 0;
      wayShare[way] = weight[way]! * (closed ? world.parameters.closedCrossingWeight : 1);
      pull += wayShare[way]!;
    }
    run.pull[pg] = pull;
    if (pull <= 0) continue;
    for (let way = start[pg]!; way < start[pg + 1]!; way++) wayShare[way]! /= pull;
  }
}
