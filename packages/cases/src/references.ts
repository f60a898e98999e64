import type { Descriptor } from './descriptor.ts';
import type { Fault, FaultCode } from './faults.ts';
import { fault, hint } from './faults.ts';
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
  return [
    ...checkReferences(rows, descriptor, changed),
    ...checkKeys(rows, changed),
    ...(any('violence', 'frontier', 'offers') ? checkDates(rows) : []),
    ...(any('frontier') ? checkOverlaps(rows) : []),
    ...(any('places', 'routes') ? checkRoutes(rows, descriptor) : []),
    ...(any('offers', 'places') ? checkOffers(rows) : []),
    ...(any('violence', 'places') ? checkTowards(rows) : []),
  ];
}

/** Tables that hold the names that other tables use. */
const naming: readonly TableName[] = ['places', 'states', 'sources'];

function checkReferences(
  rows: Rows,
  descriptor: Descriptor,
  changed: ReadonlySet<TableName>,
): Fault[] {
  const known = namesKnown(rows, descriptor);
  const faults: Fault[] = [];
  const all = naming.some((name) => changed.has(name));
  for (const name of tableNames) {
    if (!all && !changed.has(name)) continue;
    const columns = Object.entries(tables[name].columns) as [string, Column][];
    for (const [column, { names }] of columns) {
      if (!names) continue;
      for (const row of rows[name] as readonly (Record<string, unknown> & { atLine: number })[]) {
        const value = String(row[column]);
        if (known[names].has(value)) continue;
        const list = [...known[names]];
        const where =
          {
            place: 'places.csv',
            source: 'sources.csv',
            group: 'asylia.groups',
            country: 'states.csv',
          }[names as string] ?? 'the case';
        faults.push(
          fault(
            'unknownReference',
            `${name}.csv`,
            row.atLine,
            column,
            `a name in ${where}`,
            `"${value}"`,
            hint(value, list),
          ),
        );
      }
    }
  }
  return faults;
}

function namesKnown(rows: Rows, descriptor: Descriptor): Record<Reference, ReadonlySet<string>> {
  const places = rows.places.map((row) => row.id);
  const groups = descriptor.asylia.groups.map((group) => group.id);
  const crossings = rows.places.flatMap((row) => (row.kind === 'crossing' ? [row.id] : []));
  const regions = rows.places.flatMap((row) =>
    row.country === descriptor.asylia.origin && row.region !== '' ? [`region:${row.region}`] : [],
  );
  const countries = [
    ...rows.places.map((row) => row.country),
    ...rows.states.map((row) => row.country),
  ];
  return {
    place: new Set(places),
    group: new Set(groups),
    source: new Set(rows.sources.map((row) => row.id)),
    crossing: new Set(crossings),
    placeOrRegion: new Set(['*', ...places, ...regions]),
    groupOrAll: new Set(['*', ...groups]),
    crossingOrCountry: new Set(['*', ...crossings, ...countries.map((id) => `country:${id}`)]),
    country: new Set(rows.states.map((row) => row.country)),
    recordPlace: new Set(['*', ...places, ...regions, ...countries]),
  };
}

function checkKeys(rows: Rows, changed: ReadonlySet<TableName>): Fault[] {
  const faults: Fault[] = [];
  for (const name of tableNames) {
    if (!changed.has(name)) continue;
    const { key } = tables[name];
    const seen = new Map<string, number>();
    for (const row of rows[name] as readonly (Record<string, unknown> & { atLine: number })[]) {
      const values = key.map((column) => String(row[column]));
      if (name === 'routes') values.splice(0, 2, ...values.slice(0, 2).sort());
      const id = JSON.stringify(values);
      const first = seen.get(id);
      if (first === undefined) seen.set(id, row.atLine);
      else {
        const code: FaultCode = name === 'routes' ? 'duplicateRoute' : 'duplicateId';
        faults.push(
          fault(
            code,
            `${name}.csv`,
            row.atLine,
            key[0]!,
            `one row for each ${key.join(', ')}`,
            `the same as line ${first}`,
            'Delete one, or tell them apart.',
          ),
        );
      }
    }
  }
  return faults;
}

