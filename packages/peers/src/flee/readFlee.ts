import type { Fault } from '@asylia/cases';
import { nearNames } from '@asylia/cases';
import type { FleeCase, FleeClosure, FleeLocation, FleeRoad } from './model.ts';
import { isCamp } from './model.ts';
import type { Reader } from './readTable.ts';
import { dateOf, fault, needNumber, numberOf, readRows } from './readTable.ts';

type Files = ReadonlyMap<string, Uint8Array | string>;

export type FleeResult =
  | { readonly flee: FleeCase; readonly notes: readonly string[] }
  | { readonly faults: readonly Fault[] };

/**
 * Reads a folder of Flee: files by path, with or without the folders input_csv and source_data.
 * What Flee itself tolerates is tolerated and noted; what would leave a number to guessing is a
 * fault with file, line, expectation and what to do.
 */
export function readFlee(name: string, files: Files): FleeResult {
  const faults: Fault[] = [];
  const notes: string[] = [];
  const open = (file: string, folder: string, required: boolean) => {
    const reader: Reader = { file, faults };
    const content = files.get(`${folder}/${file}`) ?? files.get(file);
    if (content === undefined && required) {
      fault(
        reader,
        'missingFile',
        null,
        null,
        `${folder}/${file}`,
        'no such file',
        'Point to the folder that holds input_csv and source_data.',
      );
    }
    return { reader, table: content === undefined ? null : readRows(reader, content) };
  };

  const period = open('sim_period.csv', 'input_csv', true);
  const cells = new Map(period.table?.rows.map((row) => [row.cells[0]!.toLowerCase(), row]) ?? []);
  const start = dateOf(cells.get('startdate')?.cells[1] ?? '');
  const days = numberOf(cells.get('length')?.cells[1] ?? '');
  if (period.table && start === null) {
    fault(
      period.reader,
      'notDate',
      cells.get('startdate')?.line ?? null,
      'StartDate',
      'StartDate,YYYY-MM-DD',
      JSON.stringify(cells.get('startdate')?.cells[1] ?? 'nothing'),
      'Add the row.',
    );
  }
  if (period.table && !(Number.isInteger(days) && days > 0)) {
    fault(
      period.reader,
      'notWhole',
      cells.get('length')?.line ?? null,
      'Length',
      'Length,days',
      JSON.stringify(cells.get('length')?.cells[1] ?? 'nothing'),
      'Add the row.',
    );
  }

  const locations = readLocations(open('locations.csv', 'input_csv', true), notes);
  const index = new Map(locations.map((location, i) => [location.name, i]));
  const roads = readRoads(open('routes.csv', 'input_csv', true), index, notes);
  const closures = readClosures(open('closures.csv', 'input_csv', false), locations, index);
  const conflict = readConflict(
    open('conflicts.csv', 'input_csv', true),
    locations,
    index,
    Math.max(1, days || 1),
    notes,
  );
  const layout = readLayout(open('data_layout.csv', 'source_data', true), locations, notes);
  const series = new Map<string, { date: string; count: number }[]>();
  for (const file of new Set(layout.flatMap((entry) => entry.files))) {
    series.set(file, readSeries(open(file, 'source_data', true)));
  }
  const corrections = readCorrections(open('registration_corrections.csv', 'input_csv', false));
  for (const file of [
    'location_changes.csv',
    'major_routes.csv',
    'region_attributes_IPC.csv',
    'flood_level.csv',
    'agents.csv',
  ]) {
    if (files.has(`input_csv/${file}`) || files.has(file))
      notes.push(`${file} is not read: this variant of Flee is not reproduced`);
  }
  if (faults.length > 0) return { faults };
  return {
    notes,
    flee: {
      name,
      start: start!,
      days,
      locations,
      roads,
      closures,
      conflict,
      corrections,
      layout,
      series,
    },
  };
}

type Opened = { readonly reader: Reader; readonly table: ReturnType<typeof readRows> | null };

function readLocations({ reader, table }: Opened, notes: string[]): FleeLocation[] {
  const list: FleeLocation[] = [];
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
    if (seen.has(name)) {
      notes.push(
        `locations.csv line ${row.line}: ${name} stands twice; the first is kept, as roads find it`,
      );
      continue;
    }
    seen.add(name);
    const attributes = Object.fromEntries(
      row.cells.slice(8).map((cell, i) => [table!.header[8 + i] ?? `column ${9 + i}`, cell]),
    );
    list.push({
      name,
      region: region!,
      country,
      lat: needNumber(reader, row, 3, 'latitude', Number.NaN),
      lon: needNumber(reader, row, 4, 'longitude', Number.NaN),
      type,
      conflictDate: needNumber(reader, row, 6, 'conflict_date', 0),
      population: needNumber(reader, row, 7, 'population', 0),
      attributes,
    });
  }
  if (table && list.length === 0) {
    fault(reader, 'noRows', null, null, 'a row a location', 'none', 'Add the locations.');
  }
  return list;
}

function unknown(
  reader: Reader,
  line: number | null,
  column: string,
  name: string,
  known: Iterable<string>,
): void {
  const near = nearNames(name, [...known]);
  fault(
    reader,
    'unknownReference',
    line,
    column,
    'a name of locations.csv',
    JSON.stringify(name),
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Add the location.',
  );
}

