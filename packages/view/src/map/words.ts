import type { RunSummary } from '@asylia/lab';
import type { ReportTable } from '../export/table.ts';
import { count, listed, longDate, named as nameIn, say } from '../now.ts';
import { peopleAt, signed } from './difference.ts';
import type { Ground, MapInput, MapPlace } from './ground.ts';
import { mapName } from './ground.ts';

/** A map that knows the dates of its days. */
export type DatedMap = MapInput & Pick<RunSummary, 'dates'>;

/** How many places a sentence names. */
const named = 3;

/** Displaced persons in the neighbouring countries and in the republics of the same federation. */
export function inNeighbours(input: MapInput, day: number): number {
  return sumOver(neighbourPlaces(input), input.map.stockByPlace, day);
}

export function neighbourPlaces(input: MapInput): string[] {
  const near = new Set(
    input.countries
      .filter((country) => country.role === 'neighbour' || country.role === 'federation')
      .map((country) => country.id),
  );
  return input.places.filter((place) => near.has(place.country)).map((place) => place.id);
}

export function waitingAtFrontier(input: MapInput, day: number): number {
  return sumOver(Object.keys(input.map.waiting), input.map.waiting, day);
}

function sumOver(
  ids: readonly string[],
  counts: Readonly<Record<string, readonly number[]>>,
  day: number,
): number {
  return ids.reduce((sum, id) => sum + (counts[id]?.[day] ?? 0), 0);
}

/** The title of the map of one day: date, people in neighbouring countries, people waiting. */
export function mapTitle(input: DatedMap, day: number): string {
  return say('map.title', {
    date: longDate(input.dates[day]!),
    stock: count(inNeighbours(input, day)),
    waiting: count(waitingAtFrontier(input, day)),
  });
}

/** One or two sentences for those who do not see the map of a day. */
export function mapSummary(input: DatedMap, day: number): string {
  const fullest = mostPeople(input.places, input.map.stockByPlace, day);
  const held = mostPeople(input.places, input.map.waiting, day);
  return [
    `${mapTitle(input, day)}.`,
    fullest ? say('map.fullest', { places: fullest }) : '',
    held ? say('map.held', { places: held }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function mostPeople(
  places: readonly MapPlace[],
  counts: Readonly<Record<string, readonly number[]>>,
  day: number,
): string {
  const most = places
    .filter((place) => place.kind !== 'state')
    .map((place) => ({ name: mapName(place.name), people: counts[place.id]?.[day] ?? 0 }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people)
    .slice(0, named)
    .map(({ name, people }) => say('map.atPlace', { place: name, people: count(people) }));
  return listed(most, 'items');
}

/** One or two sentences on how the other run differs from the first on a day. */
export function differenceSummary(one: DatedMap, other: MapInput, day: number): string {
  const date = longDate(one.dates[day]!);
  const differences = one.places
    .filter((place) => place.kind !== 'state')
    .map((place) => ({
      name: mapName(place.name),
      more: peopleAt(other.map, place.id, day) - peopleAt(one.map, place.id, day),
    }))
    .filter(({ more }) => more !== 0)
    .sort((a, b) => Math.abs(b.more) - Math.abs(a.more));
  if (differences.length === 0) return say('map.noDifference', { date });
  const fewer = differences.filter(({ more }) => more < 0).length;
  return say('map.difference', {
    date,
    more: count(differences.length - fewer),
    fewer: count(fewer),
    places: listed(
      differences
        .slice(0, named)
        .map(({ name, more }) => say('map.atPlace', { place: name, people: signed(more) })),
      'items',
    ),
  });
}

/** The map as a table: a row for people at each place and one for those who wait there. */
export function mapTable(input: DatedMap, days: readonly number[]): ReportTable {
  const nameOf = new Map(input.countries.map(({ id, name }) => [id, nameIn('country', id, name)]));
  const { stockByPlace, waiting } = input.map;
  const row = (place: MapPlace, what: 'map.here' | 'map.waiting', people: readonly number[]) => [
    place.name,
    place.nameOther,
    nameOf.get(place.country) ?? place.country,
    say(what),
    ...days.map((day) => people[day] ?? null),
  ];
  return {
    id: 'map',
    title: say('map'),
    columns: [
      ...(['place', 'otherName', 'country', 'people'] as const).map((id) => say(`column.${id}`)),
      ...days.map((day) => input.dates[day]!),
    ],
    rows: input.places.flatMap((place) => [
      ...(stockByPlace[place.id] ? [row(place, 'map.here', stockByPlace[place.id]!)] : []),
      ...(waiting[place.id] ? [row(place, 'map.waiting', waiting[place.id]!)] : []),
    ]),
  };
}

/** What is to be said of the ground: whose lines these are, and which are dashed and why. */
export function groundNote(ground: Ground, countries: MapInput['countries'], year: string): string {
  if (ground.countries.length === 0) return say('map.ground.blank');
  const nameOf = new Map(
    countries.map(({ id, name }) => [id, mapName(nameIn('country', id, name))]),
  );
  const lands = listed(
    ground.oneState.map((id) => nameOf.get(id) ?? id),
    'items',
  );
  // The atlas knows these by their English names alone.
  const disputed = listed(
    ground.disputed.map((name) => nameIn('country', name, name)),
    'items',
  );
  return [
    say('map.ground.today', { year }),
    lands ? say('map.ground.oneState', { year, lands }) : '',
    disputed ? say('map.ground.disputed', { lands: disputed }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
