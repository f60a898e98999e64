import type { Fault } from '@asylia/cases';
import { mostIds, newFaultList } from '@asylia/cases';
import type { FleeCase } from './model.ts';
import { oddities } from './oddities.ts';
import { readConflict, readCorrections, readLayout, readSeries } from './readCounts.ts';
import { readClosures, readLocations, readRoads } from './readPlaces.ts';
import type { Opened, Reader } from './readTable.ts';
import { dateOf, fault, numberOf, readRows } from './readTable.ts';

type Files = ReadonlyMap<string, Uint8Array | string>;

export type FleeResult =
  | { readonly flee: FleeCase; readonly notes: readonly string[] }
  | { readonly faults: readonly Fault[] };

/** Longer than a century of days is a mistake, and more than a machine holds. */
const mostDays = 36_525;

/**
 * Reads a folder of Flee: files by path, with or without the folders input_csv and source_data.
 * What Flee itself tolerates is tolerated and noted; what would leave a number to guessing is a
 * fault with file, line, expectation and what to do.
 */
export function readFlee(name: string, files: Files): FleeResult {
  const faults = newFaultList();
  const notes: string[] = [];
  const open = (file: string, folder: string, required: boolean): Opened => {
    const reader: Reader = { file, faults, notes };
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
    const most = file === 'locations.csv' ? mostIds : undefined;
    return { reader, table: content === undefined ? null : readRows(reader, content, most) };
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
  const isLength = Number.isInteger(days) && days > 0 && days <= mostDays;
  if (period.table && !isLength) {
    fault(
      period.reader,
      'notWhole',
      cells.get('length')?.line ?? null,
      'Length',
      `Length,days (1 to ${mostDays})`,
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
    isLength ? days : 1,
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
  if (faults.faults.length > 0) return { faults: faults.faults };
  const places = { locations, roads, closures, conflict };
  const flee = { name, start: start!, days, ...places, corrections, layout, series };
  return { notes: [...notes, ...oddities(flee)], flee };
}
