import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachRecord, sizeOf } from '../src/records.ts';

/** Text of cells, commas, line ends of all kinds, and quotation marks if wanted. */
const textOf = (...more: string[]) =>
  fc
    .array(fc.constantFrom('a', ' ', 'é', ',', ',', '\n', '\n', '\r\n', '\r', ...more), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));

function recordsOf(text: string) {
  const records: { cells: readonly string[]; line: number }[] = [];
  const broken = eachRecord('any.csv', text, (cells, line) => {
    records.push({ cells: [...cells], line });
    return true;
  });
  return { records, broken };
}

test.each([
  ['without quotation marks', textOf()],
  ['with quotation marks', textOf('"', '"', '""')],
  ['with one kind of line end', textOf().map((text) => text.replaceAll(/\r\n?/g, '\n'))],
  ['with Windows line ends', textOf().map((text) => text.replaceAll(/\r\n?|\n/g, '\r\n'))],
])('rows are those of the parser: %s', (_, texts) => {
  let rows = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const { records, broken } = recordsOf(text);
      let known: string[][] | null = null;
      try {
        known = parse(text, { relax_column_count: true, skip_empty_lines: true, bom: true });
      } catch {
        expect(broken).toMatchObject({ code: 'brokenQuotes' });
      }
      if (known === null) return;
      expect(broken).toBeNull();
      expect(records.map(({ cells }) => cells)).toEqual(known);
      rows += known.length;
    }),
    { numRuns: 3000, seed: 1999 },
  );
  expect(rows).toBeGreaterThan(1500);
});

test('the line of a row is that of its first cell, empty lines and quoted line ends counted', () => {
  const text = 'a,b\n\n\nc,d\n"e\nf",g\n\nh,i';
  expect(recordsOf(text).records.map(({ line }) => line)).toEqual([1, 4, 5, 8]);
  expect(recordsOf(text.replace('"e\nf"', 'e')).records.map(({ line }) => line)).toEqual([
    1, 4, 5, 7,
  ]);
});

test('a reader that has enough is handed no more', () => {
  for (const text of ['a\nb\nc\n', '"a"\nb\nc\n']) {
    const seen: string[] = [];
    eachRecord('any.csv', text, ([cell]) => seen.push(cell!) < 2);
    expect(seen).toEqual(['a', 'b']);
  }
});

test('the size of a table is known without reading it', () => {
  expect(sizeOf('')).toEqual({ rows: 0, mostCells: 1 });
  expect(sizeOf('a,b\n\n"c\n,,,",d,e\r\nf')).toEqual({ rows: 3, mostCells: 3 });
});
