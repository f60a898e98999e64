import { count } from '../format.ts';
import { labelSvg, mapSvg, placePoints } from './dayMap.ts';
import type { Ground, MapInput } from './ground.ts';
import { mapName } from './ground.ts';
import { mapGround } from './groundSvg.ts';
import { fitted } from './labels.ts';
import type { MapLayout } from './layout.ts';
import type { MapScales } from './marks.ts';
import { markRadius, scalesForMost } from './marks.ts';
import type { Rect } from './rooms.ts';

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
function peopleAt(map: MapInput['map'], id: string, day: number): number {
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
export function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${count(Math.abs(difference))}`;
}

const letters = 11.5;
/** Differences below this share of the largest bear no name. */
const namedFrom = 0.02;
/** Circles smaller than this (pixels) have their sign above them. */
const roomForSign = 7;

/** The difference of two runs on one day as SVG: other less first. */
export function differenceMap(
  one: MapInput,
  other: MapInput,
  ground: Ground,
  layout: MapLayout,
  scales: MapScales,
  day: number,
  label: string,
): string {
  const marks = differenceMarks(one, other, layout, scales, day);
  const circles = marks.map(
    (mark) => `<circle class="diff-${mark.sign}" cx="${mark.x}" cy="${mark.y}" r="${mark.r}"/>`,
  );
  const arrows = marks.map((mark) => {
    const y = mark.r < roomForSign ? mark.y - mark.r - 2 : mark.y + 4;
    return `<text class="diff-sign diff-${mark.sign}" font-size="${letters}" text-anchor="middle" x="${mark.x}" y="${y}">${differenceSigns[mark.sign]}</text>`;
  });
  return mapSvg(
    layout,
    label,
    [
      mapGround(ground, layout),
      placePoints(layout),
      ...circles,
      ...arrows,
      differenceLabels(marks, one, layout, scales),
    ].join(''),
  );
}

function differenceLabels(
  marks: readonly DifferenceMark[],
  input: MapInput,
  layout: MapLayout,
  scales: MapScales,
): string {
  const nameOf = new Map(input.places.map((place) => [place.id, mapName(place.name)]));
  const taken: Rect[] = [];
  return marks
    .filter((mark) => Math.abs(mark.difference) >= namedFrom * scales.most.people)
    .flatMap((mark) => {
      const text = `${nameOf.get(mark.place)!} ${signed(mark.difference)}`;
      const label = fitted([mark.x, mark.y], [text], letters, layout, taken, mark.r + 4);
      if (!label) return [];
      taken.push(label.rect);
      return [labelSvg({ id: mark.place, kind: mark.kind, hasOther: false, ...label }, letters)];
    })
    .join('');
}
