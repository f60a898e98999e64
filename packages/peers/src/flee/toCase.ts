import { dayNumber, isoDate, tables } from '@asylia/cases';
import type { Observed } from '@asylia/destinations';
import type { FleeCase, FleeLocation } from './model.ts';
import { isCamp, kindOfType } from './model.ts';
import { countryCodes, placeIds } from './names.ts';
import { nearestTo } from './nearestKm.ts';
import { arrivalsOf } from './observed.ts';

/** Days whose departures from a place stand in one row of violence. */
const blockDays = 10;

type Cell = string | number;

/**
 * A conflict of Flee as the files of a case: people who set out become expulsions from the places in
 * conflict, in blocks of ten days; a road out of the country gets a crossing in its middle, which
 * the closures close. What the peer does not know (host families, supplies, return) stays empty.
 */
export function fleeToCase(flee: FleeCase, observed: Observed): Map<string, string> {
  const origin = flee.locations[0]!.country;
  const code = countryCodes(flee);
  const id = placeIds(flee);
  const first = dayNumber(flee.start);
  const until = isoDate(first + flee.days - 1);
  const at = ['flee', '', 'read'];
  const inferred = (how: string) => ['flee', how, 'estimate'];
  const inside = flee.locations.filter((l) => l.country === origin);
  const frontierKm = nearestTo(inside);
  const place = placesByName(flee);
  const countryOf = (name: string) => place(name).country;
  const crossings = flee.roads.filter(
    (road) => (countryOf(road.from) === origin) !== (countryOf(road.to) === origin),
  );
  const isCrossing = new Set(crossings);
  const crossingsBetween = grouped(crossings, ({ from, to }) => [
    pairOf(countryOf(from), countryOf(to)),
  ]);
  const crossingsAt = grouped(crossings, ({ from, to }) => [from, to]);
  const crossingId = (road: { from: string; to: string }) => `${id(road.from)}--${id(road.to)}`;
  const connected = new Set(flee.roads.flatMap((road) => [road.from, road.to]));
  const shown = flee.locations.filter((location) => connected.has(location.name));
  const departures = departuresOf(flee, observed);
  const departuresFrom = grouped(departures, (one) => [one.place]);
  const rows: Partial<Record<keyof typeof tables, Cell[][]>> = {
    places: [
      ...shown.map((l): Cell[] => [
        id(l.name),
        l.name,
        '',
        code(l.country),
        l.country === origin ? 'origin' : '',
        l.country === origin ? 'settlement' : isCamp(l) ? 'camp' : 'town',
        l.lat,
        l.lon,
        l.country === origin ? 0 : Math.round(frontierKm(l)),
        '',
        ...at,
      ]),
      ...crossings.map((road): Cell[] => {
        const [a, b] = [place(road.from), place(road.to)];
        return [
          crossingId(road),
          `${road.from} - ${road.to}`,
          '',
          code(origin),
          '',
          'crossing',
          (a.lat + b.lat) / 2,
          (a.lon + b.lon) / 2,
          0,
          '',
          ...inferred('middle of the road'),
        ];
      }),
    ],
    routes: shortest(
      flee.roads.flatMap((road): Cell[][] =>
        isCrossing.has(road)
          ? [
              [
                id(road.from),
                crossingId(road),
                road.km / 2,
                'road',
                '',
                ...inferred('half of the road'),
              ],
              [
                crossingId(road),
                id(road.to),
                road.km / 2,
                'road',
                '',
                ...inferred('half of the road'),
              ],
            ]
          : [[id(road.from), id(road.to), road.km, 'road', '', ...at]],
      ),
    ),
    groups: [
      ...inside
        .filter((l) => connected.has(l.name))
        .flatMap((l): Cell[][] => {
          const leaving = (departuresFrom.get(l.name) ?? []).reduce((n, one) => n + one.persons, 0);
          const residents = Math.max(Math.round(l.population), Math.ceil(10 * leaving));
          if (residents <= 0) return [];
          const how =
            residents > l.population
              ? inferred(
                  'at least ten times those who set out, so that the numbers come out as given',
                )
              : at;
          return [[id(l.name), 'residents', 'home', residents, ...how]];
        }),
      ...observed.camps.flatMap((camp, c): Cell[][] => {
        const there = observed.counts[c * flee.days]!;
        return there > 0 && countryOf(camp) !== origin
          ? [[id(camp), 'residents', 'camp', there, ...inferred('count of the first day')]]
          : [];
      }),
    ],
    ties: [...new Set(shown.map((l) => l.country))]
      .filter((country) => country !== origin)
      .map((country) => ['residents', code(country), 1, '', '', ...inferred('neutral')]),
    violence: departures
      .filter((one) => one.persons >= 0.05)
      .map((one) => [
        `exp-${id(one.place)}-${one.fromDay}`,
        id(one.place),
        'residents',
        'expulsion',
        isoDate(first + one.fromDay),
        isoDate(first + one.toDay),
        Number(one.persons.toFixed(1)),
        'persons',
        '',
        ...inferred('growth of the total, by residents in conflict'),
      ]),
    frontier: flee.closures.flatMap((closure): Cell[][] => {
      const last = closure.toDay < 0 ? flee.days : Math.min(flee.days, closure.toDay);
      if (closure.fromDay >= last) return [];
      const closed =
        closure.type === 'country'
          ? crossingsBetween.get(pairOf(closure.one, closure.other))
          : closure.type === 'location' && crossingsAt.get(closure.one);
      return (closed || []).map((road) => [
        crossingId(road),
        isoDate(first + closure.fromDay),
        isoDate(first + last - 1),
        'closed',
        '',
        '',
        '',
        '',
        ...at,
      ]);
    }),
    hosting: shown
      .filter((l) => isCamp(l) && l.country !== origin && l.population > 0)
      .map((l) => [id(l.name), 'camp', flee.start, Math.round(l.population), 'persons', ...at]),
    states: [...new Set(shown.map((l) => l.country))].map((country) => [
      code(country),
      country.replaceAll('_', ' '),
      country === origin ? 'origin' : 'neighbour',
      '',
      '',
      'none',
      '',
      '',
      '',
      ...at,
    ]),
    return: [['*', '*', '', '', ...inferred('the format has no return')]],
    record: recordRows(flee, observed, origin, code, countryOf),
    sources: [
      [
        'flee',
        `${flee.name} in the format of Flee`,
        '',
        '',
        '',
        'BSD 3-Clause where it comes from Flee',
        '',
      ],
    ],
  };
  const files = new Map<string, string>();
  for (const [name, table] of Object.entries(tables)) {
    const lines = [
      Object.keys(table.columns),
      ...overlapless(name, rows[name as keyof typeof tables] ?? []),
    ];
    files.set(
      `${name}.csv`,
      lines
        .map((line) => line.map(quoted).join(','))
        .join('\n')
        .concat('\n'),
    );
  }
  files.set(
    'datapackage.json',
    `${JSON.stringify(descriptor(flee, code(origin), until), null, 2)}\n`,
  );
  files.set('scenarios/given-arrivals.json', `${JSON.stringify(givenArrivals, null, 2)}\n`);
  return files;
}

