import type { Words } from '@asylia/words';
import type { MapInput } from './ground.ts';
import type { MapLayout } from './layout.ts';
import type { MapScales } from './marks.ts';
import { markRadius, scalesForMost } from './marks.ts';

/** How many more people (or fewer) are or wait at a place in the other run than in the first. */
export interface DifferenceMark {
  readonly place: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly kind: string;
  /** People in the other run less people in the first; never 0. */
  readonly difference: number;
  readonly sign: 'fewer' | 'more';
}

/** The sign of a mark, so that colour is not the only one. */
export const differenceSigns = { fewer: '▼', more: '▲' } as const;

/** People at a place on a day, sheltered and waiting. */
export function peopleAt(map: MapInput['map'], id: string, day: number): number {
  return (map.stockByPlace[id]?.[day] ?? 0) + (map.waiting[id]?.[day] ?? 0);
}

/** One scale for the differences of all days. */
export function differenceScales(
  one: MapInput,
  other: MapInput,
  layout: MapLayout,
  days: number,
): MapScales {
  let people = 1;
  for (const { id } of layout.places)
    for (let day = 0; day < days; day++)
      people = Math.max(
        people,
        Math.abs(peopleAt(other.map, id, day) - peopleAt(one.map, id, day)),
      );
  return scalesForMost({ people, flow: 1 }, layout);
}

/** The differences of one day, largest first; places without one are not among them. */
export function differenceMarks(
  one: MapInput,
  other: MapInput,
  layout: MapLayout,
  scales: MapScales,
  day: number,
): DifferenceMark[] {
  return layout.places
    .flatMap((place): DifferenceMark[] => {
      const difference = peopleAt(other.map, place.id, day) - peopleAt(one.map, place.id, day);
      if (difference === 0) return [];
      const [x, y] = layout.at.get(place.id)!;
      const r = markRadius(scales, Math.abs(difference));
      const sign = difference < 0 ? 'fewer' : 'more';
      return [{ place: place.id, x, y, r, kind: place.kind, difference, sign }];
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/** +1,200 or −1,200. */
export function signed(words: Words, difference: number): string {
  return `${difference < 0 ? '−' : '+'}${words.count(Math.abs(difference))}`;
}