function checkDates(rows: Rows): Fault[] {
  const faults: Fault[] = [];
  for (const name of ['violence', 'frontier', 'offers'] as const) {
    for (const row of rows[name]) {
      if (row.to !== '' && row.to < row.from) {
        faults.push(
          fault(
            'datesReversed',
            `${name}.csv`,
            row.atLine,
            'to',
            `a day not before ${row.from}`,
            `"${row.to}"`,
            'Swap or correct the dates.',
          ),
        );
      }
    }
  }
  return faults;
}

function checkOverlaps(rows: Rows): Fault[] {
  const faults: Fault[] = [];
  const byCrossing = new Map<string, (typeof rows.frontier)[number][]>();
  for (const row of rows.frontier)
    byCrossing.set(row.crossing, [...(byCrossing.get(row.crossing) ?? []), row]);
  for (const list of byCrossing.values()) {
    const sorted = [...list].sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : a.atLine - b.atLine,
    );
    for (let i = 1; i < sorted.length; i++) {
      const before = sorted[i - 1]!;
      const row = sorted[i]!;
      if (before.to === '' || before.to >= row.from) {
        faults.push(
          fault(
            'overlap',
            'frontier.csv',
            row.atLine,
            'from',
            `a day after line ${before.atLine} ends (${before.to || 'never'})`,
            `"${row.from}"`,
            'End the earlier rule the day before, or join the two.',
          ),
        );
      }
    }
  }
  return faults;
}

function checkRoutes(rows: Rows, descriptor: Descriptor): Fault[] {
  const faults: Fault[] = [];
  const joined = new Set<string>();
  for (const row of rows.routes) {
    if (row.from === row.to) {
      faults.push(
        fault(
          'selfRoute',
          'routes.csv',
          row.atLine,
          'to',
          'another place',
          `"${row.to}"`,
          'Delete the row or correct one end.',
        ),
      );
    }
    joined.add(row.from).add(row.to);
  }
  for (const row of rows.places) {
    const matters =
      row.kind === 'crossing' ||
      (row.kind === 'settlement' && row.country === descriptor.asylia.origin);
    if (matters && !joined.has(row.id)) {
      faults.push(
        fault(
          'unconnected',
          'places.csv',
          row.atLine,
          'id',
          `a route to or from ${row.id}`,
          'none',
          'Add a row to routes.csv.',
        ),
      );
    }
  }
  return faults;
}

function checkTowards(rows: Rows): Fault[] {
  const countries = new Set(rows.places.map((row) => row.country));
  return rows.violence
    .filter((row) => row.toward !== '' && !countries.has(row.toward))
    .map((row) =>
      fault(
        'unknownReference',
        'violence.csv',
        row.atLine,
        'toward',
        'a country with a place in places.csv',
        `"${row.toward}"`,
        hint(row.toward, [...countries]),
      ),
    );
}

function checkOffers(rows: Rows): Fault[] {
  const faults: Fault[] = [];
  const countries = new Set(rows.places.map((row) => row.country));
  for (const row of rows.offers) {
    if (row.programme === 'transfer' && row.to === '') {
      faults.push(
        fault(
          'missingValue',
          'offers.csv',
          row.atLine,
          'to',
          'the last day of the transfer',
          'a blank',
          'A transfer is carried out evenly between two dates.',
        ),
      );
    }
    for (const column of ['state', 'from_country'] as const) {
      if (!countries.has(row[column])) {
        faults.push(
          fault(
            'unknownReference',
            'offers.csv',
            row.atLine,
            column,
            'a country with a place in places.csv',
            `"${row[column]}"`,
            hint(row[column], [...countries]),
          ),
        );
      }
    }
  }
  return faults;
}
