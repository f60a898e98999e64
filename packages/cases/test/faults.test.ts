import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../src/index.ts';
import { faultCodes, formatFaults, newCase, readCase } from '../src/index.ts';
import { changed, faultsOf } from './template.ts';

test('the template of a new case has no fault', () => {
  expect('case' in readCase(newCase('test-case'))).toBe(true);
});

/** A mistake, how it is made, and where the reader must find it. */
const mistakes: readonly (readonly [
  string,
  string,
  (text: string) => string | Uint8Array | null,
  FaultCode,
  number | null,
  string | null,
])[] = [
  ['a missing table', 'violence.csv', () => null, 'missingFile', null, null],
  ['a missing datapackage.json', 'datapackage.json', () => null, 'missingFile', null, null],
  ['an empty file', 'places.csv', () => '', 'emptyFile', null, null],
  [
    'a header without rows where rows are needed',
    'routes.csv',
    (t) => t.split('\n')[0]!,
    'noRows',
    null,
    null,
  ],
  [
    'a binary file',
    'places.csv',
    () => new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0]),
    'notText',
    null,
    null,
  ],
  ['text with NUL bytes', 'places.csv', (t) => `${t}\0`, 'notText', null, null],
  ['semicolons', 'places.csv', (t) => t.replaceAll(',', ';'), 'wrongDelimiter', 1, null],
  ['tabs', 'places.csv', (t) => t.replaceAll(',', '\t'), 'wrongDelimiter', 1, null],
  [
    'an open quotation mark',
    'places.csv',
    (t) => t.replace('North Town', '"North Town'),
    'brokenQuotes',
    null,
    null,
  ],
  ['a row too short', 'routes.csv', (t) => `${t}north-town,bridge\n`, 'raggedRow', 9, null],
  [
    'an unknown column',
    'places.csv',
    (t) => t.replace('lat', 'latitude'),
    'unknownColumn',
    1,
    'latitude',
  ],
  [
    'a missing column',
    'places.csv',
    (t) => t.replace('lat', 'latitude'),
    'missingColumn',
    1,
    'lat',
  ],
  [
    'a column called __proto__',
    'places.csv',
    (t) => t.replace('pcode', '__proto__'),
    'unknownColumn',
    1,
    '__proto__',
  ],
  ['a column twice', 'routes.csv', (t) => t.replace('note', 'mode'), 'duplicateColumn', 1, 'mode'],
  [
    'a blank where a value is needed',
    'routes.csv',
    (t) => t.replace('road', ''),
    'missingValue',
    2,
    'mode',
  ],
  [
    'a space before an id',
    'routes.csv',
    (t) => t.replace('north-town', ' north-town'),
    'spaces',
    2,
    'from',
  ],
  [
    'an id with spaces',
    'places.csv',
    (t) => t.replace('north-town', 'north town'),
    'notId',
    2,
    'id',
  ],
  [
    'text in a number',
    'groups.csv',
    (t) => t.replace('60000', 'sixty thousand'),
    'notNumber',
    2,
    'persons',
  ],
  [
    'a thousands separator',
    'groups.csv',
    (t) => t.replace('60000', '"60,000"'),
    'notNumber',
    2,
    'persons',
  ],
  [
    'a decimal comma',
    'routes.csv',
    (t) => t.replace(',45,', ',"45,5",'),
    'notNumber',
    2,
    'distance_km',
  ],
  ['infinity', 'routes.csv', (t) => t.replace(',45,', ',Infinity,'), 'notNumber', 2, 'distance_km'],
  [
    'a number beyond all numbers',
    'routes.csv',
    (t) => t.replace(',45,', ',1e999,'),
    'outOfRange',
    2,
    'distance_km',
  ],
  ['half a person', 'groups.csv', (t) => t.replace('60000', '60000.5'), 'notWhole', 2, 'persons'],
  [
    'negative people',
    'groups.csv',
    (t) => t.replace('60000', '-60000'),
    'outOfRange',
    2,
    'persons',
  ],
  ['a latitude of 110', 'places.csv', (t) => t.replace('10.2', '110.2'), 'outOfRange', 2, 'lat'],
  [
    'a share above 1',
    'states.csv',
    (t) => t.replace('0.8', '1.8'),
    'outOfRange',
    3,
    'status_share',
  ],
  [
    'an impossible date',
    'violence.csv',
    (t) => t.replace('2025-02-10', '2025-02-30'),
    'notDate',
    2,
    'to',
  ],
  [
    'a date of another country',
    'violence.csv',
    (t) => t.replace('2025-02-10', '10/02/2025'),
    'notDate',
    2,
    'to',
  ],
  [
    'an unknown choice',
    'places.csv',
    (t) => t.replace('settlement', 'village'),
    'notChoice',
    2,
    'kind',
  ],
  [
    'two places of one id',
    'places.csv',
    (t) => t.replace('south-town,', 'north-town,'),
    'duplicateId',
    3,
    'id',
  ],
  [
    'a route to nowhere',
    'routes.csv',
    (t) => t.replace('north-town,south-town', 'north-town,nowhere'),
    'unknownReference',
    2,
    'to',
  ],
  [
    'a source that is not listed',
    'routes.csv',
    (t) => t.replace('example', 'rumour'),
    'unknownReference',
    2,
    'source',
  ],
  [
    'a group that is not declared',
    'groups.csv',
    (t) => t.replace('minority', 'minorities'),
    'unknownReference',
    2,
    'group',
  ],
  [
    'a region that no place has',
    'violence.csv',
    (t) => t.replace('region:north', 'region:west'),
    'unknownReference',
    2,
    'place',
  ],
  [
    'a rule at a crossing that is no crossing',
    'frontier.csv',
    (t) => t.replace('bridge', 'south-town'),
    'unknownReference',
    2,
    'crossing',
  ],
  [
    'an offer of a country without a place',
    'offers.csv',
    (t) => t.replace('DDD', 'EEE'),
    'unknownReference',
    2,
    'state',
  ],
  [
    'people driven to a country without a place',
    'violence.csv',
    (t) => t.replace('persons,,', 'persons,EEE,'),
    'unknownReference',
    2,
    'toward',
  ],
  [
    'a transfer without an end',
    'offers.csv',
    (t) => t.replace('evacuation', 'transfer'),
    'missingValue',
    2,
    'to',
  ],
  [
    'a route from a place to itself',
    'routes.csv',
    (t) => t.replace('north-town,south-town', 'north-town,north-town'),
    'selfRoute',
    2,
    'to',
  ],
  [
    'the same route twice, the other way round',
    'routes.csv',
    (t) => `${t}south-town,north-town,45,road,,example,,estimate\n`,
    'duplicateRoute',
    9,
    'from',
  ],
  [
    'a crossing in no route',
    'routes.csv',
    (t) =>
      t
        .split('\n')
        .filter((l) => !l.includes('pass'))
        .join('\n'),
    'unconnected',
    6,
    'id',
  ],
  [
    'a row that ends before it begins',
    'violence.csv',
    (t) => t.replace('2025-01-10,2025-02-10', '2025-02-10,2025-01-10'),
    'datesReversed',
    2,
    'to',
  ],
  [
    'two rules at one crossing on one day',
    'frontier.csv',
    (t) => `${t}bridge,2025-01-28,2025-02-02,open,,,BBB,,example,,estimate\n`,
    'overlap',
    4,
    'from',
  ],
  ['broken JSON', 'datapackage.json', (t) => t.slice(0, -5), 'notJson', null, null],
  [
    'a start that is no date',
    'datapackage.json',
    (t) => t.replace('2025-01-01', '2025-13-01'),
    'wrongShape',
    null,
    'asylia.start',
  ],
  [
    'an unknown key',
    'datapackage.json',
    (t) => t.replace('"formatVersion"', '"startDate": "x", "formatVersion"'),
    'unknownKey',
    null,
    'asylia.startDate',
  ],
  [
    'a period that ends before it begins',
    'datapackage.json',
    (t) => t.replace('2025-06-30', '2024-06-30'),
    'datesReversed',
    null,
    'asylia.end',
  ],
];

