import type { SeriesLayout } from '../seriesLayout.ts';
import { at } from '../vocabulary/index.ts';
import type { World } from '../world.ts';
import type { HostCells } from './hostCells.ts';

/**
 * Series that are sums of counts: series[i] adds up the cells from start[i] to start[i + 1] - 1, in
 * this order.
 */
export interface Tallies {
  readonly series: Int32Array;
  readonly start: Int32Array;
  readonly cells: Int32Array;
}

/** Stocks at home, displaced inside, and abroad by group, by shelter and by place. */
export function planTallies(
  world: Pick<World, 'groupIds' | 'placeIds'>,
  layout: SeriesLayout,
  settlements: Int32Array,
  hosts: readonly HostCells[],
  usable: ReadonlySet<number>,
): Tallies {
  const groups = world.groupIds.length;
  const series: number[] = [];
  const start: number[] = [0];
  const cells: number[] = [];
  const add = (into: number, some: readonly number[]) => {
    series.push(into);
    for (const cell of some) cells.push(cell);
    start.push(cells.length);
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
        const cell = first + g;
        if (!usable.has(cell)) continue;
        byGroup[g]!.push(cell);
        byShelter[rowShelter[r]!]!.push(cell);
        byPlace[rowPlace[r]!]!.push(cell);
      }
    });
    byGroup.forEach((list, g) => add(layout.stock[country * groups + g]!, list));
    byShelter.forEach((list, s) => add(layout.shelter[country * 4 + s]!, list));
    byPlace.forEach((list, i) => add(layout.place[places[i]!]!, list));
  });
  return {
    series: Int32Array.from(series),
    start: Int32Array.from(start),
    cells: Int32Array.from(cells),
  };
}
