import type { RunSummary } from '@asylia/study';
import type { GeoProjection } from 'd3-geo';
import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { count, escapeHtml } from '../format.ts';
import { say } from '../messages.ts';
import { round, svg } from './frame.ts';

export const mapWidth = 720;
export const mapHeight = 640;

/** Where each place of the region lies on the map. */
export interface MapLayout {
  readonly base: string;
  readonly at: ReadonlyMap<string, readonly [number, number]>;
}

/** The ground: land, frontiers, routes' end points. Fitted to all places but whole states. */
export function mapLayout(summary: RunSummary): MapLayout {
  const near = summary.places.filter((p) => p.kind !== 'state' && !farAway(p, summary));
  const projection = geoMercator().fitExtent(
    [
      [30, 30],
      [mapWidth - 30, mapHeight - 30],
    ],
    { type: 'MultiPoint', coordinates: near.map((p) => [p.lon, p.lat]) } as never,
  );
  projection.clipExtent([
    [0, 0],
    [mapWidth, mapHeight],
  ]);
  const at = new Map(
    near.map((p) => {
      const [x, y] = projection([p.lon, p.lat])!;
      return [p.id, [round(x), round(y)] as const];
    }),
  );
  return { base: land(projection), at };
}

/** Fewer people than this at the most, and a town is not drawn on the map of the region. */
const fewestPeopleShown = 2000;

/** Whether a place is left off the map: whole states, and towns where hardly anyone came. */
function farAway(place: { id: string; kind: string }, summary: RunSummary): boolean {
  if (place.kind === 'settlement' || place.kind === 'crossing') return false;
  const people = summary.map.stockByPlace[place.id] ?? [];
  return (
    people.reduce((a, b) => Math.max(a, b), 0) < fewestPeopleShown && summary.places.length > 20
  );
}

function land(projection: GeoProjection): string {
  const draw = geoPath(projection).digits(1);
  const world = feature(
    atlas as never,
    (atlas as unknown as { objects: { countries: unknown } }).objects.countries as never,
  ) as unknown as {
    features: { properties: { name: string } }[];
  };
  return world.features
    .map((country) => {
      const d = draw(country as never);
      const disputed = country.properties.name === 'Kosovo';
      return d ? `<path class="${disputed ? 'land disputed' : 'land'}" d="${d}"/>` : '';
    })
    .join('');
}

/** Radius of a circle for a number of people: area in proportion. */
export function radius(people: number): number {
  return people > 0 ? round(Math.sqrt(people) / 12) : 0;
}

/** The map of one day. With `live` the marks carry ids for the script of the page. */
export function dayMap(
  summary: RunSummary,
  layout: MapLayout,
  day: number,
  label: string,
  live: boolean,
): string {
  const flows = summary.map.flows.flatMap((flow, i) => {
    const points = [flow.from, flow.via, flow.to].flatMap((id) => {
      const p = layout.at.get(id);
      return p ? [p] : [];
    });
    if (points.length < 2) return [];
    const n = flow.perDay[day]!;
    if (!live && n < 20) return [];
    const d = points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${x} ${y}`).join('');
    return [
      `<path class="flow" ${live ? `id="flow${i}" ` : ''}stroke-width="${flowWidth(n)}" d="${d}"/>`,
    ];
  });
  const circles = summary.places.flatMap((place) => {
    const p = layout.at.get(place.id);
    const people = summary.map.stockByPlace[place.id];
    if (!p || !people) return [];
    return [
      `<circle class="stock" ${live ? `id="stock-${escapeHtml(place.id)}" ` : ''}cx="${p[0]}" cy="${p[1]}" r="${radius(people[day]!)}"/>`,
    ];
  });
  const squares = summary.places.flatMap((place) => {
    const p = layout.at.get(place.id);
    const people = summary.map.waiting[place.id];
    if (!p || !people) return [];
    const side = 2 * radius(people[day]!);
    return [
      `<rect class="waiting" ${live ? `id="wait-${escapeHtml(place.id)}" ` : ''}x="${round(p[0] - side / 2)}" y="${round(p[1] - side / 2)}" width="${side}" height="${side}"/>`,
    ];
  });
  return svg(
    label,
    `<rect class="sea" width="${mapWidth}" height="${mapHeight}"/>${layout.base}${flows.join('')}${circles.join('')}${squares.join('')}${names(summary, layout)}${legend()}`,
    mapHeight,
  );
}

export function flowWidth(people: number): number {
  return people > 0 ? round(Math.max(0.4, Math.sqrt(people) / 18)) : 0;
}

/** Names of the places that matter most, as far as they do not run into each other. */
function names(summary: RunSummary, layout: MapLayout): string {
  const weight = (id: string) =>
    Math.max(0, ...(summary.map.stockByPlace[id] ?? []), ...(summary.map.waiting[id] ?? []));
  const taken: { x: number; y: number; w: number }[] = [];
  return summary.places
    .filter((p) => layout.at.has(p.id) && p.kind !== 'camp')
    .map((p) => ({ p, w: weight(p.id) + (p.kind === 'settlement' ? 15_000 : 0) }))
    .sort((a, b) => b.w - a.w || (a.p.id < b.p.id ? -1 : 1))
    .flatMap(({ p }) => {
      const [x, y] = layout.at.get(p.id)!;
      const w = p.name.length * 6.2;
      const label = p.kind === 'crossing' ? p.name.replace(/ \(.*/, '') : p.name;
      const box = { x: x + 5, y, w };
      if (taken.some((o) => Math.abs(o.y - box.y) < 12 && box.x < o.x + o.w && o.x < box.x + box.w))
        return [];
      taken.push(box);
      return [
        `<text class="place ${p.kind}" x="${box.x}" y="${round(y + 4)}">${escapeHtml(label)}</text>`,
      ];
    })
    .join('');
}

function legend(): string {
  const sizes = [10_000, 100_000];
  const rows = sizes.map((n, i) => {
    const r = radius(n);
    return `<circle class="stock" cx="44" cy="${mapHeight - 30 - i * 44}" r="${r}"/><text class="place" x="80" y="${mapHeight - 26 - i * 44}">${escapeHtml(say('map.people', { people: count(n) }))}</text>`;
  });
  return rows.join('');
}
