import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../src/index.ts';
import { faultCodes, formatFaults, newCase, readCase } from '../src/index.ts';
import { mistakes } from './mistakes.ts';
import { changed, faultsOf } from './template.ts';

test('the template of a new case has no fault', () => {
  expect('case' in readCase(newCase('test-case'))).toBe(true);
});

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
      'tooManyRows',
      'moreFaults',
    ]);
    expect(Object.keys(faultCodes).filter((code) => !made.has(code as FaultCode))).toEqual([]);
  });
});

test('a file of 300 MB is refused before it is read, at once', () => {
  const start = performance.now();
  const [fault] = faultsOf('record.csv', () => new Uint8Array(300 * 1024 * 1024));
  expect(fault).toMatchObject({
    code: 'tooLarge',
    file: 'record.csv',
    received: '314572800 bytes',
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
