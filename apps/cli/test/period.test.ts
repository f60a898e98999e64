import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fake } from './fake.ts';

/** The small case runs from 2025-01-01 to 2025-06-30. */
async function runTo(to: string) {
  const world = fake();
  const words = ['run', 'small', '--no-threat', '--worlds', '2', '--out', 'result', '--json'];
  const code = await main([...words, '--to', to], world.effects);
  const table = world.files.get('result/summary.json');
  const days = table ? JSON.parse(new TextDecoder().decode(table)).case.days : null;
  return { code, err: world.err(), computed: world.computed, days };
}

describe('the last day of a run', () => {
  test.each(['2025-07-01', '2030-01-01', '2024-12-31', '2025-02-30'])(
    'is a day of the case: %s is refused before anything is computed',
    async (to) => {
      const { code, err, computed, days } = await runTo(to);
      expect(code).toBe(2);
      expect(err).toContain(`--to: expected a date from 2025-01-01 to 2025-06-30, got "${to}"`);
      expect([computed, days]).toEqual([[], null]);
    },
  );

  test.each([
    ['2025-06-30', 181],
    ['2025-06-29', 180],
    ['2025-03-31', 90],
  ])('may be the last of the case or any before it: %s', async (to, days) => {
    expect(await runTo(to)).toMatchObject({ code: 0, days });
  });
});
