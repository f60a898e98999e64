import { gather, sheltered, takeGathered } from '../people.ts';
import type { Run } from '../run.ts';
import { at, cell } from '../state.ts';
import { returnRamp } from './returning.ts';

/** Those in camps, centres and without shelter go first; host families when these are empty. */
const inNeed = sheltered.filter((situation) => situation !== at.hostFamily);

/**
 * Row 7. States take people out of a country by offer: a share of the places on offer each day,
 * growing until the programme runs at full pace, as long as places and people are left. Once
 * home is safe, people stop coming forward at the rate at which return sets in. Transfers agreed
 * between governments are carried out evenly between their dates.
 */
export function evacuation(run: Run): void {
  const { world, plan, state } = run;
  const p = world.parameters;
  for (let index = 0; index < world.offers.length; index++) {
    const offer = world.offers[index]!;
    if (state.day < offer.fromDay || state.day > offer.toDay) continue;
    const ramp = Math.min(1, (state.day - plan.firstOfferDay + 1) / p.evacuationBuildUpDays);
    for (let g = 0; g < world.groupIds.length; g++) {
      if (!plan.persecuted[g]) continue;
      const comingForward = 1 - returnRamp(run, g);
      const pace =
        offer.programme === 'transfer'
          ? 1 / (offer.toDay - offer.fromDay + 1)
          : p.evacuationPacePerDay * ramp * comingForward;
      const wanted = offer.places * pace;
      const owed = Math.min(state.offerLeft[index]!, state.offerOwed[index]! + wanted);
      const n = run.mode === 'sampled' ? Math.floor(owed) : owed;
      state.offerOwed[index] = owed - n;
      const taken = evacuate(run, index, g, n);
      state.offerLeft[index] = Math.max(0, state.offerLeft[index]! - taken);
    }
  }
}

function evacuate(run: Run, offerIndex: number, group: number, n: number): number {
  const { world, plan, state } = run;
  const { layout } = plan;
  const offer = world.offers[offerIndex]!;
  let taken = 0;
  for (const which of [inNeed, [at.hostFamily]]) {
    const { m, total } = gather(run, group, plan.hostPlaces[offer.fromCountry]!, which);
    const now = Math.min(n - taken, total);
    if (now <= 0) continue;
    takeGathered(run, now, m);
    taken += now;
  }
  if (taken <= 0) return 0;
  const far = world.placeKind[offer.statePlace] === 'state';
  const situation = far ? at.evacuated : at.unsheltered;
  state.count[cell(world, situation, offer.statePlace) + group]! += taken;
  if (offer.programme === 'transfer') {
    state.totals[layout.transferred]! += taken;
  } else {
    state.totals[layout.evacuatedTo[world.placeCountry[offer.statePlace]!]!]! += taken;
    state.totals[layout.evacuated]! += taken;
  }
  return taken;
}
