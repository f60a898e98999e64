import { splitByWeights, splitByWeightsExpected } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';

/**
 * Row 4. Those who set out draw a destination with weight
 *   tie(country, group) x open(crossing) / (softening + distance) ^ power
 * (within one country, where the expulsion drives them to its frontier)
 * and reach its frontier crossing after the days that the way takes by vehicle or on foot.
 */
export function journey(run: Run): void {
  const { world, plan, state, scratch } = run;
  const { layout } = plan;
  const groups = world.groupIds.length;
  const countries = world.countryIds.length;
  refreshWeights(run);
  for (let i = 0; i < plan.settlements.length; i++) {
    const place = plan.settlements[i]!;
    const from = world.candidateStart[place]!;
    const m = world.candidateStart[place + 1]! - from;
    const region = world.placeRegion[place]!;
    for (let g = 0; g < groups; g++) {
      const n = scratch.leaving[place * groups + g]!;
      if (n <= 0) continue;
      let pull = 0;
      for (let k = 0; k < m; k++) {
        const weight = run.candidateWeight[(from + k) * groups + g]!;
        scratch.weights[k] = weight;
        pull += weight;
      }
      if (pull <= 0) {
        // Nowhere to go: they hide near home and count as displaced inside.
        state.count[cell(world, at.displaced, place) + g]! += n;
        continue;
      }
      if (plan.directs) direct(run, place, g, from, m, pull);
      if (run.mode === 'sampled') {
        const key = world.placeKey[place]!;
        splitByWeights(
          scratch.parts,
          0,
          n,
          scratch.weights,
          0,
          m,
          run.keys,
          state.day,
          key,
          g,
          decision.destination,
        );
      } else {
        splitByWeightsExpected(scratch.parts, 0, n, scratch.weights, 0, m);
      }
      for (let k = 0; k < m; k++) {
        const going = scratch.parts[k]!;
        if (going <= 0) continue;
        const candidate = from + k;
        const passage = world.candidatePassage[candidate]!;
        setOut(run, candidate, passage, place, g, going, k);
        if (region >= 0 && plan.persecuted[g]) {
          const country = world.placeCountry[world.passages[passage]!.to]!;
          const series = layout.leftTo[region * countries + country]!;
          if (series >= 0) state.totals[series]! += going;
        }
      }
    }
  }
}

/**
 * Those whom the expulsion drives to the frontier of one country choose only among its places;
 * the weights become the mixture of theirs and of the weights of those who choose freely.
 */
function direct(
  run: Run,
  place: number,
  group: number,
  from: number,
  m: number,
  pull: number,
): void {
  const { world, scratch } = run;
  const pg = place * world.groupIds.length + group;
  const expulsion = scratch.expulsion[pg]!;
  if (expulsion <= 0 || scratch.expelled[pg]! <= 0) return;
  const countries = world.countryIds.length;
  const shareExpelled = scratch.expelled[pg]! / scratch.leaving[pg]!;
  const countryOf = (k: number) =>
    world.placeCountry[world.passages[world.candidatePassage[from + k]!]!.to]!;
  let free = 1;
  const added = scratch.parts;
  added.fill(0, 0, m);
  for (let country = 0; country < countries; country++) {
    const hazard = scratch.directed[pg * countries + country]!;
    if (hazard <= 0) continue;
    let within = 0;
    for (let k = 0; k < m; k++) if (countryOf(k) === country) within += scratch.weights[k]!;
    if (within <= 0) continue;
    const share = (shareExpelled * hazard) / expulsion;
    free -= share;
    for (let k = 0; k < m; k++) {
      if (countryOf(k) === country) added[k]! += (share * scratch.weights[k]!) / within;
    }
  }
  for (let k = 0; k < m; k++) {
    scratch.weights[k] = (Math.max(0, free) * scratch.weights[k]!) / pull + added[k]!;
  }
}

function setOut(
  run: Run,
  candidate: number,
  passage: number,
  place: number,
  group: number,
  n: number,
  slot: number,
): void {
  const { world, plan, state } = run;
  const byVehicle = plan.vehicleDays[candidate]!;
  const byFoot = plan.footDays[candidate]!;
  const onFoot =
    byFoot === byVehicle
      ? 0
      : howMany(run, n, world.parameters.onFootShare, place, group, decision.onFoot, slot);
  addToRoad(run, state.day + byVehicle, passage, group, n - onFoot);
  if (onFoot > 0) addToRoad(run, state.day + byFoot, passage, group, onFoot);
  if (run.flows) {
    const index = (place * world.passages.length + passage) * world.days + state.day;
    run.flows.setOut[index]! += n;
  }
}

function addToRoad(run: Run, day: number, passage: number, group: number, n: number): void {
  const { world, plan, state } = run;
  const slot = day % plan.horizonDays;
  state.road[(slot * world.passages.length + passage) * world.groupIds.length + group]! += n;
}

/** Weights change only when the rules at the frontier do. */
function refreshWeights(run: Run): void {
  const { world, plan, state } = run;
  const rules = plan.frontier[state.day]!;
  if (run.weightsFor === rules) return;
  run.weightsFor = rules;
  const groups = world.groupIds.length;
  for (let candidate = 0; candidate < world.candidatePassage.length; candidate++) {
    const { crossing } = world.passages[world.candidatePassage[candidate]!]!;
    const closed = crossing >= 0 && rules.throughput[crossing] === 0;
    const factor = closed ? world.parameters.closedCrossingWeight : 1;
    for (let g = 0; g < groups; g++) {
      const index = candidate * groups + g;
      run.candidateWeight[index] = plan.baseWeight[index]! * factor;
    }
  }
}
