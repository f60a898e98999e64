import { sheltered } from '../plan/cells.ts';
import type { Run } from '../run.ts';
import { cell } from '../state.ts';

/**
 * Row 12. Expected attacks across the frontier today (function f6): provoked, in proportion to
 * the displaced near the frontier, and in pursuit, in proportion to recorded acts; host villagers
 * displaced by them. Intensities, never samples. Neutral by default: 0.
 */
export function spillover(run: Run): void {
  const { world, plan, state, scratch } = run;
  const p = world.parameters;
  if (p.spilloverPerFighterPerDay === 0 && p.spilloverPerPursuit === 0) return;
  for (let country = 0; country < plan.hostPlaces.length; country++) {
    const places = plan.hostPlaces[country]!;
    if (places.length === 0) continue;
    let attacks = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      let here = 0;
      for (const situation of sheltered) {
        const from = cell(world, situation, place);
        for (let g = 0; g < world.groupIds.length; g++) here += state.count[from + g]!;
      }
      attacks += here * p.spilloverPerFighterPerDay * plan.frontierDanger[place]!;
      attacks += scratch.pursuit[place]! * p.spilloverPerPursuit;
    }
    state.totals[plan.layout.spillover[country]!] = attacks;
    const home = world.hostPopulation[country]! - state.hostsDisplaced[country]!;
    state.hostsDisplaced[country]! += Math.min(home, attacks * p.hostsDisplacedPerAttack);
  }
}
