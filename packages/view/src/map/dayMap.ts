import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import type { Ground, MapInput } from './ground.ts';
import { landFinder, mapGround } from './groundSvg.ts';
import type { MapLabel } from './labels.ts';
import { countryLabels, countrySize, lineHeight, placeLabels } from './labels.ts';
import type { MapLayout } from './layout.ts';
import { mostAt, tenth } from './layout.ts';
import { legendSvg, mapLegend } from './legend.ts';
import type { MapScales } from './marks.ts';
import { dayMarks, markRadius } from './marks.ts';

/** What all days of a map share, as SVG; made once. */
export interface MapParts {
  /** Under the marks. */
  readonly ground: string;
  /** Over the marks: points of places, names, legend, scale bar. */
  readonly names: string;
}

/** Letters of names for a map as wide as the layout, and for one on a telephone, pixels. */
const letters = { wide: 11.5, narrow: 21 };

/**
 * Ground and names. The names come twice, for wide and for narrow screens; the style shows those
 * of the class `map-wide` or `map-narrow`. A page that lays out for its true width asks for one.
 */
export function mapParts(
  words: Words,
  input: MapInput,
  ground: Ground,
  layout: MapLayout,
  scales: MapScales,
): MapParts {
  const names = (['wide', 'narrow'] as const).map(
    (room) =>
      `<g class="map-${room}">${mapNames(words, input, ground, layout, scales, letters[room], room === 'narrow')}</g>`,
  );
  return { ground: mapGround(ground, layout), names: placePoints(layout) + names.join('') };
}

/**
 * Names of places and countries, legend and scale bar for one size of letters (pixels). The short
 * legend, for narrow screens, has circles and scale bar only.
 */
export function mapNames(
  words: Words,
  input: MapInput,
  ground: Ground,
  layout: MapLayout,
  scales: MapScales,
  size: number,
  hasShortLegend = false,
): string {
  const legend = legendSvg(
    words,
    mapLegend(input.map, layout, scales),
    layout,
    size,
    hasShortLegend,
  );
  const taken = [legend.rect];
  const landAt = landFinder(ground, layout);
  const named = (of: MapInput['countries']) =>
    countryLabels({ countries: of }, ground, layout, size, taken, landAt);
  // Where people flee from is named before its towns, which would leave it no room.
  const origin = named(input.countries.filter((country) => country.role === 'origin'));
  const places = placeLabels(input, layout, size, taken);
  for (const [id, [x, y]] of layout.at) {
    const r = Math.max(2, markRadius(scales, mostAt(id, input.map)));
    taken.push({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  }
  const countries = named(input.countries.filter((country) => country.role !== 'origin'));
  return (
    [...origin, ...countries, ...places].map((label) => labelSvg(label, size)).join('') +
    legend.text
  );
}

/** A point where a settlement, town or camp lies, a yellow one at a crossing. */
export function placePoints(layout: MapLayout): string {
  return layout.places
    .map((place) => {
      const [x, y] = layout.at.get(place.id)!;
      const isCrossing = place.kind === 'crossing';
      return `<circle class="map-point ${escapeHtml(place.kind)}" cx="${x}" cy="${y}" r="${isCrossing ? 2.2 : 1.4}"/>`;
    })
    .join('');
}

export function labelSvg(label: MapLabel, size: number): string {
  const letters = tenth(label.kind === 'country' ? size * countrySize : size);
  const lines = label.lines.map((line, i) =>
    i === 0
      ? escapeHtml(line)
      : `<tspan${label.hasOther ? ' class="map-other"' : ''} x="${label.x}" dy="${tenth(letters * lineHeight)}">${escapeHtml(line)}</tspan>`,
  );
  return `<text class="map-name ${escapeHtml(label.kind)}" font-size="${letters}" text-anchor="${label.anchor}" x="${label.x}" y="${label.y}">${lines.join('')}</text>`;
}

/** Fewer people than this set out, and a still map leaves the line away. */
const fewestOnLine = 20;

/**
 * The map of one day as SVG. With `live` every mark is there, also an empty one, with an id for
 * the script of the page.
 */
export function dayMap(
  words: Words,
  input: MapInput,
  layout: MapLayout,
  scales: MapScales,
  parts: MapParts,
  day: number,
  label: string,
  live = false,
): string {
  const marks = dayMarks(input, layout, scales, day);
  const id = (name: string) => (live ? `id="${escapeHtml(name)}" ` : '');
  const flows = marks.flows
    .filter((flow) => live || flow.people >= fewestOnLine)
    .map(
      (flow) =>
        `<path class="flow" ${id(`flow${flow.index}`)}stroke-width="${flow.width}" d="${flow.path}"/>`,
    );
  const circles = marks.places
    .filter((mark) => live || mark.r > 0)
    .map(
      (mark) =>
        `<circle class="stock" ${id(`stock-${mark.place}`)}cx="${mark.x}" cy="${mark.y}" r="${mark.r}"/>`,
    );
  const squares = marks.waiting
    .filter((mark) => live || mark.side > 0)
    .map(
      (mark) =>
        `<rect class="waiting" ${id(`wait-${mark.place}`)}x="${tenth(mark.x - mark.side / 2)}" y="${tenth(mark.y - mark.side / 2)}" width="${mark.side}" height="${mark.side}"/>`,
    );
  const numbers = marks.waiting
    .filter((mark) => live || mark.isNumbered)
    .map(
      (mark) =>
        `<text class="map-number" ${id(`number-${mark.place}`)}text-anchor="middle" x="${mark.x}" y="${tenth(mark.y - mark.side / 2 - 4)}">${mark.isNumbered ? words.count(mark.people) : ''}</text>`,
    );
  return mapSvg(
    layout,
    label,
    [parts.ground, ...flows, ...circles, ...squares, parts.names, ...numbers].join(''),
  );
}

/** The outer element of a map: one image with one name. */
export function mapSvg(layout: MapLayout, label: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 ${layout.width} ${layout.height}" role="img" aria-label="${escapeHtml(label)}">${content}</svg>`;
}
