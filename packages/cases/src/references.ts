import { ownValue } from '@asylia/engine';
import type { Descriptor } from './descriptor.ts';
import type { FaultList } from './faultList.ts';
import { addFault, isFull, newFaultList } from './faultList.ts';
import type { Fault, FaultCode } from './faults.ts';
import { hint, quoted } from './faults.ts';
import { groupBy } from './groupBy.ts';
import { firstOfSameKey } from './sameKey.ts';
import type { Column, Reference, Rows, TableName } from './tables/index.ts';
import { tableNames, tables } from './tables/index.ts';

/**
 * Checks that need more than one cell: references, keys, dates, overlaps, connection.
 * @param changed tables that differ from a case that has passed the check; what neither they nor
 * the names in them can have broken is not looked at again. Default: all.
 */
export function checkRows(
  rows: Rows,
  descriptor: Descriptor,
  changed: ReadonlySet<TableName> = new Set(tableNames),
): Fault[] {
  const any = (...names: TableName[]) => names.some((name) => changed.has(name));
  const list = newFaultList();
  checkReferences(list, rows, descriptor, changed);
  checkKeys(list, rows, changed);
  if (any('violence', 'frontier', 'offers')) checkDates(list, rows);
  if (any('frontier')) checkOverlaps(list, rows);
  if (any('places', 'routes')) checkRoutes(list, rows, descriptor);
  if (any('offers', 'places')) checkOffers(list, rows);
  if (any('violence', 'places')) checkTowards(list, rows);
  return list.faults;
}

/** Tables that hold the names that other tables use. */
const naming: readonly TableName[] = ['places', 'states', 'sources'];

function checkReferences(
  list: FaultList,
  rows: Rows,
  descriptor: Descriptor,
  changed: ReadonlySet<TableName>,
): void {
  const known = namesKnown(rows, descriptor);
  const all = naming.some((name) => changed.has(name));
  for (const name of tableNames) {
    if (!all && !changed.has(name)) continue;
    const file = `${name}.csv`;
    const columns = Object.entries(tables[name].columns) as [string, Column][];
    for (const [column, { names }] of columns) {
      if (!names) continue;
      const expected = `a name in ${whereNamed[names] ?? 'the case'}`;
      for (const row of rows[name] as readonly (Record<string, unknown> & { atLine: number })[]) {
        const value = String(ownValue(row, column));
        if (known[names].has(value)) continue;
        const fix = () => hint(value, known[names].list());
        addFault(list, 'unknownReference', file, row.atLine, column, expected, quoted(value), fix);
        if (isFull(list, file)) break;
      }
    }
  }
}

/** Where the names of a reference stand, where it is one place. */
const whereNamed: Partial<Record<Reference, string>> = {
  place: 'places.csv',
  source: 'sources.csv',
  group: 'asylia.groups',
  country: 'states.csv',
};

/** The names that a reference may use. */
interface Names {
  readonly has: (name: string) => boolean;
  /** All of them, for hints. */
  readonly list: () => readonly string[];
}

function anyOf(...all: readonly (Names | ReadonlySet<string>)[]): Names {
  return {
    has: (name) => all.some((names) => names.has(name)),
    list: () => [...new Set(all.flatMap((names) => ('list' in names ? names.list() : [...names])))],
  };
}

/** Names behind a word, such as region:north; they are put together only for hints. */
function behind(prefix: string, names: ReadonlySet<string>): Names {
  return {
    has: (name) => name.startsWith(prefix) && names.has(name.slice(prefix.length)),
    list: () => Array.from(names, (name) => prefix + name),
  };
}

function namesKnown(rows: Rows, descriptor: Descriptor): Record<Reference, Names> {
  const star = new Set(['*']);
  const places = new Set<string>();
  const crossings = new Set<string>();
  const regionNames = new Set<string>();
  const countries = new Set<string>();
  for (const { id, kind, country, region } of rows.places) {
    places.add(id);
    countries.add(country);
    if (kind === 'crossing') crossings.add(id);
    if (country === descriptor.asylia.origin && region !== '') regionNames.add(region);
  }
  const states = new Set(rows.states.map((row) => row.country));
  const countriesAndStates = anyOf(countries, states);
  const intoCountry = anyOf(behind('country:', countries), behind('country:', states));
  const regions = behind('region:', regionNames);
  const groups = new Set(descriptor.asylia.groups.map((group) => group.id));
  return {
    place: anyOf(places),
    group: anyOf(groups),
    source: anyOf(new Set(rows.sources.map((row) => row.id))),
    crossing: anyOf(crossings),
    placeOrRegion: anyOf(star, places, regions),
    groupOrAll: anyOf(star, groups),
    crossingOrCountry: anyOf(star, crossings, intoCountry),
    country: anyOf(states),
    recordPlace: anyOf(star, places, regions, countriesAndStates),
  };
}

