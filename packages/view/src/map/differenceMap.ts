import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { labelSvg, mapSvg, placePoints } from './dayMap.ts';
import type { DifferenceMark } from './difference.ts';
import { differenceMarks, differenceSigns, signed } from './difference.ts';
import type { Ground, MapInput } from './ground.ts';
import { mapName } from './ground.ts';
import { landFinder, mapGround } from './groundSvg.ts';
import { countryLabels, fitted } from './labels.ts';
import type { MapLayout } from './layout.ts';
import { tenth } from './layout.ts';
import type { MapScales } from './marks.ts';
import type { Rect } from './rooms.ts';
import { textWidth } from './rooms.ts';

/** Size of all letters, pixels. */
const letters = 11.5;
/** Differences below this share of the largest have neither sign nor name on the map. */
const toldFrom = 0.01;
/** Circles smaller than this (pixels) have their sign above them. */
const roomForSign = 7;
/** From the rim of a circle to its name, pixels. */
const gapToName = 4;

/** The difference of two runs on one day as SVG: other less first. */
export function differenceMap(
  words: Words,
  one: MapInput,
  other: MapInput,
  ground: Ground,
  layout: MapLayout,
  scales: MapScales,
  day: number,
  label: string,
): string {
  const marks = differenceMarks(one, other, layout, scales, day);
  const told = marks.filter((mark) => Math.abs(mark.difference) >= toldFrom * scales.most.people);
  const circles = marks.map(
    (mark) => `<circle class="diff-${mark.sign}" cx="${mark.x}" cy="${mark.y}" r="${mark.r}"/>`,
  );
  const arrows = told.map((mark) => {
    const y = tenth(mark.r < roomForSign ? mark.y - mark.r - 2 : mark.y + 4);
    return signSvg(mark.sign, mark.x, y, 'middle', differenceSigns[mark.sign]);
  });
  const key = keySvg(words, layout);
  return mapSvg(
    layout,
    label,
    [
      mapGround(ground, layout),
      placePoints(layout),
      ...circles,
      ...arrows,
      namesSvg(words, told, one, ground, layout, [key.rect]),
      key.text,
    ].join(''),
  );
}

function signSvg(
  sign: DifferenceMark['sign'],
  x: number,
  y: number,
  anchor: string,
  text: string,
): string {
  return `<text class="diff-sign diff-${sign}" font-size="${letters}" text-anchor="${anchor}" x="${x}" y="${y}">${text}</text>`;
}

/** Places with their difference, the largest first, and the countries where they have room. */
function namesSvg(
  words: Words,
  marks: readonly DifferenceMark[],
  input: MapInput,
  ground: Ground,
  layout: MapLayout,
  taken: Rect[],
): string {
  const nameOf = new Map(input.places.map((place) => [place.id, mapName(place.name)]));
  const circles = marks.map(({ x, y, r }) => ({
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
  }));
  const places = marks.flatMap((mark, index) => {
    const larger = circles.slice(0, index);
    const text = `${nameOf.get(mark.place)!} ${signed(words, mark.difference)}`;
    const label = fitted(
      [mark.x, mark.y],
      [text],
      letters,
      layout,
      [...taken, ...larger],
      mark.r + gapToName,
    );
    if (!label) return [];
    taken.push(label.rect);
    return [{ id: mark.place, kind: mark.kind, hasOther: false, ...label }];
  });
  for (const circle of circles) taken.push(circle);
  for (const [x, y] of layout.at.values()) taken.push({ x: x - 2, y: y - 2, width: 4, height: 4 });
  const landAt = landFinder(ground, layout);
  const countries = countryLabels(input, ground, layout, letters, taken, landAt);
  return [...countries, ...places].map((one) => labelSvg(one, letters)).join('');
}

/** What the two signs mean. */
function keySvg(words: Words, layout: MapLayout): { readonly text: string; readonly rect: Rect } {
  const texts = (['more', 'fewer'] as const).map(
    (sign) => [sign, `${differenceSigns[sign]} ${words.say(`map.${sign}`)}`] as const,
  );
  const row = letters * 1.5;
  const width = Math.max(...texts.map(([, text]) => textWidth(text, letters))) + letters;
  const height = texts.length * row + letters * 0.8;
  const rect = { x: letters / 2, y: layout.height - height - letters / 2, width, height };
  const lines = texts.map(([sign, text], i) =>
    signSvg(sign, letters, tenth(rect.y + row * (i + 1)), 'start', escapeHtml(text)),
  );
  return {
    rect,
    text: `<rect class="map-panel" x="${rect.x}" y="${tenth(rect.y)}" width="${tenth(width)}" height="${tenth(height)}" rx="3"/>${lines.join('')}`,
  };
}
