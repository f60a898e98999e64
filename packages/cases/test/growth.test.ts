import { describe, expect, test } from 'vitest';
import { isFullLength } from '../../engine/test/testLength.ts';
import type { TableName } from '../src/index.ts';
import {
  formatFaults,
  hint,
  mostFaults,
  nearNames,
  newCase,
  parseTable,
  readCase,
  tableNames,
} from '../src/index.ts';
import type { MistakeOfAllRows } from './manyRows.ts';
import { caseWithRows, mistakesOfAllRows } from './manyRows.ts';

const few = 400;

/** What a reader of ten times the rows may take at most: a square would take a hundred times. */
const mostGrowth = 30;

function checked(files: ReadonlyMap<string, string>): string {
  const result = readCase(files);
  return 'faults' in result ? formatFaults(result.faults) : '';
}

/** Least time of three, ms of the processor. All kinds of fault are in `npm run bench:growth`. */
function leastMs(files: ReadonlyMap<string, string>): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    checked(files);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const kinds = tableNames.flatMap((table) =>
  [null, ...mistakesOfAllRows].map((mistake) => [table, mistake] as const),
);

describe('ten times the rows take about ten times the time', () => {
  const some = kinds.filter(
    ([, mistake]) => mistake === null || (isFullLength && mistake === 'misspelt name'),
  );
  test.each(some)('%s, rows that are wrong in this way: %s', (table, mistake) => {
    const short = caseWithRows(table, few, mistake);
    const long = caseWithRows(table, 10 * few, mistake);
    if (!short || !long) return;
    leastMs(short);
    // Below some milliseconds it is not the rows that take the time.
    expect(leastMs(long)).toBeLessThan(mostGrowth * Math.max(2, leastMs(short)));
  });
});

test('thirty thousand rules at one crossing take about ten times as long as three thousand', () => {
  const short = caseWithRows('frontier', 3000)!;
  const long = caseWithRows('frontier', 30_000)!;
  leastMs(short);
  expect(leastMs(long)).toBeLessThan(mostGrowth * leastMs(short));
});

describe('a table in which every row is wrong', () => {
  const wrong = kinds.filter((kind): kind is [TableName, MistakeOfAllRows] => kind[1] !== null);

  test.each(wrong)('%s, %s: the first faults are kept, and said to be the first', (table, kind) => {
    const files = caseWithRows(table, mostFaults + 50, kind);
    if (!files) return;
    const result = readCase(files);
    if ('case' in result) throw new Error('it was taken');
    const own = result.faults.filter(({ file }) => file === `${table}.csv`);
    expect(own).toHaveLength(mostFaults + 1);
    expect(own.at(-1)).toMatchObject({ code: 'moreFaults', row: null });
    const text = formatFaults(own).split('\n');
    expect(text).toHaveLength(12);
    expect(text[0]).toBe(`${table}.csv: more than ${mostFaults} faults`);
    expect(text.at(-1)).toMatch(
      new RegExp(`^ {2}and more: only the first ${mostFaults} faults of this file were collected`),
    );
  });

  test('with exactly as many faults as are kept nothing is said to be missing', () => {
    const result = readCase(caseWithRows('violence', mostFaults, 'one cell too many')!);
    if ('case' in result) throw new Error('it was taken');
    expect(result.faults).toHaveLength(mostFaults);
    expect(formatFaults(result.faults)).toContain(`violence.csv: ${mostFaults} faults`);
  });

  test('each file has its own number', () => {
    const bad = (table: TableName) =>
      caseWithRows(table, mostFaults + 1, 'one cell too many')!.get(`${table}.csv`)!;
    const files = new Map(newCase('two'));
    files.set('violence.csv', bad('violence')).set('record.csv', bad('record'));
    const text = checked(files);
    expect(text).toContain(`violence.csv: more than ${mostFaults} faults`);
    expect(text).toContain(`record.csv: more than ${mostFaults} faults`);
  });

  test('a hint is looked for where a fault is printed', () => {
    const result = readCase(caseWithRows('hosting', 20, 'misspelt name')!);
    if ('case' in result) throw new Error('it was taken');
    const fixes = result.faults.map((one) => one.fix);
    expect(fixes.slice(0, 10)).toEqual(Array(10).fill('Did you mean border-town?'));
    expect(new Set(fixes.slice(10))).toEqual(new Set(['Correct the name.']));
  });
});

