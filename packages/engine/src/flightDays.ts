import { flightRows } from './dayTable.ts';
import { pick, sameFields } from './parts.ts';
import type { Run } from './run.ts';
import { at } from './state.ts';
import type { World } from './world.ts';

/** Numbers that a day has changed in a list, and by how much: whole people. */
interface Changes {
  readonly index: Int32Array;
  readonly by: Float64Array;
}

/** Rows 1 to 4 of one day as they were lived in some run. */
interface FlightDay {
  /** Cells of the state that the rows read, and the people who were in them. */
  readonly cell: Int32Array;
  readonly people: Float64Array;
  /** What they changed, list by list as in `written`. */
  readonly changes: readonly Changes[];
}

/** Days of runs in which all that the rows read, beside the people in the cells, is the same. */
export interface KeptDays {
  readonly facts: object;
  /** [day] */
  readonly days: (FlightDay | null)[];
}

/**
 * Who was driven out, killed and set out on each day of runs with the same chance. Receiving states
 * and neighbours do not touch it: most coalitions differ in those alone, so one run can take it over
 * from another wherever the same people are at home and displaced inside.
 */
export type FlightDays = KeptDays[];

/**
 * The days that a run may take over or add to, of runs in which all that these rows read, beside the
 * people in the cells, is the same; null where days cannot be kept. In the expected run people are
 * no whole numbers, and a sum would depend on what was there before.
 */
export function flightDaysOf(run: Run, kept: FlightDays): KeptDays | null {
  const { world, mode, flows } = run;
  if (mode === 'expected' || world.moralHazard || flows || !isWhole(world)) return null;
  const facts = factsOf(run);
  const known = kept.find((one) => sameFields(one.facts, facts));
  if (known) return known;
  const fresh = { facts, days: Array<FlightDay | null>(world.days).fill(null) };
  kept.push(fresh);
  return fresh;
}

/** All that rows 1 to 4 read of anything but the state. */
function factsOf({ keys, character, world, plan, exposure }: Run): object {
  return {
    ...keys,
    ...pick(character, 'spellSize'),
    isExposureGathered: exposure !== null,
    ...pick(world, 'violence', 'violenceRowKey', 'placeKey', 'placeRegion', 'passages', 'days'),
    ...pick(world, 'placeIds', 'groupIds'),
    ...pick(world.parameters, 'bombingFlightPerEventPerDay', 'insurgencyFlightPerEventPerDay'),
    ...pick(world.parameters, 'fleeingPerExpelled', 'fleeingInsidePerExpelled'),
    ...pick(world.parameters, 'displacedExposure', 'killingScale', 'dayToDaySpread'),
    ...pick(world.parameters, 'closedCrossingWeight', 'onFootShare'),
    ...pick(plan, 'activeSpells', 'frontier', 'settlements', 'towards', 'persecuted'),
    ...pick(plan, 'ways', 'departures', 'convoys', 'horizonDays', 'layout'),
  };
}

function isWhole({ initial, initialAway }: World): boolean {
  return initial.every(Number.isInteger) && initialAway.every(Number.isInteger);
}

/** Lives rows 1 to 4, or takes over what they did in a run in which as many people were there. */
export function liveFlight(run: Run, { days }: KeptDays): void {
  const { day } = run.state;
  const known = days[day];
  if (known && isAsBefore(run, known)) {
    takeOver(run, known);
    return;
  }
  const before = known ? null : written(run).map((list) => list.slice());
  for (let i = 0; i < flightRows.length; i++) flightRows[i]!.live(run);
  if (!before) return;
  const cell = cellsRead(run);
  days[day] = {
    cell,
    people: Float64Array.from(cell, (index) => before[0]![index]!),
    changes: written(run).map((list, i) => changesOf(before[i]!, list)),
  };
}

/** Lists that rows 1 to 4 write and later rows read; the counts first. */
function written({ state, scratch, exposure }: Run): Float64Array[] {
  const { count, away, road, totals, day } = state;
  const lists = [count, away, road, totals, scratch.awayLoss];
  if (exposure) {
    lists.push(exposure.leftHome.subarray(day, day + 1), exposure.expelled.subarray(day, day + 1));
  }
  return lists;
}

/** Cells of people at home and displaced inside who can be driven out or killed today. */
function cellsRead({ world, hazards }: Run): Int32Array {
  const pairs = world.placeIds.length * world.groupIds.length;
  const read = new Set<number>();
  for (const { length, pair } of [hazards.driven, hazards.endangered]) {
    for (let i = 0; i < length; i++) {
      read.add(at.home * pairs + pair[i]!);
      read.add(at.displaced * pairs + pair[i]!);
    }
  }
  return Int32Array.from(read);
}

function changesOf(before: Float64Array, after: Float64Array): Changes {
  const changed: number[] = [];
  for (let i = 0; i < after.length; i++) if (after[i] !== before[i]) changed.push(i);
  return {
    index: Int32Array.from(changed),
    by: Float64Array.from(changed, (i) => after[i]! - before[i]!),
  };
}

function isAsBefore({ state }: Run, { cell, people }: FlightDay): boolean {
  for (let i = 0; i < cell.length; i++) if (state.count[cell[i]!] !== people[i]) return false;
  return true;
}

function takeOver(run: Run, { changes }: FlightDay): void {
  const lists = written(run);
  for (let l = 0; l < lists.length; l++) {
    const list = lists[l]!;
    const { index, by } = changes[l]!;
    for (let i = 0; i < index.length; i++) list[index[i]!]! += by[i]!;
  }
}
