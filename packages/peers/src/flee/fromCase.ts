import type { Case } from '@asylia/cases';
import { dayNumber, groupBy, isoDate } from '@asylia/cases';
import { intensities } from './intensities.ts';
import type { FleeCase, FleeClosure, FleeLocation, FleeRoad } from './model.ts';

/** Kilometres between a town and the destination that stands for all counts of its country. */
const collectingKm = 1;

/**
 * A case as a conflict in the format of Flee: places, ways, closures, when and where there was
 * violence, and the stocks that were counted, with a note on everything that the format cannot say.
 * @throws RangeError when the case has no stock of a receiving country or place to compare with
 */
export function caseToFlee(source: Case): { flee: FleeCase; notes: readonly string[] } {
  const notes: string[] = [];
  const first = dayNumber(source.start);
  const days = dayNumber(source.end) - first + 1;
  const stocks = stocksOf(source, first, notes);
  if (stocks.size === 0) {
    throw new RangeError(
      'the case has no comparable stock of a receiving country or place: Flee needs counts to run',
    );
  }
  const { places } = source.tables;
  const joined = new Set(source.tables.routes.flatMap((route) => [route.from, route.to]));
  const kept = places
    .filter((place) => joined.has(place.id) && place.kind !== 'state')
    .sort((a, b) => Number(b.kind === 'settlement') - Number(a.kind === 'settlement'));
  if (kept.length < places.length) {
    notes.push(
      `${places.length - kept.length} places are left out: states that took people in, and what no way reaches`,
    );
  }
  const residents = new Map<string, number>();
  for (const { place, persons } of source.tables.groups) {
    residents.set(place, (residents.get(place) ?? 0) + persons);
  }
  const countries = new Set(kept.map((place) => place.country));
  const collecting = [...stocks.keys()].filter((name) => countries.has(name));
  const keptIn = groupBy(kept, (place) => place.country);
  const locations: FleeLocation[] = [
    ...kept.map((place): FleeLocation => {
      const type = stocks.has(place.id) ? 'camp' : place.kind === 'crossing' ? 'marker' : 'town';
      const population = type === 'town' ? (residents.get(place.id) ?? 0) : 0;
      return location(
        place.id,
        place.region,
        place.country,
        place.lat,
        place.lon,
        type,
        population,
      );
    }),
    ...collecting.map((country) => {
      const inside = keptIn.get(country)!;
      const mean = (of: 'lat' | 'lon') =>
        Number((inside.reduce((sum, place) => sum + place[of], 0) / inside.length).toFixed(5));
      return location(country, country, country, mean('lat'), mean('lon'), 'camp', 0);
    }),
  ];
  const roads: FleeRoad[] = [
    ...shortestRoads(source, new Set(kept.map((place) => place.id)), notes),
    ...collecting.flatMap((country) =>
      keptIn
        .get(country)!
        .filter((place) => place.kind !== 'crossing')
        .map((place) => road(place.id, country, collectingKm)),
    ),
  ];
  if (collecting.length > 0) {
    notes.push(
      `counts of a whole country get a destination of its name (${collecting.join(', ')}), ${collectingKm} km from each of its towns and camps: the split within a country is not carried over, and ways through it become shorter`,
    );
  }
  notes.push('no capacity is stated: in the format 0 means that there is always room');
  const names = locations.map((one) => one.name);
  const conflict = intensities(source, names, first, days, notes);
  const layout = [...stocks.keys()].map((name) => ({ label: name, files: [`${name}.csv`] }));
  return {
    flee: {
      name: source.name,
      start: source.start,
      days,
      locations,
      roads,
      closures: closuresOf(source, first, days, notes),
      conflict,
      corrections: [],
      layout: [{ label: 'total', files: ['refugees.csv'] }, ...layout],
      series: new Map([
        ['refugees.csv', sumOf([...stocks.values()])],
        ...[...stocks].map(([name, series]) => [`${name}.csv`, series] as const),
      ]),
    },
    notes: [...notes, ...silentNotes(source)],
  };
}

function location(
  name: string,
  region: string,
  country: string,
  lat: number,
  lon: number,
  type: string,
  population: number,
): FleeLocation {
  return { name, region, country, lat, lon, type, conflictDate: 0, population, attributes: {} };
}

function road(from: string, to: string, km: number): FleeRoad {
  return { from, to, km, forced: 0, attributes: {} };
}

type Series = { date: string; count: number }[];