const givenArrivals = {
  id: 'given-arrivals',
  title: 'Numbers as given',
  description:
    'As many people set out as the files say: no flight besides, no scatter, nobody held back.',
  parameters: {
    fleeingPerExpelled: 0,
    fleeingInsidePerExpelled: 0,
    letOutShare: 1,
    turnBackPerDay: 0,
    closedCrossingWeight: 0,
    campaignSpread: 0,
    dayToDaySpread: 0,
  },
};

function descriptor(flee: FleeCase, origin: string, end: string) {
  const name = flee.name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-');
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: flee.name,
    version: '0.1.0',
    resources: Object.keys(tables).map((table) => ({
      name: table,
      path: `${table}.csv`,
      type: 'table',
      format: 'csv',
    })),
    asylia: {
      formatVersion: 1,
      start: flee.start,
      end,
      origin,
      groups: [{ id: 'residents', title: 'Residents' }],
      fit: [],
      notices: ['Made from files in the format of Flee, which lie in the folder flee.'],
      unknowns: [
        'Who fled, and why: the files know numbers alone.',
        'Host families, supplies, evacuation and return: the format has no place for them.',
        'Closures of roads inside a country: they hold under the rules of Flee only.',
      ],
    },
  };
}

/** People who set out, by place and block of days. */
function departuresOf(flee: FleeCase, observed: Observed) {
  const arrivals = arrivalsOf(observed.total);
  const places = flee.locations.length;
  const residents = Float64Array.from(flee.locations, (l) =>
    isCamp(l) || kindOfType(l.type) === 'marker' ? 0 : Math.max(0, l.population),
  );
  const weights = new Float64Array(places);
  const list: { place: string; fromDay: number; toDay: number; persons: number }[] = [];
  for (let from = 0; from < flee.days; from += blockDays) {
    const to = Math.min(flee.days, from + blockDays) - 1;
    const persons = new Float64Array(places);
    for (let day = from; day <= to; day++) {
      for (let i = 0; i < places; i++) {
        weights[i] = residents[i]! * flee.conflict[day * places + i]!;
      }
      const sum = weights.reduce((a, b) => a + b, 0);
      if (sum > 0)
        weights.forEach((w, i) => {
          persons[i]! += (arrivals[day]! * w) / sum;
        });
    }
    persons.forEach((n, i) => {
      if (n > 0)
        list.push({ place: flee.locations[i]!.name, fromDay: from, toDay: to, persons: n });
    });
  }
  return list;
}

