import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { deathCauses } from '../seriesLayout.ts';
import { at, cell } from '../state.ts';
import { probability } from './flight.ts';

/** Column of deaths by violence in the record. */
const violent = deathCauses.indexOf('violence');

/** Row 3. Deaths by violence among those at home and those displaced inside. */
export function killing(run: Run): void {
  const { world, plan, state, scratch } = run;
  const groups = world.groupIds.length;
  for (let i = 0; i < plan.settlements.length; i++) {
    const place = plan.settlements[i]!;
    for (let g = 0; g < groups; g++) {
      const hazard = scratch.killing[place * groups + g]!;
      if (hazard <= 0) continue;
      const p = probability(hazard);
      const home = cell(world, at.home, place) + g;
      const inside = cell(world, at.displaced, place) + g;
      const atHome = howMany(run, state.count[home]!, p, place, g, decision.killedAtHome);
      const hiding = howMany(run, state.count[inside]!, p, place, g, decision.killedDisplaced);
      state.count[home]! -= atHome;
      state.count[inside]! -= hiding;
      state.count[cell(world, at.deadViolence, place) + g]! += atHome + hiding;
      scratch.awayLoss[g]! += hiding;
      state.totals[plan.layout.deaths[g * 3 + violent]!]! += atHome + hiding;
    }
  }
}
