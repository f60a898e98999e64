import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import type { Effects } from '../src/shell/effects.ts';

const folder = fileURLToPath(new URL('../../../cases/kosovo-1999', import.meta.url));

/** An invented file of counts by region and period, with numbers that stand nowhere else. */
function inventedCounts(): string {
  const day = (n: number) => new Date(Date.UTC(1999, 2, 20 + n)).toISOString().slice(0, 10);
  const head =
    'period_start,period_end,region,killings_est,people_leaving_home_est,nato_bombings,kla_battles,kla_killings';
  const rows = Array.from({ length: 20 }, (_, period) =>
    ['north', 'west', 'south', 'east'].map((region, r) => {
      const killed = 7 + ((period * 5 + r * 3) % 11);
      const left = 876_543 + 1000 * killed + period;
      return [
        day(2 * period),
        day(2 * period + 1),
        region,
        killed,
        left,
        period % 4,
        r % 3,
        0,
      ].join();
    }),
  );
  return `${[head, ...rows.flat()].join('\n')}\n`;
}

async function causeOf(...words: string[]): Promise<string> {
  let out = '';
  const effects: Effects = {
    ...realEffects,
    out: (text) => {
      out += text;
    },
    err: () => {},
    read: (path) =>
      path === 'given.csv' ? new TextEncoder().encode(inventedCounts()) : realEffects.read(path),
  };
  expect(await main(['cause', folder, ...words], effects)).toBe(0);
  return out;
}

test('rows of a file that the user was given are used, and not handed on with the results', async () => {
  const printed = await causeOf('--data', 'given.csv', '--json');
  const answer = JSON.parse(printed);
  expect(answer.resolution).toBe('periods');
  expect(answer.series).toBeUndefined();
  const rows = inventedCounts().trim().split('\n').slice(1);
  for (const row of rows) expect(printed).not.toContain(row.split(',')[4]);
  // Those that the case itself ships are there for everybody.
  expect(JSON.parse(await causeOf('--json')).series.leaving.length).toBeGreaterThan(0);
});
