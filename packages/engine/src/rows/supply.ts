import type { Run } from '../run.ts';

/**
 * Row 9. Coverage of each line of supply that the case knows (function f4), and the shortfall of
 * a place as their mean, shelter among them. A line without a row is not known and not counted.
 */
export function supply(run: Run): void {
  const { world, plan, state, scratch } = run;
  const places = world.placeIds.length;
  const { supply: amounts, supplied } = plan.hosting[state.day]!;
  const { count } = state;
  for (let country = 0; country < plan.hostPlaces.length; country++) {
    const list = plan.hostPlaces[country]!;
    const cells = plan.live.inPlaces[country]!;
    const placeOf = plan.live.placeOf[country]!;
    const shelterOf = plan.live.shelterOf[country]!;
    let k = 0;
    for (let i = 0; i < list.length; i++) {
      const place = list[i]!;
      let people = 0;
      let outside = 0;
      for (let s = 0; s < 4; s++) {
        let here = 0;
        for (; k < cells.length && placeOf[k] === place && shelterOf[k] === s; k++) {
          here += count[cells[k]!]!;
        }
        people += here;
        outside = here;
      }
      if (people <= 0) {
        scratch.shortfall[place] = 0;
        continue;
      }
      let missing = outside / people;
      let lines = 1;
      const known = supplied[place]!;
      for (let i = 0; i < known.length; i++) {
        const line = known[i]!;
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
