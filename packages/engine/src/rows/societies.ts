import type { Run } from '../run.ts';

/**
 * Row 13. Hostility in each receiving society (function f10): a level that is there when nobody
 * has arrived, and a slope on the share of displaced persons. Neutral by default: 0 everywhere.
 */
export function societies(run: Run): void {
  const { world, plan, state } = run;
  const p = world.parameters;
  if (p.hostilityAtZero === 0 && p.hostilityPerShare === 0) return;
  const groups = world.groupIds.length;
  for (let country = 0; country < world.countryIds.length; country++) {
    const series = plan.layout.hostility[country]!;
    const population = world.hostPopulation[country]!;
    if (series < 0 || population <= 0) continue;
    let displaced = 0;
    const evacuated = plan.layout.evacuatedTo[country]!;
    if (evacuated >= 0) displaced += state.totals[evacuated]!;
    for (let g = 0; g < groups; g++) {
      const stock = plan.layout.stock[country * groups + g]!;
      if (stock >= 0) displaced += state.totals[stock]!;
    }
    const level = p.hostilityAtZero + p.hostilityPerShare * (displaced / population);
    state.totals[series] = Math.min(1, Math.max(0, level));
  }
}
