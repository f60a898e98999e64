import { newFaultList } from '@asylia/cases';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWords, isFullLength, times } from '../../engine/test/testLength.ts';
import { quotedRecords, simpleRecords } from '../src/flee/readTable.ts';
import type { FleeCase } from '../src/index.ts';
import { networkOf, observe, readFlee, writeFlee } from '../src/index.ts';

const days = 12;
const files: Record<string, string> = {
  'input_csv/locations.csv':
    '#name,region,country,latitude,longitude,location_type,conflict_date,population\nHome,North,AAA,10,120,conflict_zone,0,5000\nHill,North,AAA,10.25,120.5,town,,\nNear,East,BBB,10.125,120.875,camp,,310\nFar,Far_Province,CCC,9,122,camp,,1000\n',
  'input_csv/routes.csv':
    '#name1,name2,distance,forced_redirection\nHome,Near,60,0\nHome,Hill,31.5,1\nHill,Far,207,0\n',
  'input_csv/closures.csv':
    '#closure_type,name1,name2,closure_start,closure_end\ncountry,AAA,CCC,1,5\nlocation,Hill,Far,6,7\n',
  'input_csv/conflicts.csv': `#Day,Home,Hill,Near,Far\n${Array.from({ length: days }, (_, d) => `${d},1,${d > 5 ? 0.5 : 0},0,0`).join('\n')}\n`,
  'input_csv/sim_period.csv': `StartDate,2020-01-01\nLength,${days}\n`,
  'input_csv/registration_corrections.csv': 'Near,2020-01-09\n',
  'source_data/data_layout.csv': 'total,refugees.csv\nNear,near.csv\nFar,far.csv,more.csv\n',
  'source_data/refugees.csv': '2020-01-01,20\n2020-01-12,900\n',
  'source_data/near.csv': 'Date,count\n2020-01-01,10\n2020-01-05,213\n2020-01-09,301\n',
  'source_data/far.csv': '2020-01-02,4\n2020-01-09,617\n',
  'source_data/more.csv': '2020-01-03,17\n2020-01-08,"1,044"\n',
};
const names = Object.keys(files);
const original = (() => {
  const result = readFlee('sketch', new Map(Object.entries(files)));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.flee;
})();

const file = fc.constantFrom(...names);
/** Somewhere in a file or row, as a share of it; doubles would crowd at 0. */
const at = fc.nat(9999).map((n) => n / 10_000);
const pick = (share: number, n: number) => Math.floor(share * n);

/** Reads the folder with one file changed. Whatever comes of it is an answer, and a usable one. */
function answer(name: string, text: string | Uint8Array) {
  const result = readFlee(
    'sketch',
    new Map<string, string | Uint8Array>([...Object.entries(files), [name, text]]),
  );
  if ('faults' in result) {
    expect(result.faults.length).toBeGreaterThan(0);
    for (const { file: where, expected, fix } of result.faults) {
      expect([where, expected, fix].every((part) => part.length > 0)).toBe(true);
    }
    return { flee: null, notes: [] as readonly string[] };
  }
  const again = readFlee('sketch', writeFlee(result.flee));
  expect('flee' in again && again.flee).toEqual(result.flee);
  expect(observe(result.flee).counts.every((n) => n >= 0 && Number.isFinite(n))).toBe(true);
  networkOf(result.flee, observe(result.flee));
  return result;
}

/** Every number of a conflict that comes from its files. */
function numbersOf(flee: FleeCase): number[] {
  return [
    flee.days,
    ...flee.locations.flatMap((l) => [l.lat, l.lon, l.conflictDate, l.population]),
    ...flee.roads.flatMap((road) => [road.km, road.forced]),
    ...flee.closures.flatMap((closure) => [closure.fromDay, closure.toDay]),
    ...flee.conflict,
    ...[...flee.series.values()].flatMap((series) => series.map((point) => point.count)),
  ];
}

/** Numbers that stand in a text, and those that a blank cell means. */
function writtenIn(texts: readonly string[]): Set<number> {
  const cells = texts.flatMap((text) =>
    text
      .replace(/"([^"]*)"/g, (_, t) => (/^\d{1,3}(,\d{3})+$/.test(t) ? t.replaceAll(',', '') : t))
      .split(/[\s,]+/),
  );
  return new Set([0, -1, 1, ...cells.map(Number).filter((n) => !Number.isNaN(n))]);
}

const runs = { numRuns: times(2500), seed: 1999 };

const drawCount = isFullLength ? 'ten thousand' : inWords(4 * runs.numRuns);

