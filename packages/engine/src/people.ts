import { apportion } from './chance/index.ts';
import type { HostCountIndexes } from './plan/hostCountIndexes.ts';
import type { Run } from './run.ts';
import { countIndex } from './state.ts';

/**
 * Divides n people over counts in proportion to the people in them: exact in `expected` mode,
 * to whole people by rounded running totals in `sampled` mode. Never takes more than a count holds.
 * Writes run.scratch.allocation[0 .. m-1].
 */
export function divide(run: Run, n: number, counts: Float64Array, m: number): void {
  const { allocation } = run.scratch;
  if (run.mode === 'sampled') {
    apportion(allocation, 0, n, counts, 0, m);
    return;
  }
  let total = 0;
  for (let i = 0; i < m; i++) total += counts[i]!;
  const share = total > 0 ? n / total : 0;
  for (let i = 0; i < m; i++) allocation[i] = counts[i]! * share;
}

/**
 * Divides n people by the weights in scratch.weights[0 .. m-1], which no count limits.
 * Overwrites the weights; the result is in run.scratch.allocation.
 */
export function divideByWeights(run: Run, n: number, m: number): void {
  const { weights } = run.scratch;
  let sum = 0;
  let counts = 0;
  for (let i = 0; i < m; i++) {
    sum += weights[i]!;
    if (weights[i]! > 0) counts += 1;
  }
  // Scaled so that every count can hold its share: divide never gives more than a count's weight.
  const scale = sum > 0 ? (2 * n + counts) / sum : 0;
  for (let i = 0; i < m; i++) {
    const scaled = weights[i]! * scale;
    weights[i] = run.mode === 'sampled' ? Math.ceil(scaled) : scaled;
  }
  divide(run, n, weights, m);
}

/** People of a group in some counts, each at its offset (see plan/countIndexes.ts). */
export function peopleOf(run: Run, offset: number, countIndexes: Int32Array): number {
  const { count } = run.state;
  let total = 0;
  for (let i = 0; i < countIndexes.length; i++) {
    const n = count[countIndexes[i]! + offset]!;
    if (n > 0) total += n;
  }
  return total;
}

/** Takes n people out of some counts in proportion, which hold `total` as peopleOf counts them. */
export function takeFrom(
  run: Run,
  offset: number,
  countIndexes: Int32Array,
  total: number,
  n: number,
): void {
  const { count } = run.state;
  if (run.mode === 'sampled') {
    takeWhole(run, offset, countIndexes, n);
    return;
  }
  const share = total > 0 ? n / total : 0;
  for (let i = 0; i < countIndexes.length; i++) {
    const here = count[countIndexes[i]! + offset]!;
    if (here > 0) count[countIndexes[i]! + offset] = Math.max(0, here - here * share);
  }
}

function takeWhole(run: Run, offset: number, countIndexes: Int32Array, n: number): void {
  const { state, scratch } = run;
  const { count } = state;
  const { countIndexes: taken, weights, allocation } = scratch;
  let m = 0;
  for (let i = 0; i < countIndexes.length; i++) {
    const here = count[countIndexes[i]! + offset]!;
    if (here <= 0) continue;
    taken[m] = countIndexes[i]! + offset;
    weights[m] = here;
    m += 1;
  }
  divide(run, n, weights, m);
  for (let i = 0; i < m; i++) count[taken[i]!] = Math.max(0, weights[i]! - allocation[i]!);
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
    state.away[index] = Math.max(0, state.away[index]! - scratch.allocation[i]!);
  }
}

/** People of all groups in one situation at a place. */
export function peopleIn(run: Run, situation: number, place: number): number {
  const groups = run.world.groupIds.length;
  const from = countIndex(run.world, situation, place);
  let people = 0;
  for (let g = 0; g < groups; g++) people += run.state.count[from + g]!;
  return people;
}

/** Counts the people of a country abroad by place and shelter into scratch.standing (4 i + shelter). */
export function countRows({ world, state, scratch }: Run, host: HostCountIndexes): void {
  const { row, rowPlace, rowShelter, places } = host;
  const { count } = state;
  const { standing } = scratch;
  const groups = world.groupIds.length;
  standing.fill(0, 0, 4 * places.length);
  for (let r = 0; r < row.length; r++) {
    const first = row[r]!;
    let people = 0;
    for (let i = first; i < first + groups; i++) people += count[i]!;
    standing[4 * rowPlace[r]! + rowShelter[r]!] = people;
  }
}
