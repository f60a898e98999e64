import type { SeriesLayout } from '../seriesLayout.ts';
import { at } from '../vocabulary/index.ts';
import type { World } from '../world.ts';
import type { HostCountIndexes } from './hostCountIndexes.ts';

/**
 * Series that are sums of counts: series[i] adds up the count indexes from start[i] to start[i + 1]
 * - 1, in this order.
 */
export interface Tallies {
  readonly series: Int32Array;
  readonly start: Int32Array;
  readonly countIndexes: Int32Array;
}

/** Stocks at home, displaced inside, and abroad by group, by shelter and by place. */
export function planTallies(
  world: Pick<World, 'groupIds' | 'placeIds'>,
  layout: SeriesLayout,
  settlements: Int32Array,
  hosts: readonly HostCountIndexes[],
  usable: ReadonlySet<number>,
): Tallies {
  const groups = world.groupIds.length;
  const series: number[] = [];
  const start: number[] = [0];
  const countIndexes: number[] = [];
  const add = (into: number, some: readonly number[]) => {
    series.push(into);
    for (const countIndex of some) countIndexes.push(countIndex);
    start.push(countIndexes.length);
  };
  const inside = (situation: number, g: number) =>
    Array.from(settlements, (place) => (situation * world.placeIds.length + place) * groups + g);
  for (let g = 0; g < groups; g++) {
    add(layout.idp[g]!, inside(at.displaced, g));
    add(layout.home[g]!, inside(at.home, g));
  }
  hosts.forEach(({ places, row, rowPlace, rowShelter }, country) => {
    if (places.length === 0) return;
    const byGroup: number[][] = world.groupIds.map(() => []);
    const byShelter: number[][] = [[], [], [], []];
    const byPlace: number[][] = Array.from(places, () => []);
    row.forEach((first, r) => {
      for (let g = 0; g < groups; g++) {
        const countIndex = first + g;
        if (!usable.has(countIndex)) continue;
        byGroup[g]!.push(countIndex);
        byShelter[rowShelter[r]!]!.push(countIndex);
        byPlace[rowPlace[r]!]!.push(countIndex);
      }
    });
    byGroup.forEach((list, g) => add(layout.stock[country * groups + g]!, list));
    byShelter.forEach((list, s) => add(layout.shelter[country * 4 + s]!, list));
    byPlace.forEach((list, i) => add(layout.place[places[i]!]!, list));
  });
  return {
    series: Int32Array.from(series),
    start: Int32Array.from(start),
    countIndexes: Int32Array.from(countIndexes),
  };
}
