import { ownValue } from '@asylia/engine';
import type { RunSummary } from '@asylia/lab';
import type { Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
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
  return ids.reduce((sum, id) => sum + (ownValue(counts, id)?.[day] ?? 0), 0);
}

/** The title of the map of one day: date, people in neighbouring countries, people waiting. */
export function mapTitle(words: Words, input: DatedMap, day: number): string {
  return words.say('map.title', {
    date: words.longDate(input.dates[day]!),
    stock: words.count(inNeighbours(input, day)),
    waiting: words.count(waitingAtFrontier(input, day)),
  });
}

/** One or two sentences for those who do not see the map of a day. */
export function mapSummary(words: Words, input: DatedMap, day: number): string {
  const fullest = mostPeople(words, input.places, input.map.stockByPlace, day);
  const held = mostPeople(words, input.places, input.map.waiting, day);
  return [
    `${mapTitle(words, input, day)}.`,
    fullest ? words.say('map.fullest', { places: fullest }) : '',
    held ? words.say('map.held', { places: held }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function mostPeople(
  words: Words,
  places: readonly MapPlace[],
  counts: Readonly<Record<string, readonly number[]>>,
  day: number,
): string {
  const most = places
    .filter((place) => place.kind !== 'state')
    .map((place) => ({ name: mapName(place.name), people: ownValue(counts, place.id)?.[day] ?? 0 }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people)
    .slice(0, named)
    .map(({ name, people }) =>
      words.say('map.atPlace', { place: name, people: words.count(people) }),
    );
  return words.listed(most, 'items');
}

/** The map as a table: a row for people at each place and one for those who wait there. */
export function mapTable(words: Words, input: DatedMap, days: readonly number[]): ReportTable {
  const nameOf = new Map(
    input.countries.map(({ id, name }) => [id, words.named('country', id, name)]),
  );
  const { stockByPlace, waiting } = input.map;
  const row = (place: MapPlace, what: 'map.here' | 'map.waiting', people: readonly number[]) => [
    place.name,
    place.nameOther,
    nameOf.get(place.country) ?? place.country,
    words.say(what),
    ...days.map((day) => people[day] ?? null),
  ];
  return {
    id: 'map',
    title: words.say('map'),
    columns: [
      ...(['place', 'otherName', 'country', 'people'] as const).map((id) =>
        words.say(`column.${id}`),
      ),
      ...days.map((day) => input.dates[day]!),
    ],
    rows: input.places.flatMap((place) => [
      ...(ownValue(stockByPlace, place.id)
        ? [row(place, 'map.here', ownValue(stockByPlace, place.id)!)]
        : []),
      ...(ownValue(waiting, place.id)
        ? [row(place, 'map.waiting', ownValue(waiting, place.id)!)]
        : []),
    ]),
  };
}

/** What is to be said of the ground: whose lines these are, and which are dashed and why. */
export function groundNote(
  words: Words,
  ground: Ground,
  countries: MapInput['countries'],
  year: string,
): string {
  if (ground.countries.length === 0) return words.say('map.ground.blank');
  const nameOf = new Map(
    countries.map(({ id, name }) => [id, mapName(words.named('country', id, name))]),
  );
  const lands = words.listed(
    ground.oneState.map((id) => nameOf.get(id) ?? id),
    'items',
  );
  // The atlas knows these by their English names alone.
  const disputed = words.listed(
    ground.disputed.map((name) => words.named('country', name, name)),
    'items',
  );
  return [
    words.say('map.ground.today', { year }),
    lands ? words.say('map.ground.oneState', { year, lands }) : '',
    disputed ? words.say('map.ground.disputed', { lands: disputed }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
