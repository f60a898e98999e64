import { apportion } from './chance/index.ts';
import type { Run } from './run.ts';
import { at, cell } from './state.ts';

/** Situations of people under a roof or none in a neighbouring country, in the order of counting. */
export const sheltered = [at.hostFamily, at.centre, at.camp, at.unsheltered] as const;

/**
 * Divides n people over cells in proportion to the people in them: exact in `expected` mode,
 * to whole people by largest remainders in `sampled` mode. Never takes more than a cell holds.
 * Writes run.scratch.parts[0 .. m-1].
 */
export function divide(run: Run, n: number, counts: Float64Array, m: number): void {
  const { parts } = run.scratch;
  if (run.mode === 'sampled') {
    apportion(parts, 0, n, counts, 0, m);
    return;
  }
  let total = 0;
  for (let i = 0; i < m; i++) total += counts[i]!;
  const share = total > 0 ? n / total : 0;
  for (let i = 0; i < m; i++) parts[i] = counts[i]! * share;
}

/**
 * Gathers the cells of a group in the given situations and places into scratch: cells[i] is the
 * index in the count array, weights[i] the people there. Returns their number; the total stands
 * in `gathered.total`.
 */
export function gather(
  run: Run,
  group: number,
  places: Int32Array,
  which: readonly number[],
): { readonly m: number; readonly total: number } {
  const { world, state, scratch } = run;
  let m = 0;
  let total = 0;
  for (let s = 0; s < which.length; s++) {
    for (let i = 0; i < places.length; i++) {
      const index = cell(world, which[s]!, places[i]!) + group;
      const n = state.count[index]!;
      if (n <= 0) continue;
      scratch.cells[m] = index;
      scratch.weights[m] = n;
      m += 1;
      total += n;
    }
  }
  return { m, total };
}

/** Takes n people out of the gathered cells in proportion; what came from where is in parts. */
export function takeGathered(run: Run, n: number, m: number): void {
  const { state, scratch } = run;
  divide(run, n, scratch.weights, m);
  for (let i = 0; i < m; i++) {
    const index = scratch.cells[i]!;
    state.count[index] = Math.max(0, state.count[index]! - scratch.parts[i]!);
  }
}

/** People whose home was somewhere and who died away from it: settled once a day, by group. */
export function settleAwayLosses(run: Run): void {
  const { world, scratch } = run;
  const groups = world.groupIds.length;
  for (let g = 0; g < groups; g++) {
    const n = scratch.awayLoss[g]!;
    if (n > 0) takeFromAway(run, g, n);
    scratch.awayLoss[g] = 0;
  }
}

/** Takes n of a group off the pool of those away from home, over all homes in proportion. */
export function takeFromAway(run: Run, group: number, n: number): void {
  const { world, plan, state, scratch } = run;
  const groups = world.groupIds.length;
  const m = plan.settlements.length;
  for (let i = 0; i < m; i++) {
    scratch.weights[i] = state.away[plan.settlements[i]! * groups + group]!;
  }
  divide(run, n, scratch.weights, m);
  for (let i = 0; i < m; i++) {
    const index = plan.settlements[i]! * groups + group;
    state.away[index] = Math.max(0, state.away[index]! - scratch.parts[i]!);
  }
}
