import { expect, test } from 'vitest';
import { isFullLength } from '../../engine/test/testLength.ts';
import { fleeToCase, observe, readFlee } from '../src/index.ts';
import { conflictOf, longConflicts } from './manyPlaces.ts';

/** Least time of three for reading a conflict and making a case of it, ms of the processor. */
function leastMs(files: ReadonlyMap<string, string>): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    const read = readFlee('long', files);
    if ('flee' in read) fleeToCase(read.flee, observe(read.flee));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const kinds = isFullLength ? longConflicts : longConflicts.slice(0, 2);

test.each(kinds)('ten times the places take about ten times the time: %s', (kind) => {
  const short = conflictOf(300, kind);
  const long = conflictOf(3000, kind);
  leastMs(short);
  // A square would take a hundred times; below some milliseconds it is not the places.
  expect(leastMs(long)).toBeLessThan(30 * Math.max(3, leastMs(short)));
});

const limits = [
  ['locations.csv', 200_000],
  ['routes.csv', 1_000_000],
] as const;

test.each(isFullLength ? limits : limits.slice(0, 1))(
  '%s with more than %i rows is refused in a sentence',
  (file, most) => {
    const faultsOf = (rows: number) => {
      const content = `#name\n${'x\n'.repeat(rows)}`;
      const read = readFlee(
        'long',
        conflictOf(30, 'places with roads').set(`input_csv/${file}`, content),
      );
      return 'faults' in read ? read.faults.filter((one) => one.file === file) : [];
    };
    const refused = { code: 'tooManyRows', expected: `at most ${most} rows` };
    expect(faultsOf(most + 1)).toContainEqual(expect.objectContaining(refused));
    expect(faultsOf(most)).not.toContainEqual(expect.objectContaining({ code: 'tooManyRows' }));
  },
);

test('places without a Latin letter get names of their own, in their order', () => {
  const read = readFlee('long', conflictOf(30, 'names without a Latin letter'));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const places = fleeToCase(read.flee, observe(read.flee)).get('places.csv')!;
  const ids = places.split('\n').map((line) => line.split(',')[0]);
  expect(ids.slice(1, 5)).toEqual(['place', 'place-2', 'place-3', 'place-4']);
  expect(ids[30]).toBe('place-30');
});
