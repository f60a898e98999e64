import { gather, sheltered, takeGathered } from '../people.ts';
import type { Run } from '../run.ts';
import { at, cell } from '../state.ts';
import { returnRamp } from './returning.ts';

/** Those in camps, centres and without shelter go first; host families when these are empty. */
const order = [sheltered.filter((situation) => situation !== at.hostFamily), [at.hostFamily]];

/**
 * Row 7. States take people out of a country by offer: a share of the places on offer each day,
 * growing until the programme runs at full pace, as long as places and people are left. Once
 * home is safe, people stop coming forward at the rate at which return sets in. Transfers agreed
 * between governments are carried out evenly between their dates.
 */
export function evacuation(run: Run): void {
  const { world, plan } = run;
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
  const left = available(run, country, group);
  let taken = 0;
  for (let index = 0; index < world.offers.length; index++) {
    const offer = world.offers[index]!;
    if (offer.fromCountry !== country || state.offerLeft[index]! <= 0) continue;
    if (state.day < offer.fromDay || state.day > offer.toDay) continue;
    const pace =
      offer.programme === 'transfer'
        ? 1 / (offer.toDay - offer.fromDay + 1)
        : p.evacuationPacePerDay * ramp * comingForward;
    const owed = Math.min(state.offerLeft[index]!, state.offerOwed[index]! + offer.places * pace);
    const wanted = run.mode === 'sampled' ? Math.floor(owed) : owed;
    state.offerOwed[index] = owed - wanted;
    const n = Math.min(wanted, left - taken);
    if (n <= 0) continue;
    state.offerLeft[index] = Math.max(0, state.offerLeft[index]! - n);
    taken += n;
    receive(run, index, group, n);
  }
  takeOut(run, country, group, taken);
}

/** People of the group in the country, with or without shelter. */
function available(run: Run, country: number, group: number): number {
  const { world, plan, state } = run;
  const places = plan.hostPlaces[country]!;
  let people = 0;
  for (let s = 0; s < sheltered.length; s++) {
    for (let i = 0; i < places.length; i++) {
      people += state.count[cell(world, sheltered[s]!, places[i]!) + group]!;
    }
  }
  return people;
}

function takeOut(run: Run, country: number, group: number, n: number): void {
  let left = n;
  for (const which of order) {
    if (left <= 0) return;
    const { m, total } = gather(run, group, run.plan.hostPlaces[country]!, which);
    const now = Math.min(left, total);
    if (now <= 0) continue;
    takeGathered(run, now, m);
    left -= now;
  }
}

function receive(run: Run, offerIndex: number, group: number, n: number): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const offer = world.offers[offerIndex]!;
  const far = world.placeKind[offer.statePlace] === 'state';
  state.count[cell(world, far ? at.evacuated : at.unsheltered, offer.statePlace) + group]! += n;
  if (offer.programme === 'transfer') {
    state.totals[layout.transferred]! += n;
  } else {
    state.totals[layout.evacuatedTo[world.placeCountry[offer.statePlace]!]!]! += n;
    state.totals[layout.evacuated]! += n;
  }
}