describe('what is too large is refused in a sentence', () => {
  const header = (table: TableName) => newCase('large').get(`${table}.csv`)!.split('\n')[0]!;

  test.each([
    ['places', 200_000],
    ['record', 1_000_000],
  ] as const)('%s.csv with more than %i rows, before any is read', (table, most) => {
    const text = `${header(table)}\n${'x\n'.repeat(most + 5)}`;
    const { faults, rows } = parseTable(table, text);
    expect(rows).toEqual([]);
    expect(faults).toMatchObject([
      { code: 'tooManyRows', file: `${table}.csv`, expected: `at most ${most} rows` },
    ]);
  });

  test.each([
    ['places', 200_000],
    ['record', 1_000_000],
  ] as const)('%s.csv with %i rows is read', (table, most) => {
    const { faults } = parseTable(table, `${header(table)}\n${'x\n'.repeat(most)}`);
    expect(faults[0]).toMatchObject({ code: 'raggedRow', row: 2 });
  });

  test('a row of HXL tags is none of the rows, and nothing stands in for it', () => {
    const tags = '#geo+id,#geo+name';
    const code = (...lines: string[]) =>
      parseTable('places', [header('places'), ...lines, 'x\n'.repeat(199_999)].join('\n')).faults[0]
        ?.code;
    expect(code('x')).toBe('raggedRow');
    expect(code('x', 'x')).toBe('tooManyRows');
    expect(code(tags, 'x')).toBe('raggedRow');
    expect(code('x', tags)).toBe('raggedRow');
    expect(code(tags, 'x', 'x')).toBe('tooManyRows');
  });

  test('line ends within quotation marks are no rows, empty lines neither', () => {
    const quoted = `"${'x\n'.repeat(300_000)}"`;
    const { faults } = parseTable(
      'places',
      `${header('places')}\n${quoted}${'\n'.repeat(300_000)}`,
    );
    expect(faults).toMatchObject([{ code: 'raggedRow' }]);
  });

  test('a row without end', () => {
    const { faults } = parseTable('places', `${header('places')}\n${','.repeat(5_000_000)}\n`);
    expect(faults).toMatchObject([{ code: 'raggedRow', received: '5000001' }]);
  });

  test('a name of a million letters is quoted by its beginning', () => {
    const long = 'a'.repeat(1_000_000);
    const text = checked(
      new Map(newCase('long')).set('record.csv', `${header('record')}${long}\n`),
    );
    expect(text).toContain('record.csv: 2 faults');
    expect(text.length).toBeLessThan(1000);
  });
});

describe('names alike', () => {
  /** Least number of letters to change, add or drop: by the whole table. */
  function distance(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
    return (
      1 +
      Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), distance(a.slice(1), b.slice(1)))
    );
  }

  test('are those whose distance is two letters or a third, the nearest first', () => {
    const letters = ['a', 'b', 'c'];
    const names = letters.flatMap((a) =>
      ['', ...letters].flatMap((b) => ['', 'c', 'ab', 'bca'].map((rest) => a + b + rest)),
    );
    const known = [...new Set(names)];
    for (const name of [...known, 'cabca', 'acb', 'd', 'dddd']) {
      const near = known
        .map((one) => ({ one, far: distance(name, one) }))
        .filter(({ one, far }) => far <= Math.max(2, Math.floor(one.length / 3)))
        .sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
        .slice(0, 3)
        .map(({ one }) => one);
      expect(nearNames(name, known)).toEqual(near);
    }
  });

  test('a hint among 200,000 names comes within three seconds of the processor', () => {
    const known = Array.from({ length: 200_000 }, (_, i) => `village-${i}`);
    const before = process.cpuUsage();
    expect(hint('Village-77777', known)).toBe(
      'Did you mean village-77777 or village-17777 or village-177777?',
    );
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
  });
});
