import { expect, test } from 'vitest';
import { compositeOf } from '../src/index.ts';

const none = { baselineInterval: null, withoutInterval: null };
const levels = [
  { theory: 'T', outcome: 'A', baseline: 100, without: 0, ...none },
  { theory: 'T', outcome: 'B', baseline: 0.2, without: 1, ...none },
  { theory: 'T', outcome: 'idle', baseline: 3, without: 3, ...none },
];
const cell = (remedy: string, outcome: string, effect: number) => ({
  remedy,
  theory: 'T',
  outcome,
  effect,
  low90: null,
  high90: null,
  lowError: null,
  highError: null,
});
const remedies = [
  cell('half', 'A', -50),
  cell('half', 'B', 0.4),
  cell('one-sided', 'A', -99),
  cell('one-sided', 'B', -0.8),
];

test('half of every harm is a half, whatever the weights and whichever way a measure points', () => {
  for (const weight of [0.1, 1, 7]) {
    const rows = compositeOf(
      levels,
      remedies,
      [
        { outcome: 'A', weight },
        { outcome: 'B', weight: 1 },
        { outcome: 'idle', weight: 5 },
      ],
      1,
      200,
    );
    expect(rows.find((row) => row.remedy === 'half')!.composite).toBeCloseTo(0.5, 12);
  }
});

test('a remedy that helps one object at the cost of another ranks by the weights, and that is said', () => {
  const rank = (a: number, b: number) =>
    compositeOf(
      levels,
      remedies,
      [
        { outcome: 'A', weight: a },
        { outcome: 'B', weight: b },
      ],
      1,
      2000,
    ).find((row) => row.remedy === 'one-sided')!;
  expect(rank(9, 1).rank).toBe(1);
  expect(rank(1, 9).rank).toBe(2);
  // ln: one-sided = -4.6 w + 0.69 (1 - w) < -0.69 where w > 0.26, so first for 0.74 of the weights
  expect(Math.abs(rank(1, 1).firstShare - 0.739)).toBeLessThan(0.05);
  expect(rank(1, 1).firstShare).toBe(rank(9, 1).firstShare);
});
