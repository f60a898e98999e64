import type { FleeLocation } from './model.ts';
import { isCamp } from './model.ts';
import type { Opened } from './readTable.ts';
import { dateOf, fault, needNumber, needWithin } from './readTable.ts';

/** [day x location], location fastest: intensity of conflict, 0 to 1. */
export function readConflict(
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
  const seen = new Set<string>();
  const twice = table.header.slice(1).find((name) => {
    const isTwice = name !== '' && seen.has(name);
    seen.add(name);
    return isTwice;
  });
  if (twice !== undefined) {
    fault(
      reader,
      'duplicateColumn',
      1,
      twice,
      'one column a location',
      'two of this name',
      'Remove one, or rename it.',
    );
  }
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

/** Which files add up to the series of which camp; the first row is the total. */
export function readLayout(
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
  const withFiles = new Set(
    layout.flatMap(({ label, files }) => (files.length > 0 ? [label] : [])),
  );
  for (const camp of camps) {
    if (table && !withFiles.has(camp)) {
      fault(
        reader,
        'missingValue',
        null,
        null,
        `a row for the camp ${camp} with a file`,
        'none',
        `Add ${camp},<file>.`,
      );
    }
  }
  const seen = new Set<string>();
  return layout.filter((entry, i) => {
    const isTwice = seen.has(entry.label);
    seen.add(entry.label);
    if (isTwice) {
      notes.push(`data_layout.csv: ${entry.label} stands twice; the first row is kept`);
      return false;
    }
    if (i === 0 || camps.has(entry.label)) return true;
    notes.push(
      `data_layout.csv: ${entry.label} is no camp of locations.csv; its series is left out`,
    );
    return false;
  });
}

/** Counts by date, as they stand in a file. */
export function readSeries({ reader, table }: Opened): { date: string; count: number }[] {
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
    const count = needWithin(reader, row, 1, 'count', Number.NaN, [0, Number.POSITIVE_INFINITY]);
    return Number.isNaN(count) ? [] : [{ date, count }];
  });
}

/** Dates at which a registration corrected the counts of a camp. */
export function readCorrections({ reader, table }: Opened) {
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
