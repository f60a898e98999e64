import { peopleIn } from '../people.ts';
import { sheltered } from '../plan/cells.ts';
import type { Run } from '../run.ts';
import { at } from '../state.ts';

/**
 * Row 9. Coverage of each line of supply that the case knows (function f4), and the shortfall of
 * a place as their mean, shelter among them. A line without a row is not known and not counted.
 */
export function supply(run: Run): void {
  const { world, plan, state, scratch } = run;
  const places = world.placeIds.length;
  const amounts = plan.hosting[state.day]!.supply;
  for (const list of plan.hostPlaces) {
    for (let i = 0; i < list.length; i++) {
      const place = list[i]!;
      let people = 0;
      for (let s = 0; s < sheltered.length; s++) people += peopleIn(run, sheltered[s]!, place);
      if (people <= 0) {
        scratch.shortfall[place] = 0;
        continue;
      }
      let missing = peopleIn(run, at.unsheltered, place) / people;
      let lines = 1;
      for (let line = 0; line < plan.needPerPerson.length; line++) {
        const amount = amounts[line * places + place]!;
        const need = plan.needPerPerson[line]! * people;
        if (Number.isNaN(amount) || need <= 0) continue;
        missing += 1 - Math.min(1, amount / need);
        lines += 1;
      }
      scratch.shortfall[place] = missing / lines;
    }
  }
}
