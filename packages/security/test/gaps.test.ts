import { describe, expect, test } from 'vitest';
import { objectTitle, peak, shortage } from '../src/index.ts';

const line = (supply: number[], needPerPerson = 2) => ({
  place: 'town',
  line: 'water',
  supply,
  needPerPerson,
});

describe('a line of supply', () => {
  test('runs short on the first day on which it is less than needed, and worst where it is least', () => {
    // Ten people need 20: 30, 20, 15, 5, 10.
    expect(shortage(line([30, 20, 15, 5, 10]), [10, 10, 10, 10, 10])).toEqual({
      firstDay: 2,
      worstCoverage: 0.25,
    });
  });

  test('that is more than enough covers all, not more', () => {
    expect(shortage(line([30, 40]), [10, 10])).toEqual({ firstDay: null, worstCoverage: 1 });
  });

  test('does not count days without people or without a figure', () => {
    expect(shortage(line([0, Number.NaN, 18]), [0, 10, 10])).toEqual({
      firstDay: 2,
      worstCoverage: 0.9,
    });
    expect(shortage(line([0, Number.NaN]), [0, 10])).toEqual({
      firstDay: null,
      worstCoverage: null,
    });
  });

  test('can run short on the first day of all', () => {
    expect(shortage(line([0, 40]), [10, 10])).toEqual({ firstDay: 0, worstCoverage: 0 });
  });
});

test('the peak is on the first of the days with most people', () => {
  expect(peak([3, 9, 4, 9, 1])).toEqual({ people: 9, day: 1 });
  expect(peak([5, 1])).toEqual({ people: 5, day: 0 });
  expect(peak([1, 5])).toEqual({ people: 5, day: 1 });
});

test('an object is titled with the state or union that it is, where the case names one', () => {
  expect(objectTitle('neighbour:BBB', 'Bee')).toBe('The society of Bee');
  expect(objectTitle('receivingSocieties', '')).toBe('Receiving societies');
  expect(objectTitle('receivingSocieties', 'EU')).toBe('Member societies of the EU');
  expect(objectTitle('regime', 'EU')).toBe('The protection regime');
});
