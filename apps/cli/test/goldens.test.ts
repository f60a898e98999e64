import { describe, expect, test, vi } from 'vitest';
import { differences, differenceText } from './goldens/difference.ts';
import { goldenText } from './goldens/format.ts';
import { goldenOf, keptGolden } from './goldens/golden.ts';
import { shipped } from './goldens/study.ts';

// Two seconds of computing; the limit is for machines that do much else.
vi.setConfig({ testTimeout: 600_000 });

const renew =
  'If the change is meant to move numbers: npm run goldens, and say so in CHANGELOG.md.';

describe('no number moves unseen', () => {
  test.each(shipped)('in %s', (name) => {
    const difference = differenceText(keptGolden(name), goldenOf(name));
    expect.soft(difference === '', `${name}: ${difference}\n${renew}`).toBe(true);
  });
});

describe('a golden', () => {
  const text = (...rows: [name: string, unit: string, value: number | string | null][]) =>
    goldenText({
      title: 'Small',
      sections: [
        {
          title: 'The run',
          note: 'Invented.',
          columns: ['expected run'],
          rows: rows.map(([name, unit, value]) => ({ name, unit, values: [value] })),
        },
      ],
    });

  test('says which number moved, by how many people and per cent', () => {
    const before = text(['Evacuated', 'persons', 80_000], ['Returned', 'persons', 0]);
    const after = text(['Evacuated', 'persons', 80_400.5], ['Returned', 'persons', 3]);
    expect(differences(before, after)).toEqual([
      'The run: Evacuated, expected run: 80,000 -> 80,400.5 (+400.5 persons, +0.5006 %)',
      'The run: Returned, expected run: 0 -> 3 (+3 persons; it was 0)',
    ]);
    expect(differenceText(before, after)).toContain('2 of 2 numbers differ');
  });

  test('names a word that changed, a number that is new and one that is gone', () => {
    const before = text(['Check', '', 'holds'], ['Old', 'persons', 1]);
    const after = text(['Check', '', 'misses'], ['New', 'days', 2]);
    expect(differences(before, after)).toEqual([
      'The run: Check, expected run: holds -> misses',
      'The run: New, expected run: new, 2 days',
      'The run: Old, expected run: gone, was 1',
    ]);
  });

  test('sees a change in the twelfth digit, and a sign', () => {
    const one = text(['Share', 'share', 0.123456789012]);
    expect(differences(one, text(['Share', 'share', 0.123456789013]))).toHaveLength(1);
    expect(differences(one, text(['Share', 'share', -0.123456789012]))).toHaveLength(1);
    expect(differenceText(one, one)).toBe('');
  });

  test('tells numbers that do not exist from 0', () => {
    const [none, zero] = [text(['Share', '', null]), text(['Share', '', 0])];
    expect(differences(none, zero)).toEqual(['The run: Share, expected run: - -> 0']);
    expect(text(['Share', '', Number.NaN])).toContain('not defined');
  });
});
