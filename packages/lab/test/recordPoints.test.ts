import { newCase, readCase } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { expect, test } from 'vitest';
import { recordPoints } from '../src/index.ts';
import { statusOf } from '../src/places/placeStatus.ts';

const read = readCase(newCase('test-case'));
if ('faults' in read) throw new Error(JSON.stringify(read.faults));
const source = { ...read.case, start: '2025-01-01', recordLagDays: 1 };

test('a figure of the record keeps its ends, and stands on the day that it speaks of', () => {
  const [row] = source.tables.record;
  const rows = [
    { date: '2025-01-11', measure: 'stock', place: 'BBB', value: 50, low: 40, high: 70 },
    { date: '2025-01-11', measure: 'entries', place: '*', value: 5, low: null, high: null },
  ].map((changed) => ({ ...row!, ...changed }));
  const tables = { ...source.tables, record: rows as typeof source.tables.record };
  // A bulletin of the 11th counts the evening of the 10th, the tenth day; entries are of their day.
  expect(recordPoints({ ...source, tables })).toMatchObject([
    { series: 'stock.BBB', day: 9, value: 50, low: 40, high: 70 },
    { series: 'entries', day: 10, value: 5, low: null, high: null },
  ]);
});

test('at a place everybody is counted under one status or none', () => {
  const world = {
    placeCountry: Int32Array.of(0),
    placeKind: ['town'],
    countryIds: ['BBB'],
    statusShare: Float64Array.of(0.75),
    conventionShare: Float64Array.of(0.25),
  } as unknown as World;
  // Of 100 in a neighbour 75 have a status, 25 of them that of the Convention.
  const near = statusOf(source, world, 0, () => Float64Array.of(100));
  expect([near.none, near.other, near.convention]).toEqual([[25], [50], [25]]);
  // In a receiving state 80 were evacuated, 40 claimed, 10 came irregularly.
  const persons = (situations: readonly string[]) => {
    const of: Record<string, number> = { evacuated: 80, claimed: 40, irregular: 10 };
    return Float64Array.of(situations.reduce((sum, one) => sum + (of[one] ?? 0), 0));
  };
  const far = statusOf(source, { ...world, placeKind: ['state'] } as World, 0, persons);
  expect([far.none, far.other, far.convention]).toEqual([[130 - 60 - 10], [60], [10]]);
});
