import { exp } from '../arithmetic/index.ts';
import { sheltered } from '../plan/cells.ts';
import type { Run } from '../run.ts';
import { cell } from '../state.ts';

/**
 * Row 11. Expected events of unrest today, by initiator (function f5): a rate per person that
 * grows with the shortfall of supplies. An intensity, never a sample. Neutral by default: 0.
 */
export function unrest(run: Run): void {
  const { world, plan, state, scratch } = run;
  const p = world.parameters;
  if (p.unrestPer100kPerMonth === 0) return;
  const perPersonDay = p.unrestPer100kPerMonth / 100_000 / 30;
  for (let country = 0; country < plan.hostPlaces.length; country++) {
    const places = plan.hostPlaces[country]!;
    if (places.length === 0) continue;
    let events = 0;
    let people = 0;
    let short = 0;
    for (let i = 0; i < places.length; i++) {
      let here = 0;
      for (const situation of sheltered) {
        const from = cell(world, situation, places[i]!);
        for (let g = 0; g < world.groupIds.length; g++) here += state.count[from + g]!;
      }
      events += here * perPersonDay * exp(p.unrestPerShortfall * scratch.shortfall[places[i]!]!);
      people += here;
      short += here * scratch.shortfall[places[i]!]!;
    }
    state.totals[plan.layout.unrestDisplaced[country]!] = events;
    const hostShortfall = people > 0 ? short / people : 0;
    const hosts = world.hostPopulation[country]!;
    state.totals[plan.layout.unrestHosts[country]!] =
      hosts * perPersonDay * (exp(p.unrestPerShortfall * hostShortfall) - 1);
  }
}
