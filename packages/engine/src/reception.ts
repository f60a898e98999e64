import type { Run } from './run.ts';
import { countIndex } from './state.ts';
import { at } from './vocabulary/index.ts';

/** Share of the displaced abroad whom states beyond the neighbours have received, 0 to 1. */
export function reception(run: Run): number {
  const { world, plan, state } = run;
  let near = 0;
  let far = 0;
  for (let g = 0; g < world.groupIds.length; g++) {
    if (!plan.persecuted[g]) continue;
    for (let index = g; index < plan.usable.byGroup.length; index += world.groupIds.length) {
      const countIndexes = plan.usable.byGroup[index]!;
      for (let i = 0; i < countIndexes.length; i++) near += state.count[countIndexes[i]!]!;
    }
    for (let i = 0; i < plan.statePlaces.length; i++) {
      const place = plan.statePlaces[i]!;
      far += state.count[countIndex(world, at.evacuated, place) + g]!;
      far += state.count[countIndex(world, at.claimed, place) + g]!;
    }
  }
  return near + far > 0 ? far / (near + far) : 0;
}
