import { ownValue } from '@asylia/engine';
import type { MapInput } from './ground.ts';
import type { MapLayout } from './layout.ts';
import { tenth } from './layout.ts';

/**
 * Sizes of marks: areas of circles and squares, and widths of lines, grow with the number of
 * people. Maps that share a scale can be compared.
 */
export interface MapScales {
  /** People at the fullest place, and those who set out on one way on the busiest day. */
  readonly most: { readonly people: number; readonly flow: number };
  /** Radius (pixels) of one person; `markRadius` of n is this times the square root of n. */
  readonly radiusOfOne: number;
  readonly widthOfOne: number;
}

/** A circle: displaced persons at a place. */
export interface PlaceMark {
  readonly place: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly kind: string;
  readonly people: number;
}

/** A square: people waiting at a frontier. */
export interface WaitingMark {
  readonly place: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly people: number;
  /** Whether the number stands beside the square. */
  readonly isNumbered: boolean;
}

/** A line: people who set out that day, by way of a crossing. */
export interface FlowMark {
  /** Index in `map.flows`. */
  readonly index: number;
  readonly path: string;
  readonly width: number;
  readonly people: number;
}

export interface DayMarks {
  readonly places: readonly PlaceMark[];
  readonly flows: readonly FlowMark[];
  readonly waiting: readonly WaitingMark[];
}

/** Largest circle and widest line as shares of the shorter side of the map. */
const largestRadius = 0.062;
const widestLine = 0.015;
/** From how many people on the number stands beside a square. */
export const numberedFrom = 1000;
/** The thinnest line that is drawn, pixels. */
const thinnestLine = 0.4;

/** The scales for one map, or for several that are compared: their common maximum counts. */
export function mapScales(
  maps: readonly MapInput['map'][],
  layout: Pick<MapLayout, 'width' | 'height'>,
): MapScales {
  const most = { people: 1, flow: 1 };
  for (const map of maps) {
    for (const counts of [map.stockByPlace, map.waiting])
      for (const id in counts) most.people = largest(ownValue(counts, id)!, most.people);
    for (const flow of map.flows) most.flow = largest(flow.perDay, most.flow);
  }
  return scalesForMost(most, layout);
}

/** The scales for given maxima. */
export function scalesForMost(
  most: MapScales['most'],
  layout: Pick<MapLayout, 'width' | 'height'>,
): MapScales {
  const side = Math.min(layout.width, layout.height);
  return {
    most,
    radiusOfOne: (largestRadius * side) / Math.sqrt(most.people),
    widthOfOne: (widestLine * side) / Math.sqrt(most.flow),
  };
}

function largest(list: readonly number[], start: number): number {
  let most = start;
  for (const n of list) if (n > most) most = n;
  return most;
}

/** Pixels. */
export function markRadius(scales: MapScales, people: number): number {
  return people > 0 ? tenth(scales.radiusOfOne * Math.sqrt(people)) : 0;
}

/** Pixels; people that set out are never thinner than a hair. */
export function markWidth(scales: MapScales, people: number): number {
  return people > 0 ? tenth(Math.max(thinnestLine, scales.widthOfOne * Math.sqrt(people))) : 0;
}

/**
 * The marks of one day as plain values: what the page draws as elements and the report as text.
 * Empty places and ways are among them with size 0, so that a mark keeps its place in the list.
 * A day that the run has not reached has no people.
 */
export function dayMarks(
  input: MapInput,
  layout: MapLayout,
  scales: MapScales,
  day: number,
): DayMarks {
  const { map } = input;
  const places: PlaceMark[] = [];
  const waiting: WaitingMark[] = [];
  for (const place of layout.places) {
    const [x, y] = layout.at.get(place.id)!;
    const staying = ownValue(map.stockByPlace, place.id);
    if (staying) {
      const people = staying[day] ?? 0;
      const r = markRadius(scales, people);
      places.push({ place: place.id, x, y, r, kind: place.kind, people });
    }
    const held = ownValue(map.waiting, place.id);
    if (held) {
      const people = held[day] ?? 0;
      const side = tenth(2 * markRadius(scales, people));
      waiting.push({ place: place.id, x, y, side, people, isNumbered: people > numberedFrom });
    }
  }
  return { places, waiting, flows: flowMarks(map.flows, layout, scales, day) };
}

function flowMarks(
  flows: MapInput['map']['flows'],
  layout: MapLayout,
  scales: MapScales,
  day: number,
): FlowMark[] {
  return flows.flatMap((flow, index) => {
    const path = flowPath(flow, layout);
    if (path === null) return [];
    const people = flow.perDay[day] ?? 0;
    return [{ index, path, width: markWidth(scales, people), people }];
  });
}

/** From, over the crossing, to; null where fewer than two of them lie on the map. */
function flowPath(
  flow: { readonly from: string; readonly via: string; readonly to: string },
  layout: MapLayout,
): string | null {
  let path = '';
  let points = 0;
  for (const id of [flow.from, flow.via, flow.to]) {
    const at = layout.at.get(id);
    if (!at) continue;
    path += `${points === 0 ? 'M' : 'L'}${at[0]} ${at[1]}`;
    points += 1;
  }
  return points > 1 ? path : null;
}
