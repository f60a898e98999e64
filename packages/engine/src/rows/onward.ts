import { decision } from '../decisions.ts';
import { divide, gather, takeGathered } from '../people.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';
import { probability } from './flight.ts';

/**
 * Row 8. People go on by themselves: to claim asylum elsewhere, with smugglers where legal ways
 * fall short of demand (function f8), or from a republic of the same federation to another
 * neighbour.
 */
export function onward(run: Run): void {
  const { world, plan } = run;
  const p = world.parameters;
  const unmet = unmetDemand(run);
  if (unmet < 0) return;
  const somewhereToGo = plan.claimWeightSum > 0;
  for (let g = 0; g < world.groupIds.length; g++) {
    if (!plan.persecuted[g]) continue;
    if (somewhereToGo) {
      goFar(run, g, probability(p.claimPerDay), decision.claim, at.claimed, plan.layout.claimed);
      const irregular = probability(p.irregularPerDay * unmet);
      goFar(run, g, irregular, decision.irregular, at.irregular, plan.layout.irregular);
    }
    for (let country = 0; country < plan.hostPlaces.length; country++) {
      if (world.inFederation[country] && plan.hostPlaces[country]!.length > 0) {
        leaveFederation(run, country, g);
      }
    }
  }
}

/** People of the group go far by one way, out of every neighbouring country. */
function goFar(
  run: Run,
  group: number,
  share: number,
  code: number,
  situation: number,
  series: number,
): void {
  const { plan, state } = run;
  let gone = 0;
  for (let country = 0; country < plan.hostPlaces.length; country++) {
    const places = plan.hostPlaces[country]!;
    if (places.length === 0) continue;
    const total = gather(run, group, plan.hostCells[country]!);
    const n = howMany(run, total, share, places[0]!, group, code);
    if (n <= 0) continue;
    takeGathered(run, n);
    gone += n;
  }
  if (gone <= 0) return;
  arriveFar(run, situation, group, gone);
  state.totals[series]! += gone;
}

/** Share of the displaced abroad for whom no place on offer is left; -1 with nobody abroad. */
function unmetDemand(run: Run): number {
  const { world, plan, state } = run;
  const groups = world.groupIds.length;
  let offered = 0;
  for (let i = 0; i < world.offers.length; i++) {
    if (world.offers[i]!.fromDay <= state.day) offered += state.offerLeft[i]!;
  }
  let displaced = 0;
  for (const cells of plan.hostCells) {
    for (let i = 0; i < cells.length; i++) {
      for (let g = 0; g < groups; g++) displaced += state.count[cells[i]! + g]!;
    }
  }
  return displaced > 0 ? Math.max(0, 1 - offered / displaced) : -1;
}

/** Divides people over the receiving states by their share of the claims for asylum. */
function arriveFar(run: Run, situation: number, group: number, n: number): void {
  const { world, plan, scratch, state } = run;
  const m = plan.statePlaces.length;
  const weight = plan.claimWeightSum;
  // Scaled so that every cell can hold its share: divide never gives more than a cell's weight.
  const scale = weight > 0 ? (2 * n + m) / weight : 0;
  for (let i = 0; i < m; i++) {
    const claims = world.claimWeight[plan.statePlaces[i]!]! * scale;
    scratch.weights[i] = run.mode === 'sampled' ? Math.ceil(claims) : claims;
  }
  divide(run, n, scratch.weights, m);
  for (let i = 0; i < m; i++) {
    state.count[cell(world, situation, plan.statePlaces[i]!) + group]! += scratch.parts[i]!;
  }
}

function leaveFederation(run: Run, country: number, group: number): void {
  const { world, plan, state, scratch } = run;
  const places = plan.hostPlaces[country]!;
  const groups = world.groupIds.length;
  const total = gather(run, group, plan.withoutFamilyCells[country]!);
  const hazard = probability(world.parameters.onwardFromFederationPerDay);
  const n = howMany(run, total, hazard, places[0]!, group, decision.onwardFederation);
  if (n <= 0) return;
  const targets: number[] = [];
  const pulls: number[] = [];
  for (let c = 0; c < plan.hostPlaces.length; c++) {
    const pull = world.onwardTie[c * groups + group]!;
    if (c === country || pull <= 0 || plan.hostPlaces[c]!.length === 0) continue;
    targets.push(c);
    pulls.push(pull);
  }
  if (targets.length === 0) return;
  takeGathered(run, n);
  const sum = pulls.reduce((a, b) => a + b, 0);
  for (let i = 0; i < targets.length; i++) {
    scratch.weights[i] = Math.ceil((pulls[i]! / sum) * 2 * n + 1);
  }
  divide(run, n, scratch.weights, targets.length);
  const shares = Array.from(scratch.parts.subarray(0, targets.length));
  for (let i = 0; i < targets.length; i++) {
    // They come to the first town inland of the country, without shelter until the next day.
    const inland = plan.hostPlaces[targets[i]!]!.find((place) => !plan.nearFrontier[place]);
    const place = inland ?? plan.hostPlaces[targets[i]!]![0]!;
    state.count[cell(world, at.unsheltered, place) + group]! += shares[i]!;
  }
}
