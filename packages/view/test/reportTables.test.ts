import type { RunSummary } from '@asylia/lab';
import { englishWords } from '@asylia/words';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../src/index.ts';
import { bandTable, medianTable } from '../src/report/tables.ts';

const days = 9;
/** A band whose quantiles on day d are 1,000 d and a little: which stands where is plain to see. */
const of = (a: number) => Array.from({ length: days }, (_, day) => 1000 * day + a);
const band = {
  unit: 'persons',
  expected: of(1),
  q05: of(5),
  q25: of(25),
  q50: of(50),
  q75: of(75),
  q95: of(95),
};
const point = (day: number, value: number, comparable: boolean) => ({
  series: 'stock',
  date: `2025-01-0${day + 1}`,
  day,
  value,
  low: null,
  high: null,
  window: 'fit',
  flag: 'read',
  source: 'a source',
  note: 'a note',
  comparable,
});
const summary = {
  case: { days },
  dates: Array.from({ length: days }, (_, day) => `2025-01-0${day + 1}`),
  bands: { stock: band },
  record: [point(3, 3333, true), point(5, 5555, false), point(40, 1, true)],
} as unknown as RunSummary;

describe('a band as a table', () => {
  const table = bandTable(englishWords, summary, 'stock', 'People');
  const column = (name: string) => {
    const at = table.columns.indexOf(name);
    expect(at, name).toBeGreaterThanOrEqual(0);
    return table.rows.map((row) => row[at]);
  };

  test('has every seventh day, the last day and the days of the record', () => {
    expect(column('date')).toEqual([0, 3, 5, 7, 8].map((day) => summary.dates[day]));
  });

  test.each([
    ['expected', 1],
    ['q05', 5],
    ['q25', 25],
    ['median', 50],
    ['q75', 75],
    ['q95', 95],
  ])('has %s under its own head, day by day', (name, little) => {
    expect(column(name)).toEqual([0, 3, 5, 7, 8].map((day) => 1000 * day + little));
  });

  test('has the record on its days, and says which figure is not scored', () => {
    expect(column('record')).toEqual([null, 3333, 5555, null, null]);
    const windows = column('window');
    expect(windows[0]).toBe('');
    expect(windows[1]).not.toBe(windows[2]);
  });
});

test('medians side by side have each its own low and high end, weekly', () => {
  const other = { ...band, q05: of(500), q50: of(505), q95: of(595) };
  const table = medianTable(englishWords, summary, 'x', 'X', [
    { name: 'one', band },
    { name: 'two', band: other },
  ]);
  expect(table.columns).toHaveLength(7);
  const at = (name: string, what: RegExp) =>
    table.columns.findIndex((head) => head.includes(name) && what.test(head));
  const values = (c: number) => table.rows.map((row) => row[c]);
  expect(values(0)).toEqual(['2025-01-01', '2025-01-08']);
  expect(values(at('one', /median/))).toEqual([50, 7050]);
  expect(values(at('one', /05/))).toEqual([5, 7005]);
  expect(values(at('one', /95/))).toEqual([95, 7095]);
  expect(values(at('two', /median/))).toEqual([505, 7505]);
  expect(values(at('two', /05/))).toEqual([500, 7500]);
  expect(values(at('two', /95/))).toEqual([595, 7595]);
});

describe('a table as CSV', () => {
  const cell = (value: string | number | null) =>
    toCsv({ id: 't', title: 'T', columns: ['a'], rows: [[value]] }).slice(3, -2);
  test.each(['=1+1', '+1', '-1', '@x', '\t=1'])('%j stays text and is no formula', (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });
  test.each([
    ['a "b"', '"a ""b"""'],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['=a,b', `"'=a,b"`],
    ['plain', 'plain'],
  ])('%j is quoted where it must be', (text, shown) => {
    expect(cell(text)).toBe(shown);
  });
  test('a number is a number, below zero too; none is empty', () => {
    expect([-1.5, 0, 1e21, null, Number.NaN, Number.POSITIVE_INFINITY].map(cell)).toEqual([
      '-1.5',
      '0',
      '1e+21',
      '',
      '',
      '',
    ]);
  });
});