describe('each mistake is found, with place, expectation, what came and what to do', () => {
  test.each(mistakes)('%s', (_, file, change, code, row, column) => {
    const found = faultsOf(file, change);
    const fault = found.find((f) => f.code === code);
    expect(fault, JSON.stringify(found.slice(0, 3))).toBeDefined();
    expect(fault!.file).toBe(code === 'unconnected' ? 'places.csv' : file);
    if (row !== null) expect(fault!.row).toBe(row);
    if (column !== null) expect(fault!.column).toBe(column);
    for (const part of [fault!.expected, fault!.received, fault!.fix])
      expect(part.length).toBeGreaterThan(0);
  });

  test('every kind of fault that a table can have is made here or with scenarios', () => {
    const made = new Set([
      ...mistakes.map((m) => m[3]),
      'tooLarge',
      'matchesNothing',
      'unknownParameter',
    ]);
    expect(Object.keys(faultCodes).filter((code) => !made.has(code as FaultCode))).toEqual([]);
  });
});

test('a file of 100 MB is refused before it is read, at once', () => {
  const start = performance.now();
  const [fault] = faultsOf('record.csv', () => new Uint8Array(100 * 1024 * 1024));
  expect(fault).toMatchObject({
    code: 'tooLarge',
    file: 'record.csv',
    received: '104857600 bytes',
  });
  expect(performance.now() - start).toBeLessThan(2000);
});

