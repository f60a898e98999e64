import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { drawCount } from '../run.ts';
import { at, deathCauses } from '../vocabulary/index.ts';

/** Column of deaths by violence in the record. */
const violent = deathCauses.indexOf('violence');

/** Deaths by violence among those at home and those displaced inside. */
export function killing(run: Run): void {
  const { world, plan, state, scratch, hazards } = run;
  const { count, totals } = state;
  const { endangered } = hazards;
  const pairs = world.placeIds.length * world.groupIds.length;
  for (let i = 0; i < endangered.length; i++) {
    const pair = endangered.pair[i]!;
    const place = endangered.place[i]!;
    const g = endangered.group[i]!;
    const p = hazards.beKilled[pair]!;
    const home = at.home * pairs + pair;
    const inside = at.displaced * pairs + pair;
    const atHome = drawCount(run, count[home]!, p, place, g, decision.killedAtHome);
    const hiding = drawCount(run, count[inside]!, p, place, g, decision.killedDisplaced);
    count[home]! -= atHome;
    count[inside]! -= hiding;
    count[at.deadViolence * pairs + pair]! += atHome + hiding;
    scratch.awayLoss[g]! += hiding;
    totals[plan.layout.deaths[g * deathCauses.length + violent]!]! += atHome + hiding;
  }
}
