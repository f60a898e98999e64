import { pow } from '../arithmetic/index.ts';
import { decision } from '../decisions.ts';
import type { ParameterValues } from '../parameters/index.ts';
import { divideByWeights, peopleOf, takeFrom } from '../people.ts';
import type { Run } from '../run.ts';
import { drawCountKeyed, probability } from '../run.ts';
import { countIndex } from '../state.ts';
import { at } from '../vocabulary/index.ts';

/**
 * People go on by themselves: to claim asylum elsewhere, with smugglers where legal ways
 * fall short of demand (function f8), or from a republic of the same federation to another
 * neighbour.
 */
export function onward(run: Run): void {
  const { world, plan } = run;
  const unmet = unmetDemand(run);
  if (unmet < 0) return;
  for (let g = 0; g < world.groupIds.length; g++) {
    if (!plan.persecuted[g]) continue;
    if (plan.claimWeightSum > 0) goFar(run, g, unmet);
    for (let i = 0; i < plan.hostCountries.length; i++) {
      const country = plan.hostCountries[i]!;
      if (world.inFederation[country]) leaveFederation(run, country, g);
    }
  }
}

/** Out of every neighbouring country some claim asylum elsewhere, some of the others go irregularly. */
function goFar(run: Run, group: number, unmet: number): void {
  const { plan, state, world } = run;
  const p = world.parameters;
  const claiming = probability(p.claimPerDay);
  const smuggled = probability(p.irregularPerDay * response(unmet, p));
  let claimed = 0;
  let irregular = 0;
  for (let i = 0; i < plan.hostCountries.length; i++) {
    const country = plan.hostCountries[i]!;
    const countIndexes = plan.usable.byGroup[country * world.groupIds.length + group]!;
    const total = peopleOf(run, 0, countIndexes);
    if (total <= 0) continue;
    const key = world.countryKey[country]!;
    const byClaim = drawCountKeyed(run, total, claiming, key, group, decision.claim, 0);
    const left = total - byClaim;
    const irregularly = drawCountKeyed(run, left, smuggled, key, group, decision.irregular, 0);
    if (byClaim + irregularly <= 0) continue;
    takeFrom(run, 0, countIndexes, total, byClaim + irregularly);
    claimed += byClaim;
    irregular += irregularly;
  }
  arriveFar(run, at.claimed, group, claimed);
  arriveFar(run, at.irregular, group, irregular);
  state.totals[plan.layout.claimed]! += claimed;
  state.totals[plan.layout.irregular]! += irregular;
}

/** Demand for travel with smugglers, relative to that with no legal way at all. */
function response(unmet: number, p: ParameterValues): number {
  if (p.irregularResponse === 1) return unmet;
  return pow(Math.max(unmet, p.leastUnmetDemand), p.irregularResponse);
}

/** Share of the displaced abroad for whom no place on offer is left; -1 with nobody abroad. */
function unmetDemand(run: Run): number {
  const { world, plan, state } = run;
  let offered = 0;
  for (let i = 0; i < world.offers.length; i++) {
    if (world.offers[i]!.fromDay <= state.day) offered += state.offerLeft[i]!;
  }
  let displaced = 0;
  const { count } = state;
  for (let c = 0; c < plan.hostCountries.length; c++) {
    const { countIndexes } = plan.usable.hosts[plan.hostCountries[c]!]!;
    for (let i = 0; i < countIndexes.length; i++) displaced += count[countIndexes[i]!]!;
  }
  if (displaced <= 0) return -1;
  if (world.openAdmission) return world.openAdmission.unmetDemand;
  return Math.max(0, 1 - offered / displaced);
}

/** Divides people over the receiving states by their share of the claims for asylum. */
function arriveFar(run: Run, situation: number, group: number, n: number): void {
  if (n <= 0) return;
  const { world, plan, scratch, state } = run;
  const m = plan.statePlaces.length;
  for (let i = 0; i < m; i++) scratch.weights[i] = world.claimWeight[plan.statePlaces[i]!]!;
  divideByWeights(run, n, m);
  for (let i = 0; i < m; i++) {
    state.count[countIndex(world, situation, plan.statePlaces[i]!) + group]! +=
      scratch.allocation[i]!;
  }
}

function leaveFederation(run: Run, country: number, group: number): void {
  const { world, plan, state, scratch } = run;
  const groups = world.groupIds.length;
  const targets = plan.onwardTargets[country * groups + group]!;
  if (targets.length === 0) return;
  const countIndexes = plan.usable.withoutFamily[country * groups + group]!;
  const total = peopleOf(run, 0, countIndexes);
  const hazard = probability(world.parameters.onwardFromFederationPerDay);
  const key = world.countryKey[country]!;
  const n = drawCountKeyed(run, total, hazard, key, group, decision.onwardFederation, 0);
  if (n <= 0) return;
  takeFrom(run, 0, countIndexes, total, n);
  for (let i = 0; i < targets.length; i++) {
    scratch.weights[i] = world.onwardTie[targets[i]! * groups + group]!;
  }
  divideByWeights(run, n, targets.length);
  for (let i = 0; i < targets.length; i++) {
    // Without shelter until the next day.
    const place = plan.entryPlace[targets[i]!]!;
    state.count[countIndex(world, at.unsheltered, place) + group]! += scratch.allocation[i]!;
  }
}