/** Counted stocks by country or place outside the origin; several of a day become their mean. */
function stocksOf(source: Case, first: number, notes: string[]): Map<string, Series> {
  const counts = new Map<string, { day: number; value: number }[]>();
  const home = new Set(
    source.tables.places.filter((p) => p.country === source.origin).map((p) => p.id),
  );
  const routed = new Set(source.tables.routes.flatMap((route) => [route.from, route.to]));
  const reached = new Set(
    source.tables.places
      .filter((p) => routed.has(p.id) && p.kind !== 'state')
      .flatMap((p) => [p.id, p.country]),
  );
  let left = 0;
  for (const row of source.tables.record) {
    const isHome = row.place === source.origin || home.has(row.place);
    const isUsed = row.measure === 'stock' && row.comparable === 'yes' && row.group === '';
    if (!isUsed || isHome || !reached.has(row.place)) {
      left += 1;
      continue;
    }
    // The count printed on a date is that of some days before.
    const day = dayNumber(row.date) - source.recordLagDays;
    const own = counts.get(row.place);
    if (own) own.push({ day, value: row.value });
    else counts.set(row.place, [{ day, value: row.value }]);
  }
  if (left > 0) {
    notes.push(
      `${left} rows of the record are left out: other measures than stocks (entries, evacuation, return, deaths), stocks of one group, of all countries together, or not comparable`,
    );
  }
  if (source.recordLagDays > 0) {
    notes.push(`dates of counts are ${source.recordLagDays} day(s) earlier than printed`);
  }
  return new Map(
    [...counts].map(([name, own]) => {
      const byDay = [...groupBy(own, (one) => one.day)].sort(([a], [b]) => a - b);
      const lastBefore = byDay.findLastIndex(([day]) => day < first);
      return [
        name,
        byDay.slice(Math.max(0, lastBefore)).map(([day, counted]) => ({
          date: isoDate(day),
          count: Math.round(counted.reduce((sum, { value }) => sum + value, 0) / counted.length),
        })),
      ];
    }),
  );
}

/** All series added up, on each date that one of them has; before its first a series counts 0. */
function sumOf(list: readonly Series[]): Series {
  const countsOn = groupBy(
    list.flatMap((series, i) => series.map(({ date, count }) => ({ date, count, i }))),
    ({ date }) => date,
  );
  const latest = list.map(() => 0);
  let sum = 0;
  return [...countsOn.keys()].sort().map((date) => {
    for (const { count, i } of countsOn.get(date)!) {
      sum += count - latest[i]!;
      latest[i] = count;
    }
    return { date, count: sum };
  });
}

/** One road for each pair of places, the shortest, whatever the way of travelling. */
function shortestRoads(source: Case, kept: ReadonlySet<string>, notes: string[]): FleeRoad[] {
  const best = new Map<string, FleeRoad>();
  const routes = source.tables.routes.filter(({ from, to }) => kept.has(from) && kept.has(to));
  for (const route of routes) {
    const pair = [route.from, route.to].sort().join('\n');
    const known = best.get(pair);
    if (!known || route.distance_km < known.km) {
      best.set(pair, road(route.from, route.to, route.distance_km));
    }
  }
  const modes = new Set(routes.map((route) => route.mode));
  if (modes.size > 1) {
    notes.push(`ways become roads, whatever the mode (${[...modes].join(', ')})`);
  }
  return [...best.values()];
}

/** Closed crossings lose their roads; what lets some people through cannot be said. */
function closuresOf(source: Case, first: number, days: number, notes: string[]): FleeClosure[] {
  const partly = source.tables.frontier.filter(
    (row) => row.rule !== 'closed' && row.rule !== 'open',
  );
  if (partly.length > 0) {
    notes.push(
      `${partly.length} rules at crossings that hold people or let some pass (held, throughput, selective) are left out: a way is open or closed`,
    );
  }
  const neighbours = [...new Set(source.tables.places.map((place) => place.country))].filter(
    (country) => country !== source.origin,
  );
  return source.tables.frontier.flatMap((row): FleeClosure[] => {
    if (row.rule !== 'closed') return [];
    const fromDay = Math.max(0, dayNumber(row.from) - first);
    const end = row.to === '' ? days : dayNumber(row.to) - first + 1;
    if (end <= fromDay) return [];
    const toDay = end >= days ? -1 : end;
    const between = (other: string): FleeClosure => ({
      type: 'country',
      one: source.origin,
      other,
      fromDay,
      toDay,
    });
    if (row.crossing === '*') return neighbours.map(between);
    if (row.crossing.startsWith('country:')) return [between(row.crossing.slice(8))];
    return [{ type: 'location', one: row.crossing, other: '', fromDay, toDay }];
  });
}

/** What the format has no place for, where the case has it. */
function silentNotes({ tables, groups }: Case): string[] {
  const lines: [number, string][] = [
    [groups.length > 1 ? groups.length : 0, 'groups become one population'],
    [tables.ties.length, 'ties of groups to countries are left out'],
    [tables.hosting.length, 'rows of shelter and supplies are left out'],
    [tables.offers.length, 'offers of evacuation and transfer are left out'],
    [tables.return.length, 'rows of return are left out: nobody goes home'],
    [tables.incidents.length, 'incidents are left out'],
  ];
  return lines.filter(([n]) => n > 0).map(([n, text]) => `${n} ${text}`);
}
