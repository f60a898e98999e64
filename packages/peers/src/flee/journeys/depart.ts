import {
  binomialQuantile,
  decision,
  pow,
  splitByWeights,
  successiveChances,
  uniform,
} from '@asylia/engine';
import type { JourneyState } from './journeyState.ts';
import { classes } from './journeyState.ts';
import { roomOf } from './routes.ts';

/** Chance to leave a place on a day, by what the place is today. */
export function leaveChance({ today, rules }: JourneyState, place: number): number {
  switch (today.kind[place]!) {
    case 'camp':
      return rules.leaveCamp;
    case 'innerCamp':
      return rules.leaveInnerCamp;
    case 'conflict':
      return rules.leaveConflict;
    case 'town':
      return rules.leaveTown;
    default:
      return 1;
  }
}

/**
 * The people of run.group decide together: how many leave and how many take each route is drawn
 * once for all, which is the law of drawing it class by class; who they are is then divided over
 * the classes in proportion. Fills run.taken, leaves those who stay in run.group.
 *
 * @param p chance to leave, of the classes from sureBelow on; those below leave for sure
 * @param slot names the draws of this time of the day apart
 * @returns how many leave
 */
export function depart(
  run: JourneyState,
  place: number,
  p: number,
  sureBelow: number,
  slot: number,
): number {
  const { group, leavers, taken, parts, routes } = run;
  const m = routes.start[place + 1]! - routes.start[place]!;
  if (m === 0) return 0;
  let sure = 0;
  let free = 0;
  let kinds = 0;
  for (let c = 0; c < classes; c++) {
    if (group[c]! > 0) kinds += 1;
    if (c < sureBelow) sure += group[c]!;
    else free += group[c]!;
  }
  const key = run.network.placeKey[place]!;
  const left = drawCount(run, free, p, key, slot);
  const leaving = sure + left;
  if (leaving <= 0) return 0;
  // One offset for all divisions of this decision: each class gets its share in the mean.
  const offset =
    kinds > 1 && run.mode === 'sampled'
      ? uniform(run.keys, run.day, key, slot, decision.journeyLeave, 1)
      : 0;
  for (let c = 0; c < sureBelow; c++) leavers[c] = group[c]!;
  divide(run, left, free, group, sureBelow, leavers, 0, offset);
  choose(run, place, leaving, slot);
  let rest = leaving;
  let gone = 0;
  for (let i = 0; i < m; i++) {
    const n = parts[i]!;
    const at = i * classes;
    if (n <= 0) {
      taken.fill(0, at, at + classes);
      continue;
    }
    divide(run, n, rest, leavers, 0, taken, at, offset);
    for (let c = 0; c < classes; c++) {
      leavers[c]! -= taken[at + c]!;
      group[c]! -= taken[at + c]!;
    }
    rest -= n;
    gone += n;
  }
  return gone;
}

/**
 * Divides n of `sum` people over the classes they come from, in proportion: running totals are
 * rounded at an offset between 0 and 1, so that no class gives more than it has.
 */
function divide(
  run: JourneyState,
  n: number,
  sum: number,
  from: Float64Array,
  firstClass: number,
  out: Float64Array,
  outAt: number,
  offset: number,
): void {
  if (n >= sum) {
    for (let c = firstClass; c < classes; c++) out[outAt + c] = from[c]!;
    return;
  }
  const share = n / sum;
  if (run.mode === 'expected') {
    for (let c = firstClass; c < classes; c++) out[outAt + c] = from[c]! * share;
    return;
  }
  let running = 0;
  let given = 0;
  for (let c = firstClass; c < classes; c++) {
    const people = from[c]!;
    let part = 0;
    if (people > 0 && given < n) {
      running += people;
      const due = running === sum ? n : Math.floor(running * share + offset);
      part = Math.min(people, n - given, due - given);
      given += part;
    }
    out[outAt + c] = part;
  }
}

function drawCount(run: JourneyState, n: number, p: number, key: number, slot: number): number {
  if (p >= 1) return n;
  if (p <= 0 || n <= 0) return 0;
  if (run.mode === 'expected') return n * p;
  return binomialQuantile(uniform(run.keys, run.day, key, slot, decision.journeyLeave, 0), n, p);
}

/** Who takes route start + i stands in parts[i], 0 where the road is given up for a full goal. */
function choose(run: JourneyState, place: number, n: number, slot: number): void {
  const { routes, weights, parts, rules, here, capacity } = run;
  const from = routes.start[place]!;
  const m = routes.start[place + 1]! - from;
  let sum = 0;
  let crowded = false;
  for (let i = 0; i < m; i++) {
    const goal = routes.goal[from + i]!;
    let weight = routes.weight[from + i]!;
    if (capacity[goal]! > 0) {
      const room = roomOf(rules, capacity[goal]!, here[goal]!);
      if (room < 0.5) crowded = true;
      if (room < 1) weight *= rules.weightPower === 1 ? room : pow(room, rules.weightPower);
    }
    weights[i] = weight;
    sum += weight;
  }
  if (sum <= 0) for (let i = 0; i < m; i++) weights[i] = 1;
  split(run, n, m, run.network.placeKey[place]!, decision.journeyGoal, slot);
  if (!crowded) return;
  for (let i = 0; i < m; i++) {
    const goal = routes.goal[from + i]!;
    const kind = run.today.kind[goal];
    const isCamp = kind === 'camp' || kind === 'innerCamp';
    if (isCamp && roomOf(rules, capacity[goal]!, here[goal]!) < 0.5) parts[i] = 0;
  }
}

/** Splits n people over run.weights into run.parts, by chance or as expected. */
export function split(
  run: JourneyState,
  n: number,
  m: number,
  key: number,
  code: number,
  slot: number,
): void {
  const { weights, parts, chances } = run;
  if (run.mode === 'sampled') {
    successiveChances(chances, weights, 0, m);
    splitByWeights(parts, 0, n, weights, chances, 0, m, run.keys, run.day, key, slot, code);
    return;
  }
  let sum = 0;
  for (let i = 0; i < m; i++) sum += weights[i]!;
  for (let i = 0; i < m; i++) parts[i] = (n * weights[i]!) / sum;
}
