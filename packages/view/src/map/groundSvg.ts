import type { Ground, LineKind } from './ground.ts';
import { degreesOf } from './ground.ts';
import type { MapLayout } from './layout.ts';

type Points = readonly (readonly [number, number])[];

/**
 * Water, land and lines as SVG; made once for all days. Where no land of the atlas lies in the
 * region the ground is left blank.
 */
export function mapGround(ground: Ground, layout: MapLayout): string {
  const { width, height } = layout;
  if (ground.countries.length === 0)
    return `<rect class="ground-blank" width="${width}" height="${height}"/>`;
  const land = (isOrigin: boolean) =>
    ground.countries
      .filter((country) => country.origin === isOrigin)
      .flatMap((country) => country.rings)
      .map((ring) => trace(seen(ground, layout, ring), true))
      .join('');
  const lines = (kind: LineKind) =>
    ground.lines
      .filter((line) => line.kind === kind)
      .map((line) => trace(seen(ground, layout, line.points), false))
      .join('');
  const path = (name: string, d: string) => (d ? `<path class="${name}" d="${d}"/>` : '');
  return [
    `<rect class="ground-water" width="${width}" height="${height}"/>`,
    path('ground-land', land(false)),
    path('ground-origin', land(true)),
    ...(['coast', 'frontier', 'internal', 'disputed'] as const).map((kind) =>
      path(`edge edge-${kind}`, lines(kind)),
    ),
  ].join('');
}

/** Points of a ring or line on the map; none where the map does not show it. */
function seen(ground: Ground, layout: MapLayout, list: readonly number[]): Points {
  const points = degreesOf(ground, list).map(([lon, lat]) => layout.project(lon, lat));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const isSeen =
    Math.max(...xs) >= 0 &&
    Math.max(...ys) >= 0 &&
    Math.min(...xs) <= layout.width &&
    Math.min(...ys) <= layout.height;
  return isSeen ? points : [];
}

function trace(points: Points, isClosed: boolean): string {
  if (points.length === 0) return '';
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}${isClosed ? 'Z' : ''}`;
}

type Finder = (x: number, y: number) => string;

const finders = new WeakMap<Ground, WeakMap<MapLayout, Finder>>();

/**
 * Which country of the case a point of the map (pixels) lies in; '' for all else. A map of another
 * day asks for the same points again: what was found of a ground and layout is kept with them.
 */
export function landFinder(ground: Ground, layout: MapLayout): Finder {
  const own = finders.get(ground) ?? new WeakMap<MapLayout, Finder>();
  finders.set(ground, own);
  const known = own.get(layout) ?? remembering(findLand(ground, layout));
  own.set(layout, known);
  return known;
}

function remembering(find: Finder): Finder {
  const found = new Map<number, Map<number, string>>();
  return (x, y) => {
    const column = found.get(x) ?? new Map<number, string>();
    found.set(x, column);
    const id = column.get(y) ?? find(x, y);
    column.set(y, id);
    return id;
  };
}

function findLand(ground: Ground, layout: MapLayout): Finder {
  const lands = ground.countries
    .filter((country) => country.id !== '')
    .map((country) => ({
      id: country.id,
      rings: country.rings
        .map((ring) => seen(ground, layout, ring))
        .filter((ring) => ring.length > 0),
    }))
    .filter((country) => country.rings.length > 0);
  return (x, y) => lands.find(({ rings }) => isIn(rings, x, y))?.id ?? '';
}

/** Whether a ray from the point crosses the rings an odd number of times. */
function isIn(rings: readonly Points[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings) {
    let [ax, ay] = ring[ring.length - 1]!;
    for (const [bx, by] of ring) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
      ax = bx;
      ay = by;
    }
  }
  return odd;
}