test('an unknown column names its neighbours', () => {
  const fault = faultsOf('places.csv', (t) => t.replace('lat', 'lats')).find(
    (f) => f.code === 'unknownColumn',
  );
  expect(fault!.fix).toBe('Did you mean lat?');
});

test('a byte-order mark, Windows line ends and empty lines are no fault', () => {
  expect(
    'case' in readCase(changed('places.csv', (t) => `\ufeff${t.replaceAll('\n', '\r\n')}\r\n\r\n`)),
  ).toBe(true);
});

test('a row of HXL tags is skipped wherever it stands, and said', () => {
  const tags = '#loc+id,#loc+name,,#country,#adm1,#loc+type,#geo+lat,#geo+lon,#meta,,#meta,,#meta';
  for (const at of [1, 4]) {
    const result = readCase(
      changed('places.csv', (t) => {
        const lines = t.split('\n');
        lines.splice(at, 0, tags);
        return lines.join('\n');
      }),
    );
    if ('faults' in result) throw new Error(formatFaults(result.faults));
    expect(result.case.notes).toEqual([
      `places.csv: line ${at + 1} holds HXL tags and was skipped`,
    ]);
    expect(result.case.tables.places).toHaveLength(9);
  }
});

test('formulas and scripts stay text', () => {
  const result = readCase(
    changed('places.csv', (t) => t.replace('North Town', '"=cmd|calc <script>"')),
  );
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  expect(result.case.tables.places[0]!.name).toBe('=cmd|calc <script>');
});

test('a P-code keeps its leading zeros', () => {
  const result = readCase(changed('places.csv', (t) => t.replace('40,,example', '40,007,example')));
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  expect(result.case.tables.places[0]!.pcode).toBe('007');
});

test('all faults come at once: the first ten of a file and the count of the rest', () => {
  const faults = faultsOf(
    'groups.csv',
    (t) =>
      t +
      Array.from(
        { length: 14 },
        (_, i) => `north-town,minority,home,x${i},example,,estimate\n`,
      ).join(''),
  );
  expect(faults).toHaveLength(14);
  const text = formatFaults(faults).split('\n');
  expect(text).toHaveLength(12);
  expect(text.at(-1)).toBe('  and 4 more in groups.csv');
});