function checkKeys(list: FaultList, rows: Rows, changed: ReadonlySet<TableName>): void {
  for (const name of tableNames) {
    if (!changed.has(name)) continue;
    const { key } = tables[name];
    const code: FaultCode = name === 'routes' ? 'duplicateRoute' : 'duplicateId';
    const table = rows[name] as readonly (Record<string, unknown> & { atLine: number })[];
    const first = firstOfSameKey(table.length, keyColumns(rows, name));
    for (let i = 0; i < table.length; i++) {
      if (first[i] === i) continue;
      addFault(
        list,
        code,
        `${name}.csv`,
        table[i]!.atLine,
        key[0]!,
        `one row for each ${key.join(', ')}`,
        `the same as line ${table[first[i]!]!.atLine}`,
        'Delete one, or tell them apart.',
      );
    }
  }
}

/** The cells that name a row, by column; the ends of a route count in either order. */
function keyColumns(rows: Rows, name: TableName): ((row: number) => string)[] {
  if (name === 'routes') {
    const { routes } = rows;
    const inOrder = ({ from, to }: Rows['routes'][number]) => from < to;
    return [
      (row) => (inOrder(routes[row]!) ? routes[row]!.from : routes[row]!.to),
      (row) => (inOrder(routes[row]!) ? routes[row]!.to : routes[row]!.from),
      (row) => routes[row]!.mode,
    ];
  }
  const table = rows[name] as readonly Record<string, unknown>[];
  return tables[name].key.map((column) => (row) => String(table[row]![column]));
}

function checkDates(list: FaultList, rows: Rows): void {
  for (const name of ['violence', 'frontier', 'offers'] as const) {
    for (const row of rows[name]) {
      if (row.to !== '' && row.to < row.from) {
        addFault(
          list,
          'datesReversed',
          `${name}.csv`,
          row.atLine,
          'to',
          `a day not before ${row.from}`,
          quoted(row.to),
          'Swap or correct the dates.',
        );
      }
    }
  }
}

function checkOverlaps(list: FaultList, rows: Rows): void {
  for (const own of groupBy(rows.frontier, (row) => row.crossing).values()) {
    const sorted = own.sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : a.atLine - b.atLine,
    );
    for (let i = 1; i < sorted.length; i++) {
      const before = sorted[i - 1]!;
      const row = sorted[i]!;
      if (before.to === '' || before.to >= row.from) {
        addFault(
          list,
          'overlap',
          'frontier.csv',
          row.atLine,
          'from',
          `a day after line ${before.atLine} ends (${before.to || 'never'})`,
          quoted(row.from),
          'End the earlier rule the day before, or join the two.',
        );
      }
    }
  }
}

function checkRoutes(list: FaultList, rows: Rows, descriptor: Descriptor): void {
  const joined = new Set<string>();
  for (const row of rows.routes) {
    if (row.from === row.to) {
      addFault(
        list,
        'selfRoute',
        'routes.csv',
        row.atLine,
        'to',
        'another place',
        quoted(row.to),
        'Delete the row or correct one end.',
      );
    }
    joined.add(row.from).add(row.to);
  }
  for (const row of rows.places) {
    const matters =
      row.kind === 'crossing' ||
      (row.kind === 'settlement' && row.country === descriptor.asylia.origin);
    if (matters && !joined.has(row.id)) {
      addFault(
        list,
        'unconnected',
        'places.csv',
        row.atLine,
        'id',
        `a route to or from ${row.id}`,
        'none',
        'Add a row to routes.csv.',
      );
    }
  }
}

function checkTowards(list: FaultList, rows: Rows): void {
  const countries = new Set(rows.places.map((row) => row.country));
  for (const { toward, atLine } of rows.violence) {
    if (toward === '' || countries.has(toward)) continue;
    const expected = 'a country with a place in places.csv';
    const fix = () => hint(toward, [...countries]);
    addFault(
      list,
      'unknownReference',
      'violence.csv',
      atLine,
      'toward',
      expected,
      quoted(toward),
      fix,
    );
    if (isFull(list, 'violence.csv')) break;
  }
}

function checkOffers(list: FaultList, rows: Rows): void {
  const countries = new Set(rows.places.map((row) => row.country));
  for (const row of rows.offers) {
    if (row.programme === 'transfer' && row.to === '') {
      addFault(
        list,
        'missingValue',
        'offers.csv',
        row.atLine,
        'to',
        'the last day of the transfer',
        'a blank',
        'A transfer is carried out evenly between two dates.',
      );
    }
    for (const column of ['state', 'from_country'] as const) {
      if (!countries.has(row[column])) {
        addFault(
          list,
          'unknownReference',
          'offers.csv',
          row.atLine,
          column,
          'a country with a place in places.csv',
          quoted(row[column]),
          () => hint(row[column], [...countries]),
        );
      }
    }
  }
}
