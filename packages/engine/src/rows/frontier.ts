import { uniform } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import { divide } from '../people.ts';
import type { Run } from '../run.ts';
import { drawCount, probability } from '../run.ts';
import { countIndex } from '../state.ts';
import { at } from '../vocabulary/index.ts';

/**
 * Those who reach a crossing wait for it. A crossing lets through all, a number a day, or
 * none; it may admit only a share of those who come to the front. The rest wait on, and at a
 * crossing that is closed or admits only some, some of them turn back inside. Those let through stand in
 * scratch.arrived.
 */
export function frontier(run: Run): void {
  const { world, plan, state, scratch } = run;
  const groups = world.groupIds.length;
  scratch.arrived.fill(0);
  scratch.turnedBack = 0;
  reachFrontier(run);
  for (let i = 0; i < plan.openEntryRoutes.length; i++) {
    const entryRoute = plan.openEntryRoutes[i]!;
    for (let g = 0; g < groups; g++)
      pass(run, entryRoute, g, state.waiting[entryRoute * groups + g]!);
  }
  for (let i = 0; i < plan.crossings.length; i++) cross(run, plan.crossings[i]!);
}

/** The day of one crossing: those at the front are admitted in proportion, some of the rest give up. */
function cross(run: Run, crossing: number): void {
  const { world, plan, state, scratch } = run;
  const rules = plan.frontier[state.day]!;
  const groups = world.groupIds.length;
  const list = plan.entryRoutesOf[crossing]!;
  let waiting = 0;
  for (let i = 0, k = 0; i < list.length; i++) {
    for (let g = 0; g < groups; g++, k++) {
      const n = state.waiting[list[i]! * groups + g]!;
      scratch.weights[k] = n;
      waiting += n;
    }
  }
  if (waiting <= 0) return;
  const pace = rules.throughput[crossing]!;
  const limit = run.mode === 'sampled' ? Math.floor(pace) : pace;
  divide(run, Math.min(waiting, limit), scratch.weights, list.length * groups);
  const admittedShare = rules.admittedShare[crossing]!;
  // People held in no-man's-land have left already; only a crossing shut to them sends them back.
  const refuses = limit === 0 || admittedShare < 1;
  for (let i = 0, k = 0; i < list.length; i++) {
    const slot = world.placeKey[world.entryRoutes[list[i]!]!.to]!;
    for (let g = 0; g < groups; g++, k++) {
      const front = scratch.allocation[k]!;
      const admitted =
        admittedShare < 1
          ? drawCount(run, front, admittedShare, crossing, g, decision.admitted, slot)
          : front;
      if (admitted > 0) pass(run, list[i]!, g, admitted);
      if (refuses) turnBack(run, crossing, list[i]!, g, slot);
    }
  }
}

/**
 * Those whose way ends today reach their crossing. The forces of the state of origin let people out
 * on some days and hold them back on others; who is held is on the road for another day.
 */
function reachFrontier(run: Run): void {
  const { world, plan, state } = run;
  const groups = world.groupIds.length;
  const today = (state.day % plan.horizonDays) * world.entryRoutes.length * groups;
  const tomorrow = ((state.day + 1) % plan.horizonDays) * world.entryRoutes.length * groups;
  for (let entryRoute = 0; entryRoute < world.entryRoutes.length; entryRoute++) {
    const { crossing } = world.entryRoutes[entryRoute]!;
    for (let g = 0; g < groups; g++) {
      const index = entryRoute * groups + g;
      const coming = state.road[today + index]!;
      if (coming <= 0) continue;
      const out = crossing >= 0 && plan.persecuted[g] ? coming * letOut(run, crossing) : coming;
      state.waiting[index]! += out;
      state.road[today + index] = 0;
      state.road[tomorrow + index]! += coming - out;
    }
  }
}

/** Whether a crossing is one through which people are let out today: 1 or 0; its mean. */
function letOut(run: Run, crossing: number): number {
  const { world, state, keys } = run;
  const share = world.parameters.letOutShare;
  if (run.mode === 'expected') return share;
  return uniform(keys, state.day, world.placeKey[crossing]!, 0, decision.letOut, 0) < share ? 1 : 0;
}

function pass(run: Run, entryRoute: number, group: number, n: number): void {
  if (n <= 0) return;
  const { world, plan, state, scratch } = run;
  const { layout } = plan;
  const groups = world.groupIds.length;
  const { crossing, to } = world.entryRoutes[entryRoute]!;
  state.waiting[entryRoute * groups + group] = Math.max(
    0,
    state.waiting[entryRoute * groups + group]! - n,
  );
  scratch.arrived[entryRoute * groups + group]! += n;
  if (crossing >= 0) state.totals[layout.entries[crossing]!]! += n;
  state.totals[layout.outflow]! += plan.persecuted[group] ? n : 0;
  if (!plan.persecuted[group]) {
    const series = layout.secondWaveTo[world.placeCountry[to]!]!;
    if (series >= 0) state.totals[series]! += n;
  }
}

function turnBack(
  run: Run,
  crossing: number,
  entryRoute: number,
  group: number,
  slot: number,
): void {
  const { world, state, scratch } = run;
  const inside = world.turnBackPlace[crossing]!;
  if (inside < 0) return;
  const index = entryRoute * world.groupIds.length + group;
  const n = drawCount(
    run,
    state.waiting[index]!,
    probability(world.parameters.turnBackPerDay),
    crossing,
    group,
    decision.turnedBack,
    slot,
  );
  state.waiting[index]! -= n;
  state.count[countIndex(world, at.displaced, inside) + group]! += n;
  scratch.turnedBack += n;
}
