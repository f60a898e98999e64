import type { Column, TableName } from '../src/index.ts';
import { isoDate, newCase, tables } from '../src/index.ts';

/** Ways in which every row of a table can be wrong. */
export const mistakesOfAllRows = [
  'number in words',
  'unknown name',
  'misspelt name',
  'twice',
  'date in another form',
  'one cell too many',
] as const;
export type MistakeOfAllRows = (typeof mistakesOfAllRows)[number];

const at = ['example', '', 'estimate'];
/** A day long after the period of the case: no rule of the template holds then. */
const day = (i: number) => isoDate(400_000 + i);

/** Row i of a table, different from all others; `p0`, `p1`, ... are towns, `S0`, ... states. */
const rowOf: Record<TableName, (i: number) => readonly (string | number)[]> = {
  places: (i) => [`q${i}`, `Town ${i}`, '', 'BBB', '', 'town', 9.5, 21, 30, '', ...at],
  routes: (i) => {
    // Pairs of towns, row by row of a triangle: (0, 1), (0, 2), (1, 2), (0, 3), ...
    const to = Math.floor((1 + Math.sqrt(1 + 8 * i)) / 2);
    return [`p${i - (to * (to - 1)) / 2}`, `p${to}`, 10, 'road', '', ...at];
  },
  groups: (i) => [`p${i >> 1}`, ['minority', 'majority'][i & 1]!, 'camp', 5, ...at],
  ties: (i) => ['minority', `T${i}`, 1, '', '', ...at],
  violence: (i) => [
    `spell-${i}`,
    'north-town',
    'minority',
    'killing',
    '2025-01-10',
    '2025-02-10',
    3,
    'persons',
    '',
    ...at,
  ],
  frontier: (i) => ['bridge', day(i), day(i), 'closed', '', '', '', '', ...at],
  hosting: (i) => ['border-town', 'food', day(i), 100, 'rations_per_day', ...at],
  offers: (i) => [`offer-${i}`, 'evacuation', 'DDD', '2025-02-01', '', 10, 'BBB', ...at],
  states: (i) => [`U${i}`, `State ${i}`, 'receiving', 1e6, 1e9, 'none', '', '', '', ...at],
  societies: (i) => [`S${i}`, '', 'no', '', '', '', ...at],
  return: (i) => [`p${i >> 1}`, ['minority', 'majority'][i & 1]!, '2025-04-01', 0.2, ...at],
  record: (i) => [
    '2025-02-15',
    'BBB',
    '',
    'stock',
    20_000 + (i % 1000),
    '',
    '',
    'yes',
    '',
    'example',
    `bulletin ${i}`,
    'read',
  ],
  incidents: (i) => ['2025-02-15', 'North', 'BBB', 'raid', 2, `What happened, ${i}`, ...at],
  sources: (i) => [`source-${i}`, `Source ${i}`, '', '', '', '', ''],
};

/** Towns and states that the rows of a table name. */
const placesNamed: Partial<Record<TableName, (rows: number) => number>> = {
  routes: (rows) => Math.ceil(Math.sqrt(2 * rows)) + 2,
  groups: (rows) => (rows >> 1) + 1,
  return: (rows) => (rows >> 1) + 1,
};

const columnsOf = (table: TableName) => Object.entries(tables[table].columns) as [string, Column][];

function spoilt(
  table: TableName,
  i: number,
  mistake: MistakeOfAllRows,
): readonly (string | number)[] | null {
  const columns = columnsOf(table);
  const first = (is: (column: Column) => boolean) => columns.findIndex(([, column]) => is(column));
  const withCell = (index: number, cell: string) =>
    index < 0 ? null : rowOf[table](i).map((old, k) => (k === index ? cell : old));
  const naming = first(({ names }) => names !== undefined);
  switch (mistake) {
    case 'number in words':
      return withCell(
        first(({ type }) => type === 'number' || type === 'whole'),
        'twelve',
      );
    case 'date in another form':
      return withCell(
        first(({ type }) => type === 'date'),
        '15/02/2025',
      );
    case 'unknown name':
      return withCell(naming, `nowhere-${i}`);
    case 'misspelt name':
      return withCell(naming, otherCase(String(rowOf[table](i)[naming])));
    case 'twice':
      return rowOf[table](0);
    default:
      return [...rowOf[table](i), 'more'];
  }
}

/**
 * The files of a case one table of which has so many rows more, all of them right, or all of them
 * wrong in one way; null when the table cannot be wrong in this way.
 */
export function caseWithRows(
  table: TableName,
  rows: number,
  mistake: MistakeOfAllRows | null = null,
): Map<string, string> | null {
  const files = new Map(newCase('many-rows'));
  const append = (name: TableName, count: number, row: (i: number) => readonly unknown[]) => {
    const lines = Array.from({ length: count }, (_, i) => row(i).map(written).join(','));
    files.set(`${name}.csv`, `${files.get(`${name}.csv`)}${lines.join('\n')}\n`);
  };
  const places = placesNamed[table]?.(rows) ?? 0;
  append('places', places, (i) => [`p${i}`, ...rowOf.places(i).slice(1)]);
  if (table === 'societies') append('states', rows, (i) => [`S${i}`, ...rowOf.states(i).slice(1)]);
  if (mistake && spoilt(table, 0, mistake) === null) return null;
  append(table, rows, (i) => (mistake ? spoilt(table, i, mistake)! : rowOf[table](i)));
  return files;
}

function written(cell: unknown): string {
  const text = String(cell);
  return text.includes(',') ? `"${text}"` : text;
}

const otherCase = (name: string) =>
  name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
