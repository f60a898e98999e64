import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { drawCount } from '../run.ts';
import { at } from '../vocabulary/index.ts';

/**
 * Expulsion and flight (function f1). From home people are expelled, flee abroad, or flee
 * to a refuge inside; from a refuge inside they are driven abroad. Reprisal drives out the groups
 * that it is aimed at. Those bound abroad stand in scratch.leaving for the journey.
 */
export function flight(run: Run): void {
  const { plan, scratch, hazards } = run;
  const { driven, scare, expulsion, reprisal } = hazards;
  scratch.leftHome = 0;
  scratch.expelledAbroad = 0;
  for (let i = 0; i < driven.length; i++) {
    const pair = driven.pair[i]!;
    const place = driven.place[i]!;
    const group = driven.group[i]!;
    scratch.leaving[pair] = 0;
    scratch.expelled[pair] = 0;
    const isScared = scare[place]! > 0 && plan.persecuted[group] === 1;
    if (expulsion[pair]! > 0 || isScared) expelOrFlee(run, pair, place, group);
    if (reprisal[pair]! > 0) leaveByReprisal(run, pair, place, group);
  }
}

function expelOrFlee(run: Run, pair: number, place: number, group: number): void {
  const { world, plan, state, scratch, hazards } = run;
  const { count, totals } = state;
  const { layout } = plan;
  const pairs = world.placeIds.length * world.groupIds.length;
  const home = at.home * pairs + pair;
  const inside = at.displaced * pairs + pair;
  const { leaveHome, insideOrAbroad, leaveInside, expelledOrFled } = decision;
  const left = drawCount(run, count[home]!, hazards.leaveHome[pair]!, place, group, leaveHome);
  const hidden = drawCount(run, left, hazards.hide[pair]!, place, group, insideOrAbroad);
  const found = drawCount(
    run,
    count[inside]!,
    hazards.leaveInside[pair]!,
    place,
    group,
    leaveInside,
  );
  const abroad = left - hidden + found;
  const expelled = drawCount(run, abroad, hazards.expelled[pair]!, place, group, expelledOrFled);
  count[home]! -= left;
  count[inside]! += hidden - found;
  state.away[pair]! += left;
  scratch.leaving[pair]! += abroad;
  scratch.expelled[pair]! += expelled;
  scratch.leftHome += left;
  scratch.expelledAbroad += expelled;
  const region = world.placeRegion[place]!;
  if (region < 0) return;
  totals[layout.leftExpelled[region]!]! += expelled;
  totals[layout.leftFled[region]!]! += abroad - expelled;
  totals[layout.leftInside[region]!]! += hidden;
}

function leaveByReprisal(run: Run, pair: number, place: number, group: number): void {
  const { world, plan, state, scratch, hazards } = run;
  const { count, totals } = state;
  const home = at.home * world.placeIds.length * world.groupIds.length + pair;
  if (count[home]! <= 0) return;
  const p = hazards.leaveByReprisal[pair]!;
  const left = drawCount(run, count[home]!, p, place, group, decision.reprisal);
  count[home]! -= left;
  state.away[pair]! += left;
  scratch.leftHome += left;
  scratch.leaving[pair]! += left;
  totals[plan.layout.secondWaveOf[group]!]! += left;
  totals[plan.layout.secondWave]! += left;
}
