import { exp } from '../arithmetic/index.ts';
import { decision } from '../decisions.ts';
import { divideByWeights, peopleOf, takeFrom } from '../people.ts';
import type { Run } from '../run.ts';
import { drawCountKeyed } from '../run.ts';
import { countIndex } from '../state.ts';
import { at } from '../vocabulary/index.ts';
import { returnRamp } from './returning.ts';

/**
 * States take people out of a country by offer: a share of the places on offer each day,
 * growing until the programme runs at full pace, as long as places and people are left. Once
 * home is safe, people stop coming forward at the rate at which return sets in. Transfers agreed
 * between governments are carried out evenly between their dates. Where admission is open to all,
 * those who would go are received by the states at their pace.
 */
export function evacuation(run: Run): void {
  const { world, plan } = run;
  if (world.openAdmission) admitOpenly(run);
  if (plan.offerCountries.length === 0) return;
  for (let g = 0; g < world.groupIds.length; g++) {
    if (!plan.persecuted[g]) continue;
    const comingForward = 1 - returnRamp(run, g);
    for (let i = 0; i < plan.offerCountries.length; i++) {
      evacuateFrom(run, plan.offerCountries[i]!, g, comingForward);
    }
  }
}

function evacuateFrom(run: Run, country: number, group: number, comingForward: number): void {
  const { world, plan, state } = run;
  const p = world.parameters;
  const ramp = Math.min(1, (state.day - plan.firstOfferDay + 1) / p.evacuationBuildUpDays);
  const left = peopleOf(run, 0, plan.usable.byGroup[country * world.groupIds.length + group]!);
  if (left <= 0) return;
  const programmePace =
    p.evacuationPacePerDay * ramp * comingForward * drift(run) * evenness(run, country);
  let taken = 0;
  for (let index = 0; index < world.offers.length; index++) {
    const offer = world.offers[index]!;
    if (!isOpen(run, index, country)) continue;
    const pace =
      offer.programme === 'transfer'
        ? 1 / (offer.toDay - offer.fromDay + 1)
        : programmePace * run.worldEffects.offerPace[index]!;
    const owed = Math.min(state.offerLeft[index]!, state.offerOwed[index]! + offer.places * pace);
    const wanted = run.mode === 'sampled' ? Math.floor(owed) : owed;
    state.offerOwed[index] = owed - wanted;
    const n = Math.min(wanted, left - taken);
    if (n <= 0) continue;
    state.offerLeft[index] = Math.max(0, state.offerLeft[index]! - n);
    taken += n;
    receive(run, index, group, n);
  }
  if (taken > 0) takeOut(run, country, group, taken);
}

/** Receives those who would go on and have not gone yet, from every country that hosts them. */
function admitOpenly(run: Run): void {
  const { world, plan, state, scratch } = run;
  const { willingShare, pacePerDay, weight } = world.openAdmission!;
  const groups = world.groupIds.length;
  const m = plan.statePlaces.length;
  if (m === 0) return;
  for (let g = 0; g < groups; g++) {
    if (!plan.persecuted[g]) continue;
    const pace = pacePerDay * (1 - returnRamp(run, g));
    for (let country = 0; country < plan.hostPlaces.length; country++) {
      const places = plan.hostPlaces[country]!;
      if (places.length === 0) continue;
      const index = country * groups + g;
      const here = peopleOf(run, 0, plan.usable.byGroup[index]!);
      const gone = state.movedOn[index]!;
      const wouldGo = Math.max(0, willingShare * (here + gone) - gone);
      const left = run.mode === 'sampled' ? Math.floor(wouldGo) : wouldGo;
      const key = world.countryKey[country]!;
      const n = drawCountKeyed(run, left, pace, key, g, decision.openAdmission, 0);
      if (n <= 0) continue;
      state.movedOn[index] = gone + n;
      takeOut(run, country, g, n);
      for (let i = 0; i < m; i++) scratch.weights[i] = weight[plan.statePlaces[i]!]!;
      divideByWeights(run, n, m);
      for (let i = 0; i < m; i++) welcome(run, plan.statePlaces[i]!, g, scratch.allocation[i]!);
    }
  }
}

function welcome(run: Run, statePlace: number, group: number, n: number): void {
  const { world, plan, state } = run;
  state.count[countIndex(world, at.evacuated, statePlace) + group]! += n;
  state.totals[plan.layout.evacuated]! += n;
  const series = plan.layout.evacuatedTo[world.placeCountry[statePlace]!]!;
  if (series >= 0) state.totals[series]! += n;
}

/** How far the pace of the programme has moved since its first day; mean 1. */
function drift(run: Run): number {
  const months = (run.state.day - run.plan.firstOfferDay) / 30;
  const spread = run.world.parameters.evacuationDriftSpread * months;
  return run.mode === 'sampled'
    ? exp(spread * run.worldEffects.paceDrift - 0.5 * spread * spread)
    : 1;
}

/** Whether an offer takes people out of the country today. */
function isOpen(run: Run, index: number, country: number): boolean {
  const { world, state } = run;
  const offer = world.offers[index]!;
  return (
    offer.fromCountry === country &&
    state.offerLeft[index]! > 0 &&
    state.day >= offer.fromDay &&
    state.day <= offer.toDay
  );
}

/**
 * Registration and flights set the pace of the programme as a whole; where some states are fast,
 * others wait. Factor that keeps the sum over open offers where it would be without the scatter.
 */
function evenness(run: Run, country: number): number {
  const { world } = run;
  const { offerPace } = run.worldEffects;
  if (run.mode === 'expected') return 1;
  let common = 0;
  let scattered = 0;
  for (let index = 0; index < world.offers.length; index++) {
    if (world.offers[index]!.programme !== 'evacuation' || !isOpen(run, index, country)) continue;
    common += world.offers[index]!.places;
    scattered += world.offers[index]!.places * offerPace[index]!;
  }
  return scattered > 0 ? common / scattered : 1;
}

/** Those in camps, centres and without shelter go first; host families when these are empty. */
function takeOut(run: Run, country: number, group: number, n: number): void {
  const { withoutFamily, inFamily } = run.plan.usable;
  const index = country * run.world.groupIds.length + group;
  let left = n;
  for (const countIndexes of [withoutFamily[index]!, inFamily[index]!]) {
    const total = peopleOf(run, 0, countIndexes);
    const taken = Math.min(left, total);
    if (taken > 0) takeFrom(run, 0, countIndexes, total, taken);
    left -= taken;
  }
}

function receive(run: Run, offerIndex: number, group: number, n: number): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const offer = world.offers[offerIndex]!;
  const far = world.placeKind[offer.statePlace] === 'state';
  state.count[countIndex(world, far ? at.evacuated : at.unsheltered, offer.statePlace) + group]! +=
    n;
  if (offer.programme === 'transfer') {
    state.totals[layout.transferred]! += n;
  } else {
    state.totals[layout.evacuatedTo[world.placeCountry[offer.statePlace]!]!]! += n;
    state.totals[layout.evacuated]! += n;
  }
}