function readRoads(
  { reader, table }: Opened,
  index: ReadonlyMap<string, number>,
  notes: string[],
): FleeRoad[] {
  const list: FleeRoad[] = [];
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
    const pair = [from, to].sort().join('\n');
    if (seen.has(pair)) {
      notes.push(
        `routes.csv line ${row.line}: ${from} - ${to} stands twice; both count, as they do in Flee`,
      );
    }
    seen.add(pair);
    const forced = needNumber(reader, row, 3, 'forced_redirection', 0);
    if (forced !== 0) {
      notes.push(
        `routes.csv line ${row.line}: forced redirection ${from} - ${to} is carried along; like version 3 of Flee nothing follows from it, but with 1 the road counts twice`,
      );
    }
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

function readClosures(
  { reader, table }: Opened,
  locations: readonly FleeLocation[],
  index: ReadonlyMap<string, number>,
): FleeClosure[] {
  const countries = new Set(locations.map((location) => location.country));
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
    return [
      {
        type,
        one,
        other: other ?? '',
        fromDay: needNumber(reader, row, 3, 'closure_start', 0),
        toDay: needNumber(reader, row, 4, 'closure_end', -1),
      },
    ];
  });
}

function readConflict(
  { reader, table }: Opened,
  locations: readonly FleeLocation[],
  index: ReadonlyMap<string, number>,
  days: number,
  notes: string[],
): Float64Array {
  const places = locations.length;
  const conflict = new Float64Array(days * places);
  if (!table) return conflict;
  const columns = table.header.slice(1).map((name) => {
    const place = index.get(name);
    if (name !== '' && place === undefined)
      notes.push(`conflicts.csv: the column ${name} is no location and is left out, as in Flee`);
    return place;
  });
  if (table.rows.length < days) {
    fault(
      reader,
      'noRows',
      null,
      null,
      `a row for each of ${days} days`,
      `${table.rows.length} rows`,
      'Add the missing days, or shorten sim_period.csv.',
    );
  }
  table.rows.slice(0, days).forEach((row, day) => {
    columns.forEach((place, i) => {
      if (place === undefined) return;
      const value = needNumber(reader, row, i + 1, table.header[i + 1]!, 0);
      if (value < 0 || value > 1) {
        fault(
          reader,
          'outOfRange',
          row.line,
          table.header[i + 1]!,
          '0 to 1',
          String(value),
          'Give an intensity.',
        );
      }
      conflict[day * places + place] = value;
    });
  });
  // A location that is a zone from the first day on starts as one even where the table says 0.
  locations.forEach((location, place) => {
    if (/conflict/i.test(location.type) && location.conflictDate === 0 && conflict[place] === 0) {
      conflict[place] = 1;
      notes.push(
        `locations.csv: ${location.name} starts in conflict although conflicts.csv says 0`,
      );
    }
  });
  return conflict;
}

function readLayout(
  { reader, table }: Opened,
  locations: readonly FleeLocation[],
  notes: string[],
) {
  const camps = new Set(locations.filter(isCamp).map((location) => location.name));
  const layout = (table?.rows ?? []).map((row) => ({
    label: row.cells[0]!,
    files: row.cells.slice(1).filter((cell) => cell !== ''),
  }));
  if (table && layout[0]?.label !== 'total') {
    fault(
      reader,
      'missingValue',
      1,
      null,
      'a first row total,<file>',
      layout[0]?.label ?? 'nothing',
      'Put the file of the total first.',
    );
  }
  for (const camp of camps) {
    if (table && !layout.some((entry) => entry.label === camp)) {
      fault(
        reader,
        'missingValue',
        null,
        null,
        `a row for the camp ${camp}`,
        'none',
        `Add ${camp},<file>.`,
      );
    }
  }
  return layout.filter((entry, i) => {
    if (i === 0 || camps.has(entry.label)) return true;
    notes.push(
      `data_layout.csv: ${entry.label} is no camp of locations.csv; its series is left out`,
    );
    return false;
  });
}

function readSeries({ reader, table }: Opened): { date: string; count: number }[] {
  return (table?.rows ?? []).flatMap((row, i) => {
    const text = row.cells[0] ?? '';
    if (i === 0 && /^(date|datetime)/i.test(text)) return [];
    const date = dateOf(text);
    if (date === null) {
      if (i > 0 || text !== '')
        fault(
          reader,
          'notDate',
          row.line,
          'date',
          'YYYY-MM-DD',
          JSON.stringify(text),
          'Write the date so.',
        );
      return [];
    }
    if ((row.cells[1] ?? '') === '') return [];
    const count = needNumber(reader, row, 1, 'count', Number.NaN);
    return Number.isNaN(count) ? [] : [{ date, count }];
  });
}

function readCorrections({ reader, table }: Opened) {
  return (table?.rows ?? []).flatMap((row) => {
    const date = dateOf(row.cells[1] ?? '');
    if (date === null) {
      fault(
        reader,
        'notDate',
        row.line,
        'date',
        'YYYY-MM-DD',
        JSON.stringify(row.cells[1] ?? ''),
        'Write the date so.',
      );
      return [];
    }
    return [{ camp: row.cells[0]!, date }];
  });
}
