import type { PairedDifference, RunSummary } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { findingsOf, findingsText } from '../src/output/findings.ts';
import { forecastsCsv, peersTable, scoresCsv } from '../src/output/sweepResults.ts';
import { textTable } from '../src/output/textTable.ts';
import { comparisonTable, number, validationTable } from '../src/output/words.ts';

const band = (...middle: number[]) => ({
  unit: 'persons',
  expected: middle,
  q05: middle.map((n) => n - 5),
  q25: middle.map((n) => n - 2),
  q50: middle,
  q75: middle.map((n) => n + 2),
  q95: middle.map((n) => n + 9),
});
const gap = (
  place: string,
  line: string,
  day: number | null,
  prepareFor: number,
  known = true,
) => ({
  place,
  line,
  known,
  prepareFor,
  firstDay: { q10: 0, q50: day, q90: 3 },
});
const check = {
  id: 'c1',
  title: 'People in BBB',
  unit: 'persons',
  window: 'holdout',
  record: 1000,
  model: 1100,
  low90: 900,
  high90: 1300,
  error: 0.1,
  errorKind: 'relative',
  baselines: { 'last value': 0.25 },
  pass: true,
  rule: '',
  explanation: '',
  items: [],
} as const;

/** As much of a summary as is read: four days in January. */
const summary = (changed: object = {}) =>
  ({
    case: { days: 4 },
    dates: ['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04'],
    places: [{ id: 'camp', name: 'The camp' }],
    bands: {
      stock: band(100, 400, 300, 200),
      returned: band(0, 10, 20, 30),
      evacuated: band(0, 0, 40, 50),
      secondWave: band(0, 0, 0, 60),
    },
    gaps: [
      gap('town', 'food', 3, 700),
      gap('town', 'unknown', 0, 1, false),
      gap('camp', 'water', 1, 5200),
      gap('camp', 'tents', null, 2),
    ],
    checks: [check, { ...check, id: 'c2', pass: false }, { ...check, id: 'c3' }],
    coverage: [{ window: 'fit', inside90: 0.8, inside50: 0.4, points: 10 }],
    scenario: { title: 'As it was' },
    ...changed,
  }) as unknown as RunSummary;

describe('the findings of a run', () => {
  test('name the worst day, what runs short first, the end, and how many checks hold', () => {
    expect(findingsOf(summary())).toEqual({
      most: { date: '2025-01-02', people: 400, low90: 395, high90: 409 },
      short: { what: 'water in The camp', date: '2025-01-02', prepareFor: 5200 },
      end: {
        date: '2025-01-04',
        returned: { people: 30, low90: 25, high90: 39 },
        evacuated: { people: 50, low90: 45, high90: 59 },
        secondWave: { people: 60, low90: 55, high90: 69 },
      },
      held: 2,
      checks: 3,
    });
  });

  test('say each figure with its band and beside it that of the expected run', () => {
    const expected = findingsOf(summary({ bands: { stock: band(1, 2, 3, 4) }, gaps: [] }));
    const lines = findingsText(findingsOf(summary()), expected).split('\n');
    expect(lines[0]).toBe(
      '- At most 400 displaced persons in the region on 2025-01-02 (90 of 100 worlds: 395 to 409; expected run: 4 on 2025-01-04).',
    );
    expect(lines[1]).toContain('prepare for 5,200 people there');
    expect(lines[2]).toContain(
      '50 had been evacuated (90 of 100 worlds: 45 to 59; expected run: 0)',
    );
    expect(lines[3]).toContain('2 of 3 checks hold (in the expected run 2)');
  });
});

test('a check is written with its record, its band and its naive predictors', () => {
  const lines = validationTable(summary()).split('\n');
  expect(lines[0]).toBe('holds  c1 (holdout): People in BBB');
  expect(lines[1]).toBe('        record 1,000, model 1,100 (90 %: 900 to 1,300), error 10.0 %');
  expect(lines[2]).toBe('        naive: last value 25 %');
  expect(lines[3]).toBe('MISSES c2 (holdout): People in BBB');
  expect(lines.at(-1)).toBe(
    'fit: the 90 % band holds 80 %, the 50 % band 40 % of 10 observed points',
  );
});

test('scenarios are compared each with its own expected run, low end first', () => {
  const row = (scenario: string, from: number, to: number) => ({
    scenario,
    outcomes: [
      {
        id: 'returned',
        outcome: 'returned',
        unit: 'persons',
        from,
        to,
        difference: to - from,
        low90: to - from - 10,
        high90: to - from + 20,
      } satisfies PairedDifference,
    ],
  });
  const text = comparisonTable(
    ['As it was', 'Open', 'Closed'].map((title) => summary({ scenario: { title } })),
    [row('open', 100, 150), row('closed', 100, 60)],
    [row('open', 90, 95), row('closed', 90, 70)],
  );
  expect(text.split('\n')).toEqual([
    'Compared with As it was, on the same worlds:',
    '',
    'Open',
    '  returned: 100 -> 150 persons (+50); 90 %: 40 to 70; expected run: 90 -> 95 persons (+5)',
    '',
    'Closed',
    '  returned: 100 -> 60 persons (-40); 90 %: -50 to -20; expected run: 90 -> 70 persons (-20)',
  ]);
});

test('numbers have commas by thousands, three digits below ten, and keep their sign', () => {
  expect([1234567, -1234.4, 0.12345, -0.5, 10.6, 0, Number.NaN].map(number)).toEqual([
    '1,234,567',
    '-1,234',
    '0.123',
    '-0.500',
    '11',
    '0',
    '-',
  ]);
});

test('a table for the terminal has numbers to the right and words to the left', () => {
  const table = {
    id: 't',
    title: 'T',
    columns: ['who', 'n'],
    rows: [
      ['a', 5],
      ['bcde', 1200],
      ['f', null],
    ],
  };
  expect(textTable(table)).toBe('who       n\na         5\nbcde  1,200\nf         -\n');
});

describe('scores of a sweep', () => {
  const row = {
    case: 'mali',
    regime: 'given',
    ard: 0.1,
    ardRescaled: 0.2,
    mase7: 0.3,
    mase30: 0.4,
    crps: 0.5,
    coverage50: 0.6,
    coverage90: 0.7,
    baselines: { even: 0.8 },
    days: 300,
    camps: [1, 2],
    leak: [1],
    people: 9000,
  } as unknown as Parameters<typeof scoresCsv>[0][number];

  test('stand under their heads', () => {
    expect(scoresCsv([row])).toBe(
      'case,regime,ard,ardRescaled,mase7,mase30,crps,coverage50,coverage90\n' +
        'mali,given,0.1,0.2,0.3,0.4,0.5,0.6,0.7\nmali,given: even,0.8\n',
    );
    const forecast = {
      case: 'mali',
      horizon: 30,
      error: 0.1,
      persistence: 0.2,
      trend: 0.3,
      coverage90: 0.4,
      fromNothing: 0.5,
    };
    expect(forecastsCsv([forecast])).toBe(
      'case,horizon,error,persistence,trend,coverage90,fromNothing\nmali,30,0.1,0.2,0.3,0.4,0.5\n',
    );
  });

  test('are said for the terminal, with the band of nine in ten', () => {
    const text = peersTable([row]);
    expect(text).toContain('mali: 300 days, 2 camps, at most 9000 people');
    expect(text).toContain('1 of 2 stated capacities');
    expect(text).toMatch(/given +0\.100 {2}rescaled 0\.200 {2}crps 0\.500 {2}90 % band holds 70 %/);
  });
});
