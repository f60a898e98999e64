import { nearNames } from '@asylia/cases';
import type { FleeClosure, FleeLocation, FleeRoad } from './model.ts';
import type { FleeRow, Opened, Reader } from './readTable.ts';
import { checkHeader, checkWidth, fault, needNumber, needWithin } from './readTable.ts';

const headings = {
  locations: [
    /^name$/,
    /^region$/,
    /^country$/,
    /^(gps_x|lat|latitude)$/,
    /^(gps_y|lon|long|longitude)$/,
    /^(location_)?type$/,
    /^conflict_date$/,
    /^(pop|population|capacity|pop\/cap)$/,
  ],
  routes: [/^name1$/, /^name2$/, /^distance/, /^forced_redirection$/],
  closures: [/^(closure_)?type$/, /^name1$/, /^name2$/, /^(closure_)?start$/, /^(closure_)?end$/],
};

/** Words of which a type must hold one; it decides what a place is. */
const knownTypes = /camp|conflict|forward|marker|town|default|flood/i;

/** Places; of two with one name the first is kept, with a note. */
export function readLocations({ reader, table }: Opened, notes: string[]): FleeLocation[] {
  const list: FleeLocation[] = [];
  checkHeader(reader, table?.header ?? [], headings.locations);
  const seen = new Set<string>();
  for (const row of table?.rows ?? []) {
    const [name, region, country, , , type] = row.cells as string[];
    if (!name || !country || !type) {
      fault(
        reader,
        'missingValue',
        row.line,
        null,
        'name, region, country, latitude, longitude, type',
        row.cells.join(','),
        'Fill in the missing cells.',
      );
      continue;
    }
    if (!knownTypes.test(type)) {
      fault(
        reader,
        'notChoice',
        row.line,
        'location_type',
        'conflict_zone, town, camp, idpcamp, forwarding_hub, marker, flood_zone or default',
        JSON.stringify(type),
        'Use one of them.',
      );
    }
    if (seen.has(name)) {
      notes.push(
        `locations.csv line ${row.line}: ${name} stands twice; the first is kept, as roads find it`,
      );
      continue;
    }
    seen.add(name);
    checkWidth(reader, table!.header, row);
    const attributes = Object.fromEntries(
      row.cells.slice(8).map((cell, i) => [table!.header[8 + i] ?? `column ${9 + i}`, cell]),
    );
    list.push({
      name,
      region: region!,
      country,
      lat: needDegrees(reader, row, 3, 'latitude', 90),
      lon: needDegrees(reader, row, 4, 'longitude', 180),
      type,
      conflictDate: needNumber(reader, row, 6, 'conflict_date', 0),
      population: needPeople(reader, row, type),
      attributes,
    });
  }
  if (table && list.length === 0) {
    fault(reader, 'noRows', null, null, 'a row a location', 'none', 'Add the locations.');
  }
  return list;
}

/** Residents, or the capacity of a camp; there -1 says that none is stated. */
function needPeople(reader: Reader, row: FleeRow, type: string): number {
  const people = needNumber(reader, row, 7, 'population', 0);
  if (people >= 0 || (people === -1 && /camp/i.test(type))) return people;
  const fix = 'Correct the number.';
  fault(reader, 'outOfRange', row.line, 'population', '0 or more', String(people), fix);
  return 0;
}

function needDegrees(
  reader: Reader,
  row: FleeRow,
  index: number,
  column: string,
  most: number,
): number {
  if ((row.cells[index] ?? '') === '') {
    fault(reader, 'missingValue', row.line, column, 'degrees', 'nothing', 'Add the coordinate.');
  }
  return needWithin(reader, row, index, column, Number.NaN, [-most, most]);
}

function unknown(
  reader: Reader,
  line: number | null,
  column: string,
  name: string,
  known: Iterable<string>,
): void {
  const fix = () => {
    const near = nearNames(name, known);
    return near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Add the location.';
  };
  fault(
    reader,
    'unknownReference',
    line,
    column,
    'a name of locations.csv',
    JSON.stringify(name),
    fix,
  );
}