function recordRows(
  flee: FleeCase,
  observed: Observed,
  origin: string,
  code: (c: string) => string,
  countryOf: (camp: string) => string,
): Cell[][] {
  const first = dayNumber(flee.start);
  const camps = grouped([...observed.camps.keys()], (c) => [countryOf(observed.camps[c]!)]);
  const rows: Cell[][] = [];
  for (let day = blockDays; day < flee.days; day += 3 * blockDays) {
    for (const [country, own] of camps) {
      if (country === origin) continue;
      const people = own.reduce((sum, c) => sum + observed.counts[c * flee.days + day]!, 0);
      rows.push([
        isoDate(first + day),
        code(country),
        '',
        'stock',
        people,
        '',
        '',
        'yes',
        '',
        'flee',
        'camps added up, between reports by straight lines',
        'estimate',
      ]);
    }
  }
  return rows;
}

/** Finds a location by its name. */
function placesByName(flee: FleeCase): (name: string) => FleeLocation {
  const places = new Map(flee.locations.map((location) => [location.name, location]));
  return (name) => places.get(name)!;
}

/** Items by what they are grouped by, in their order. */
function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** A name for two countries, whichever comes first. */
const pairOf = (one: string, other: string) => [one, other].sort().join('\n');

/** Of several roads between two places the shortest: a case knows one. */
function shortest(routes: Cell[][]): Cell[][] {
  const best = new Map<string, Cell[]>();
  for (const route of routes) {
    const pair = [String(route[0]), String(route[1])].sort().join('\n');
    const known = best.get(pair);
    if (!known || Number(route[2]) < Number(known[2])) best.set(pair, route);
  }
  return [...best.values()];
}

/** Closures of one crossing that overlap become one. */
function overlapless(table: string, rows: Cell[][]): Cell[][] {
  if (table !== 'frontier') return rows;
  const sorted = [...rows].sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
  const kept: Cell[][] = [];
  for (const row of sorted) {
    const last = kept.at(-1);
    if (last && last[0] === row[0] && String(row[1]) <= String(last[2])) {
      if (String(row[2]) > String(last[2])) last[2] = row[2]!;
    } else kept.push([...row]);
  }
  return kept;
}

function quoted(cell: Cell): string {
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