describe(`${drawCount} damaged folders: a fault or a stated treatment, no exception, no wrong number`, () => {
  test('a file cut at any byte', () => {
    fc.assert(
      fc.property(file, at, (name, share) => {
        const whole = files[name]!;
        const text = whole.slice(0, pick(share, whole.length));
        const { flee, notes } = answer(name, text);
        if (!flee || text === '') return;
        // Within a line the last value may be short: then it is said. Else numbers are as they were.
        if (!text.endsWith('\n')) expect(notes.join('\n')).toMatch(/the last line has no end/);
        else
          for (const n of numbersOf(flee))
            expect(writtenIn([text, ...Object.values(files)])).toContain(n);
      }),
      runs,
    );
  });

  test('two columns exchanged', () => {
    fc.assert(
      fc.property(file, at, at, (name, one, other) => {
        const rows = files[name]!.trimEnd()
          .split('\n')
          .map((line) => line.split(','));
        const width = Math.max(...rows.map((row) => row.length));
        const [a, b] = [pick(one, width), pick(other, width)];
        const text = rows
          .map((row) => {
            const cells = Array.from({ length: width }, (_, i) => row[i] ?? '');
            [cells[a], cells[b]] = [cells[b]!, cells[a]!];
            return cells.join(',');
          })
          .join('\n')
          .concat('\n');
        const { flee } = answer(name, text);
        // Conflicts go by name, roads both ways; two files of a camp add up in any order.
        if (flee && a !== b) {
          expect(
            ['conflicts.csv', 'data_layout.csv'].some((end) => name.endsWith(end)) ||
              sameButFor(name, flee),
          ).toBe(true);
        }
      }),
      runs,
    );
  });

  test('a cell, a line or a byte replaced, doubled, dropped', () => {
    const nonsense = fc.constantFrom(
      '',
      'abc',
      '-1',
      '1e999',
      'NaN',
      '1,5',
      '"1,5"',
      '2020-13-40',
      '#',
      '"',
      '\0',
      '\r',
      '\ufeff',
      '999999999',
      '0x10',
      'Near',
      '__proto__',
    );
    fc.assert(
      fc.property(file, at, at, nonsense, fc.nat(4), (name, row, column, junk, kind) => {
        const lines = files[name]!.trimEnd().split('\n');
        const i = pick(row, lines.length);
        const cells = lines[i]!.split(',');
        const c = pick(column, cells.length);
        if (kind === 0) lines.splice(i, 1);
        else if (kind === 1) lines.splice(i, 0, lines[i]!);
        else if (kind === 2) lines[i] = cells.filter((_, k) => k !== c).join(',');
        else if (kind === 3) lines[i] = cells.map((cell, k) => (k === c ? junk : cell)).join(',');
        else
          lines[i] =
            `${lines[i]!.slice(0, pick(column, lines[i]!.length))}${junk}${lines[i]!.slice(pick(column, lines[i]!.length) + 1)}`;
        const text = `${lines.join('\n')}\n`;
        const { flee } = answer(name, text);
        if (flee) {
          const known = writtenIn([text, ...Object.values(files)]);
          for (const n of numbersOf(flee)) expect(known).toContain(n);
        }
      }),
      runs,
    );
  });

  test('any bytes, another file in its place, other line ends', () => {
    fc.assert(
      fc.property(
        file,
        file,
        fc.uint8Array({ maxLength: 80 }),
        fc.nat(3),
        (name, other, bytes, kind) => {
          if (kind === 0) answer(name, bytes);
          else if (kind === 1) answer(name, files[other]!);
          else {
            const end = kind === 2 ? '\r\n' : '\r';
            const { flee } = answer(name, files[name]!.replaceAll('\n', end));
            expect(flee).toEqual(original);
          }
        },
      ),
      runs,
    );
  });
});

test('tables without quotation marks are split as the parser would', () => {
  const cell = fc.stringMatching(/^[ \ta-c1-3#.-]*$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (rows, end, mark) => {
        const text = `${mark ? '\ufeff' : ''}${rows.map((row) => row.join(',')).join(end)}${end}`;
        const parsed = quotedRecords({ file: 'any.csv', faults: newFaultList(), notes: [] }, text);
        const filled = (list: typeof parsed) =>
          list.filter((row) => row.cells.some((c) => c !== ''));
        expect(filled(simpleRecords(text)!)).toEqual(filled(parsed));
      },
    ),
    { numRuns: times(2000), seed: 1999 },
  );
});

/** Whether a conflict is the original one, its roads taken both ways. */
function sameButFor(name: string, flee: FleeCase): boolean {
  if (!name.endsWith('routes.csv')) return JSON.stringify(flee) === JSON.stringify(original);
  const ways = (one: FleeCase) => one.roads.map((r) => [[r.from, r.to].sort(), r.km, r.forced]);
  return JSON.stringify(ways(flee)) === JSON.stringify(ways(original));
}
