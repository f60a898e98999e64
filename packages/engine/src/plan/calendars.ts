import type { ParameterValues } from '../parameters/index.ts';
import { shelterLines, supplyLines } from '../vocabulary/index.ts';
import type { World } from '../world.ts';

/** [place] rules of a day; -1 as throughput means held, figure not known. */
export interface FrontierDay {
  readonly throughput: Float64Array;
  readonly admittedShare: Float64Array;
}

/** [line x place]; NaN where nothing is known. */
export interface HostingDay {
  readonly shelter: Float64Array;
  readonly supply: Float64Array;
  /** [place] lines of supply with a figure */
  readonly supplied: readonly Int32Array[];
  readonly relocation: Float64Array;
}

/**
 * [day] indices of the spells of violence active on it; the same list while nothing changes.
 * @param dates [spell] first day, and last day included
 */
export function spellsByDay(dates: {
  readonly days: number;
  readonly fromDay: Float64Array;
  readonly toDay: Float64Array;
}): Int32Array[] {
  const { days, fromDay, toDay } = dates;
  const changes = new Set<number>([0]);
  for (let spell = 0; spell < fromDay.length; spell++) {
    changes.add(Math.max(0, fromDay[spell]!));
    changes.add(toDay[spell]! + 1);
  }
  const byDay: Int32Array[] = [];
  const active = new Int32Array(fromDay.length);
  for (let day = 0; day < days; day++) {
    if (day > 0 && !changes.has(day)) {
      byDay.push(byDay[day - 1]!);
      continue;
    }
    let m = 0;
    for (let spell = 0; spell < fromDay.length; spell++) {
      if (fromDay[spell]! <= day && day <= toDay[spell]!) active[m++] = spell;
    }
    byDay.push(active.slice(0, m));
  }
  return byDay;
}

/** [day] rules at the crossings; the same object while nothing changes. */
export function frontierByDay(
  world: Pick<World, 'days' | 'placeIds' | 'frontier'> &
    Pick<ParameterValues, 'heldThroughputPerDay'>,
): FrontierDay[] {
  const changes = new Set<number>([0]);
  for (const spell of world.frontier) {
    changes.add(Math.max(0, spell.fromDay));
    changes.add(spell.toDay + 1);
  }
  const byDay: FrontierDay[] = [];
  for (let day = 0; day < world.days; day++) {
    if (day > 0 && !changes.has(day)) {
      byDay.push(byDay[day - 1]!);
      continue;
    }
    const throughput = new Float64Array(world.placeIds.length).fill(Number.POSITIVE_INFINITY);
    const admittedShare = new Float64Array(world.placeIds.length).fill(1);
    for (const spell of world.frontier) {
      if (spell.fromDay > day || spell.toDay < day) continue;
      throughput[spell.crossing] =
        spell.throughputPerDay < 0 ? world.heldThroughputPerDay : spell.throughputPerDay;
      admittedShare[spell.crossing] = spell.admittedShare;
    }
    byDay.push({ throughput, admittedShare });
  }
  return byDay;
}

const nothing = new Int32Array(0);

/** [place] lines of supply with a figure. */
function suppliedLines(supply: Float64Array, places: number): Int32Array[] {
  const lists: number[][] = [];
  for (let index = 0; index < supply.length; index++) {
    if (Number.isNaN(supply[index]!)) continue;
    const place = index % places;
    lists[place] ??= [];
    lists[place].push((index - place) / places);
  }
  return Array.from({ length: places }, (_, place) =>
    lists[place] ? Int32Array.from(lists[place]) : nothing,
  );
}

/** [day] what places abroad can give; the same object while nothing changes. */
export function hostingByDay(world: Pick<World, 'days' | 'placeIds' | 'hosting'>): HostingDay[] {
  const places = world.placeIds.length;
  const changes = new Set<number>([0, ...world.hosting.map((row) => Math.max(0, row.fromDay))]);
  const rows = [...world.hosting].sort((a, b) => a.fromDay - b.fromDay);
  const byDay: HostingDay[] = [];
  for (let day = 0; day < world.days; day++) {
    if (day > 0 && !changes.has(day)) {
      byDay.push(byDay[day - 1]!);
      continue;
    }
    const hosting = {
      shelter: new Float64Array(shelterLines.length * places).fill(Number.NaN),
      supply: new Float64Array(supplyLines.length * places).fill(Number.NaN),
      relocation: new Float64Array(places).fill(Number.NaN),
    };
    for (const row of rows) {
      if (row.fromDay > day) break;
      const shelter = shelterLines.indexOf(row.line as never);
      const supply = supplyLines.indexOf(row.line as never);
      if (shelter >= 0) hosting.shelter[shelter * places + row.place] = row.amount;
      else if (supply >= 0) hosting.supply[supply * places + row.place] = row.amount;
      else hosting.relocation[row.place] = row.amount;
    }
    byDay.push({ ...hosting, supplied: suppliedLines(hosting.supply, places) });
  }
  return byDay;
}
