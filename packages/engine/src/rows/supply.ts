import { sheltered } from '../people.ts';
import type { Run } from '../run.ts';
import { at, cell } from '../state.ts';
import type { SupplyLine } from '../world.ts';
import { supplyLines } from '../world.ts';

/** Need per person of each line, from the declared standards; 0 where there is no standard. */
export function needPerPerson(run: Pick<Run, 'world'>, line: SupplyLine): number {
  const p = run.world.parameters;
  switch (line) {
    case 'water':
      return p.waterLitresPerPersonPerDay;
    case 'food':
      return p.foodRationsPerPersonPerDay;
    case 'documents':
      return p.documentsPerPerson;
    case 'education':
      return p.schoolPlacesPerPerson;
    case 'health':
      return p.healthPostsPerPerson;
    case 'employment':
      return p.jobsPerPerson;
    case 'taxes':
      return 0;
  }
}

/**
 * Row 9. Coverage of each line of supply that the case knows (function f4), and the shortfall of
 * a place as their mean, shelter among them. A line without a row is not known and not counted.
 */
export function supply(run: Run): void {
  const { world, plan, state, scratch } = run;
  const places = world.placeIds.length;
  const hosting = plan.hosting[state.day]!;
  for (const list of plan.hostPlaces) {
    for (let i = 0; i < list.length; i++) {
      const place = list[i]!;
      let people = 0;
      for (const situation of sheltered) people += peopleIn(run, situation, place);
      if (people <= 0) {
        scratch.shortfall[place] = 0;
        continue;
      }
      let missing = peopleIn(run, at.unsheltered, place) / people;
      let lines = 1;
      for (let line = 0; line < supplyLines.length; line++) {
        const amount = hosting.supply[line * places + place]!;
        const need = needPerPerson(run, supplyLines[line]!) * people;
        if (Number.isNaN(amount) || need <= 0) continue;
        missing += 1 - Math.min(1, amount / need);
        lines += 1;
      }
      scratch.shortfall[place] = missing / lines;
    }
  }
}

function peopleIn(run: Run, situation: number, place: number): number {
  const groups = run.world.groupIds.length;
  const from = cell(run.world, situation, place);
  let people = 0;
  for (let g = 0; g < groups; g++) people += run.state.count[from + g]!;
  return people;
}
