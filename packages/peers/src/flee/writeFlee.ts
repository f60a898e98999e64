import { ownValue } from '@asylia/engine';
import type { FleeCase } from './model.ts';

/** The files of a conflict in the format of Flee, by path. Reading them back gives the same conflict. */
export function writeFlee(flee: FleeCase): Map<string, string> {
  const files = new Map<string, string>();
  const put = (path: string, rows: readonly (readonly (string | number)[])[]) => {
    files.set(
      path,
      rows
        .map((row) => row.map(quoted).join(','))
        .join('\n')
        .concat('\n'),
    );
  };
  const extra = [...new Set(flee.locations.flatMap((l) => Object.keys(l.attributes)))];
  put('input_csv/locations.csv', [
    [
      '#name',
      'region',
      'country',
      'latitude',
      'longitude',
      'location_type',
      'conflict_date',
      'population',
      ...extra,
    ],
    ...flee.locations.map((l) => [
      l.name,
      l.region,
      l.country,
      l.lat,
      l.lon,
      l.type,
      l.conflictDate,
      l.population,
      ...extra.map((key) => ownValue(l.attributes, key) ?? ''),
    ]),
  ]);
  const roadExtra = [...new Set(flee.roads.flatMap((road) => Object.keys(road.attributes)))];
  put('input_csv/routes.csv', [
    ['#name1', 'name2', 'distance', 'forced_redirection', ...roadExtra],
    ...flee.roads.map((road) => [
      road.from,
      road.to,
      road.km,
      road.forced,
      ...roadExtra.map((key) => ownValue(road.attributes, key) ?? ''),
    ]),
  ]);
  put('input_csv/closures.csv', [
    ['#closure_type', 'name1', 'name2', 'closure_start', 'closure_end'],
    ...flee.closures.map((c) => [c.type, c.one, c.other, c.fromDay, c.toDay]),
  ]);
  const places = flee.locations.length;
  put('input_csv/conflicts.csv', [
    ['#Day', ...flee.locations.map((l) => l.name)],
    ...Array.from({ length: flee.days }, (_, day) => [
      day,
      ...flee.conflict.subarray(day * places, (day + 1) * places),
    ]),
  ]);
  put('input_csv/sim_period.csv', [
    ['StartDate', flee.start],
    ['Length', flee.days],
  ]);
  put(
    'input_csv/registration_corrections.csv',
    flee.corrections.map((c) => [c.camp, c.date]),
  );
  put(
    'source_data/data_layout.csv',
    flee.layout.map((entry) => [entry.label, ...entry.files]),
  );
  for (const [file, series] of flee.series) {
    put(
      `source_data/${file}`,
      series.map(({ date, count }) => [date, count]),
    );
  }
  return files;
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
