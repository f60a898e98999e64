import type { Ground, MapInput } from './ground.ts';
import { mapName } from './ground.ts';
import type { MapLayout } from './layout.ts';
import { mostAt, tenth } from './layout.ts';
import type { Rect } from './rooms.ts';
import { isInside, overlap, textWidth } from './rooms.ts';

/** A name on the map; its lines stand below each other. */
export interface MapLabel {
  readonly id: string;
  readonly kind: string;
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
  /** Whether the second line is the name in another language. */
  readonly hasOther: boolean;
}

/** From a mark to its name, pixels. */
const gap = 5;
/** Above and below at least this share of the letters, so that points of one row can be named. */
const rowGap = 0.6;
/** Height of a line as a share of the size of its letters. */
export const lineHeight = 1.12;

type Side = 'right' | 'left' | 'above' | 'below';

/**
 * Names of places, first those where most people came, waited or set out; one that would run into another, into `taken` or over
 * the rim is left out. Settlements bear both names where there is room, one where there is not.
 * `size`: of the letters, pixels.
 */
export function placeLabels(
  input: MapInput,
  layout: MapLayout,
  size: number,
  taken: Rect[],
): MapLabel[] {
  const setOut = new Map<string, number>();
  for (const flow of input.map.flows)
    setOut.set(
      flow.from,
      flow.perDay.reduce((a, b) => a + b, setOut.get(flow.from) ?? 0),
    );
  const named = layout.places
    .map((place) => ({
      place,
      weight: Math.max(mostAt(place.id, input.map), setOut.get(place.id) ?? 0),
    }))
    .sort((a, b) => b.weight - a.weight || (a.place.id < b.place.id ? -1 : 1));
  const labels = named.flatMap(({ place }) => {
    const name = mapName(place.name);
    const at = layout.at.get(place.id)!;
    const label = fitted(at, [name], size, layout, taken);
    if (!label) return [];
    taken.push(label.rect);
    return [{ id: place.id, kind: place.kind, hasOther: false, ...label }];
  });
  // Second names come when every first name has had its chance.
  return labels.map((label) => {
    const place = layout.places.find((one) => one.id === label.id)!;
    const other = mapName(place.nameOther);
    if (place.kind !== 'settlement' || other === '' || other === label.lines[0]) return label;
    const rest = taken.filter((rect) => rect !== label.rect);
    const both = fitted(layout.at.get(place.id)!, [label.lines[0]!, other], size, layout, rest);
    if (!both) return label;
    taken.splice(taken.indexOf(label.rect), 1, both.rect);
    return { ...label, ...both, hasOther: true };
  });
}

interface Fitted {
  readonly x: number;
  readonly y: number;
  readonly anchor: MapLabel['anchor'];
  readonly lines: readonly string[];
  readonly rect: Rect;
}

/** The first side of a point at which the lines have room, or null. `apart`: pixels between. */
export function fitted(
  at: readonly [number, number],
  lines: readonly string[],
  size: number,
  layout: MapLayout,
  taken: readonly Rect[],
  apart = gap,
): Fitted | null {
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height };
  const width = Math.max(...lines.map((line) => textWidth(line, size)));
  const height = lines.length * lineHeight * size;
  for (const side of ['right', 'left', 'above', 'below'] as const) {
    const rect = rectAt(side, at, width, height, apart, Math.max(apart, rowGap * size));
    if (!isInside(rect, whole) || taken.some((other) => overlap(rect, other))) continue;
    const anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle';
    const x = side === 'right' ? rect.x : side === 'left' ? rect.x + width : at[0];
    return { x: tenth(x), y: tenth(rect.y + 0.86 * size), anchor, lines, rect };
  }
  return null;
}

function rectAt(
  side: Side,
  [x, y]: readonly [number, number],
  width: number,
  height: number,
  gap: number,
  vertical: number,
): Rect {
  if (side === 'right') return { x: x + gap, y: y - height / 2, width, height };
  if (side === 'left') return { x: x - gap - width, y: y - height / 2, width, height };
  const top = side === 'above' ? y - vertical - height : y + vertical;
  return { x: x - width / 2, y: top, width, height };
}

/** Pixels between the points that are tried for the name of a country. */
const step = 10;
/** Letters of countries against those of places. */
export const countrySize = 1.15;

/** Indexes of the cells of a country, those nearest to their common middle first. */
function fromMiddle(cells: readonly string[], columns: number, country: string): number[] {
  const own = cells.flatMap((id, i) => (id === country ? [i] : []));
  const mean = (of: (i: number) => number) => own.reduce((sum, i) => sum + of(i), 0) / own.length;
  const column = (i: number) => i % columns;
  const row = (i: number) => Math.floor(i / columns);
  const [x, y] = [mean(column), mean(row)];
  const far = (i: number) => (column(i) - x) ** 2 + (row(i) - y) ** 2;
  return own.sort((a, b) => far(a) - far(b));
}

/** Names of the countries of the case, in their land where they have room; others have none. */
export function countryLabels(
  input: Pick<MapInput, 'countries'>,
  ground: Ground,
  layout: MapLayout,
  size: number,
  taken: Rect[],
  landAt: (x: number, y: number) => string,
): MapLabel[] {
  const columns = Math.floor(layout.width / step);
  const rows = Math.floor(layout.height / step);
  const cells = Array.from({ length: columns * rows }, (_, i) =>
    landAt(((i % columns) + 0.5) * step, (Math.floor(i / columns) + 0.5) * step),
  );
  const letters = size * countrySize;
  return input.countries.flatMap((country) => {
    if (!ground.countries.some((land) => land.id === country.id)) return [];
    const tried = fromMiddle(cells, columns, country.id);
    for (const lines of breaks(mapName(country.name))) {
      const width = Math.max(...lines.map((line) => textWidth(line, letters, 'smallCaps')));
      const height = lines.length * lineHeight * letters;
      for (const i of tried) {
        const x = ((i % columns) + 0.5) * step;
        const y = (Math.floor(i / columns) + 0.5) * step;
        const rect = { x: x - width / 2, y: y - height / 2, width, height };
        if (!isAllIn(rect, country.id) || taken.some((other) => overlap(rect, other))) continue;
        taken.push(rect);
        return [
          {
            id: country.id,
            kind: 'country',
            x: tenth(x),
            y: tenth(rect.y + 0.86 * letters),
            anchor: 'middle' as const,
            lines,
            hasOther: false,
          },
        ];
      }
    }
    return [];
  });

  function isAllIn(rect: Rect, id: string): boolean {
    for (let y = rect.y; ; y = Math.min(y + step, rect.y + rect.height)) {
      for (let x = rect.x; ; x = Math.min(x + step, rect.x + rect.width)) {
        const column = Math.floor(x / step);
        const row = Math.floor(y / step);
        if (column < 0 || row < 0 || column >= columns || row >= rows) return false;
        if (cells[row * columns + column] !== id) return false;
        if (x >= rect.x + rect.width) break;
      }
      if (y >= rect.y + rect.height) break;
    }
    return true;
  }
}

/** A name on one line, then on two, broken at the space nearest to its middle. */
function breaks(name: string): string[][] {
  const words = name.split(' ');
  const halves = words
    .slice(1)
    .map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')])
    .sort((a, b) => Math.abs(a[0]!.length - a[1]!.length) - Math.abs(b[0]!.length - b[1]!.length));
  return [[name], ...halves.slice(0, 1)];
}