/** Roads; what stands twice counts twice. */
export function readRoads(
  { reader, table }: Opened,
  index: ReadonlyMap<string, number>,
  notes: string[],
): FleeRoad[] {
  const list: FleeRoad[] = [];
  checkHeader(reader, table?.header ?? [], headings.routes);
  const seen = new Set<string>();
  for (const row of table?.rows ?? []) {
    const [from, to] = row.cells as [string, string];
    for (const [column, name] of [
      ['name1', from],
      ['name2', to],
    ] as const) {
      if (!index.has(name)) unknown(reader, row.line, column, name ?? '', index.keys());
    }
    const km = needNumber(reader, row, 2, 'distance', Number.NaN);
    if (!(km > 0)) {
      fault(
        reader,
        'outOfRange',
        row.line,
        'distance',
        'kilometres above 0',
        JSON.stringify(row.cells[2] ?? ''),
        'Give the length of the road.',
      );
      continue;
    }
    if (from === to) {
      notes.push(`routes.csv line ${row.line}: a road from ${from} to itself is left out`);
      continue;
    }
    const pair = [from, to].sort().join('\n');
    if (seen.has(pair)) {
      notes.push(
        `routes.csv line ${row.line}: ${from} - ${to} stands twice; both count, as they do in Flee`,
      );
    }
    seen.add(pair);
    const forced = needNumber(reader, row, 3, 'forced_redirection', 0);
    if (![0, 1, 2].includes(forced)) {
      fault(
        reader,
        'notChoice',
        row.line,
        'forced_redirection',
        '0, 1, 2 or nothing',
        String(forced),
        'Use one of them.',
      );
    }
    if (forced !== 0) {
      notes.push(
        `routes.csv line ${row.line}: forced redirection ${from} - ${to} is carried along; like version 3 of Flee nothing follows from it, but with 1 the road counts twice`,
      );
    }
    checkWidth(reader, table!.header, row);
    const attributes = Object.fromEntries(
      row.cells.slice(4).map((cell, i) => [table!.header[4 + i] ?? `column ${5 + i}`, cell]),
    );
    list.push({ from, to, km, forced, attributes });
  }
  return list;
}

const closureTypes = [
  'country',
  'location',
  'camp',
  'idpcamp',
  'link',
  'remove_forced_redirection',
];

/** Closures by country, place or camp. */
export function readClosures(
  { reader, table }: Opened,
  locations: readonly FleeLocation[],
  index: ReadonlyMap<string, number>,
): FleeClosure[] {
  const countries = new Set(locations.map((location) => location.country));
  checkHeader(reader, table?.header ?? [], headings.closures);
  return (table?.rows ?? []).flatMap((row) => {
    const [type, one, other] = row.cells as [string, string, string];
    if (!closureTypes.includes(type)) {
      fault(
        reader,
        'notChoice',
        row.line,
        'closure_type',
        closureTypes.join(', '),
        JSON.stringify(type),
        'Use one of them.',
      );
      return [];
    }
    if (type === 'country') {
      for (const name of [one, other])
        if (!countries.has(name)) unknown(reader, row.line, 'name', name ?? '', countries);
    } else if (!index.has(one)) unknown(reader, row.line, 'name1', one ?? '', index.keys());
    if (type === 'link' || type === 'remove_forced_redirection') {
      reader.notes.push(
        `closures.csv line ${row.line}: ${type} is carried along; like version 3 of Flee nothing follows from it`,
      );
    }
    const fromDay = needNumber(reader, row, 3, 'closure_start', 0);
    const toDay = needNumber(reader, row, 4, 'closure_end', -1);
    const isIdle = type === 'link' || type === 'remove_forced_redirection';
    const areDays = [fromDay, toDay].every(Number.isInteger);
    if (!isIdle && !(areDays && fromDay >= 0 && (toDay === -1 || toDay >= fromDay))) {
      fault(
        reader,
        'outOfRange',
        row.line,
        'closure_start',
        'a whole day from 0, and an end that is not before it (-1: never)',
        `${fromDay} to ${toDay}`,
        'Correct the days.',
      );
    }
    return [{ type, one, other: other ?? '', fromDay, toDay }];
  });
}
