import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import type { MapInput } from './ground.ts';
import type { MapLayout } from './layout.ts';
import { tenth } from './layout.ts';
import type { MapScales } from './marks.ts';
import { markRadius, markWidth } from './marks.ts';
import type { Rect } from './rooms.ts';
import { isInside, textWidth } from './rooms.ts';

/** Sizes that the legend shows: 1, 2 or 5 times a power of ten. */
export interface MapLegend {
  readonly circles: readonly { readonly people: number; readonly r: number }[];
  /** Null where nobody waits. */
  readonly square: { readonly people: number; readonly side: number } | null;
  /** Null where nobody sets out. */
  readonly line: { readonly people: number; readonly width: number } | null;
  readonly bar: { readonly km: number; readonly width: number };
}

/** Longest scale bar as a share of the width of the map. */
const longestBar = 0.17;

export function mapLegend(map: MapInput['map'], layout: MapLayout, scales: MapScales): MapLegend {
  const large = roundBelow(scales.most.people);
  const small = roundBelow(Math.max(1, large / 4));
  const held = Object.values(map.waiting).some((list) => list.some((n) => n > 0));
  const flow = roundBelow(scales.most.flow);
  const km = roundBelow(layout.width * longestBar * layout.kmPerPixel);
  return {
    circles: [large, small].map((people) => ({ people, r: markRadius(scales, people) })),
    square: held ? { people: small, side: tenth(2 * markRadius(scales, small)) } : null,
    line: map.flows.length > 0 ? { people: flow, width: markWidth(scales, flow) } : null,
    bar: { km, width: tenth(km / layout.kmPerPixel) },
  };
}

/** The largest of 1, 2, 5, 10, 20, 50 ... that is not above x (x >= 1; below that, x). */
export function roundBelow(x: number): number {
  if (!(x >= 1)) return x;
  let power = 1;
  while (power * 10 <= x) power *= 10;
  return [5, 2, 1].map((n) => n * power).find((n) => n <= x)!;
}

/**
 * The legend as SVG in the corner of the map that hides the fewest places. `size`: of letters,
 * pixels. The short one has circles and scale bar only.
 */
export function legendSvg(
  words: Words,
  legend: MapLegend,
  layout: MapLayout,
  size: number,
  isShort = false,
): { readonly text: string; readonly rect: Rect } {
  const pad = size * 0.7;
  const row = size * 1.5;
  const square = isShort ? null : legend.square;
  const line = isShort ? null : legend.line;
  const [large, small] = legend.circles as [MapLegend['circles'][0], MapLegend['circles'][0]];
  const texts = textsOf(words, { ...legend, square, line }, isShort);
  const symbol = Math.max(2 * large.r, size * 2.2);
  const textX = pad + symbol + size * 0.6;
  const longest = Math.max(
    textX + Math.max(...[texts.large, texts.square, texts.line].map((w) => textWidth(w, size))),
    pad + legend.bar.width + size * 0.5 + textWidth(texts.bar, size),
  );
  let y = pad;
  const parts: string[] = [];
  const text = (x: number, at: number, content: string) =>
    `<text class="map-legend" font-size="${size}" x="${tenth(x)}" y="${tenth(at + size * 0.36)}">${escapeHtml(content)}</text>`;
  // The small circle stands in the large one, both on the same foot.
  const tall = Math.max(2 * large.r, 2 * row);
  const foot = y + tall / 2 + large.r;
  const middle = pad + symbol / 2;
  parts.push(
    `<circle class="map-key" cx="${tenth(middle)}" cy="${tenth(foot - large.r)}" r="${large.r}"/><circle class="map-key" cx="${tenth(middle)}" cy="${tenth(foot - small.r)}" r="${small.r}"/>`,
    text(textX, y + tall / 2 - row / 2, texts.large),
    text(textX, y + tall / 2 + row / 2, texts.small),
  );
  y += tall + row * 0.2;
  if (square) {
    const { side } = square;
    const high = Math.max(row, side + size * 0.3);
    parts.push(
      `<rect class="waiting" x="${tenth(middle - side / 2)}" y="${tenth(y + high / 2 - side / 2)}" width="${side}" height="${side}"/>`,
      text(textX, y + high / 2, texts.square),
    );
    y += high;
  }
  if (line) {
    parts.push(
      `<path class="flow" stroke-width="${line.width}" d="M${tenth(middle - size)} ${tenth(y + row / 2)}h${tenth(2 * size)}"/>`,
      text(textX, y + row / 2, texts.line),
    );
    y += row;
  }
  const barY = y + row * 0.6;
  parts.push(
    `<path class="map-bar" d="M${tenth(pad)} ${tenth(barY - size * 0.3)}v${tenth(size * 0.3)}h${legend.bar.width}v${tenth(-size * 0.3)}"/>`,
    text(pad + legend.bar.width + size * 0.5, barY - size * 0.1, texts.bar),
  );
  const rect = freest(longest + pad, y + row + pad, layout, size * 0.5);
  return {
    rect,
    text: `<g transform="translate(${tenth(rect.x)} ${tenth(rect.y)})"><rect class="map-panel" width="${tenth(rect.width)}" height="${tenth(rect.height)}" rx="3"/>${parts.join('')}</g>`,
  };
}

/** What stands beside the signs; the short legend has the bare number. */
function textsOf(
  { say, count }: Words,
  { circles: [large, small], square, line, bar }: MapLegend,
  isShort: boolean,
) {
  const people = count(large!.people);
  return {
    large: isShort ? people : say('map.legend.people', { people }),
    small: count(small!.people),
    square: square ? say('map.legend.waiting', { people: count(square.people) }) : '',
    line: line ? say('map.legend.flow', { people: count(line.people) }) : '',
    bar: say('map.legend.bar', { km: count(bar.km) }),
  };
}

/** The corner with the fewest places under a panel; the lower left one where all are alike. */
function freest(width: number, height: number, layout: MapLayout, rim: number): Rect {
  const right = layout.width - width - rim;
  const low = layout.height - height - rim;
  const corners = [
    { x: rim, y: low },
    { x: right, y: low },
    { x: rim, y: rim },
    { x: right, y: rim },
  ].map((corner) => ({ ...corner, width, height }));
  const under = (rect: Rect) =>
    [...layout.at.values()].filter(([x, y]) => isInside({ x, y, width: 0, height: 0 }, rect))
      .length;
  return corners.reduce((best, corner) => (under(corner) < under(best) ? corner : best));
}
