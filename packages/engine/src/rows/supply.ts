import { countRows } from '../people.ts';
import type { HostCountIndexes } from '../plan/hostCountIndexes.ts';
import type { Run } from '../run.ts';

/**
 * Coverage of each line of supply that the case knows (function f4), and the shortfall of
 * a place as their mean, shelter among them. A line without a row is not known and not counted.
 */
export function supply(run: Run): void {
  const { plan } = run;
  for (let i = 0; i < plan.hostCountries.length; i++) {
    supplyCountry(run, plan.usable.hosts[plan.hostCountries[i]!]!);
  }
}

function supplyCountry(run: Run, host: HostCountIndexes): void {
  const { shortfall, standing } = run.scratch;
  const { places } = host;
  countRows(run, host);
  for (let i = 0; i < places.length; i++) {
    const unsheltered = standing[4 * i + 3]!;
    const here = standing[4 * i]! + standing[4 * i + 1]! + standing[4 * i + 2]! + unsheltered;
    shortfall[places[i]!] = here > 0 ? shortfallAt(run, places[i]!, here, unsheltered) : 0;
  }
}

/** Mean of what is missing for people of whom some are without shelter, 0 to 1. */
function shortfallAt(run: Run, place: number, people: number, outside: number): number {
  const { world, plan, state } = run;
  const { supply: amounts, supplied } = plan.hosting[state.day]!;
  const places = world.placeIds.length;
  let missing = outside / people;
  let lines = 1;
  const known = supplied[place]!;
  for (let i = 0; i < known.length; i++) {
    const line = known[i]!;
    const need = plan.needPerPerson[line]! * people;
    if (need <= 0) continue;
    missing += 1 - Math.min(1, amounts[line * places + place]! / need);
    lines += 1;
  }
  return missing / lines;
}
