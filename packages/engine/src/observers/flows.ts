import type { Run } from '../run.ts';
import type { Watch } from './observer.ts';

/** Who set out from where by which entry route, for maps. */
export interface FlowRecorder {
  /**
   * [place x entry route x day], day fastest: persons who set out; places up to the last settlement
   * of the state of origin, for nobody sets out from the others
   */
  readonly setOut: Float64Array;
}

export function observeFlows({ world, plan }: Run): Watch<FlowRecorder> {
  const places = (plan.settlements.at(-1) ?? -1) + 1;
  const kept = { setOut: new Float64Array(places * world.entryRoutes.length * world.days) };
  return { kept, afterDay: (run) => recordFlows(run, kept) };
}

function recordFlows({ world, plan, state, scratch }: Run, { setOut }: FlowRecorder): void {
  const { start, entryRoute } = plan.destinationOptions;
  const groups = world.groupIds.length;
  for (let pair = 0; pair + 1 < start.length; pair++) {
    const place = Math.floor(pair / groups);
    for (let option = start[pair]!; option < start[pair + 1]!; option++) {
      const going = scratch.taken[option]!;
      if (going <= 0) continue;
      const index = place * world.entryRoutes.length + entryRoute[option]!;
      setOut[index * world.days + state.day]! += going;
    }
  }
}
