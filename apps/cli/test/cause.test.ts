import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import type { Effects } from '../src/shell/effects.ts';
import { fake } from './fake.ts';

const folder = fileURLToPath(new URL('../../../cases/kosovo-1999', import.meta.url));
const shared = fileURLToPath(
  new URL('../../../../shared/data/kosovo-1999/violence_region_2day.csv', import.meta.url),
);
/** The notice word for word, as the case's README has it under its terms. */
const notice = /for this notice: "([^"]+)"/.exec(readFileSync(`${folder}/README.md`, 'utf8'))![1]!;

/** The real files, read; words kept. */
function reading(): { effects: Effects; out: () => string; err: () => string } {
  let out = '';
  let err = '';
  const effects: Effects = {
    ...realEffects,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  };
  return { effects, out: () => out, err: () => err };
}

test("the case's own totals tell nothing apart, and the keepers' notice comes first", async () => {
  const world = reading();
  expect(await main(['cause', folder], world.effects)).toBe(0);
  expect(world.out().indexOf(notice)).toBeGreaterThan(0);
  expect(world.out().indexOf(notice)).toBeLessThan(world.out().indexOf('Air strikes'));
  expect(world.out().match(/as the main cause of flight: cannot be told/g)!.length).toBe(3);
  expect(world.out()).toContain('crossed into Albania');
});

test('the same as JSON, with the notice and the rules', async () => {
  const world = reading();
  expect(await main(['cause', folder, '--json'], world.effects)).toBe(0);
  const value = JSON.parse(world.out());
  expect(value.notices.join(' ')).toContain(notice);
  expect(value.resolution).toBe('phases');
  expect(value.rules.mainShare).toBe(0.5);
  expect(value.series.leaving.length).toBe(16);
});

test.skipIf(!existsSync(shared))(
  'a finer file gives verdicts; its rows are not passed on (skipped: the file is not shipped)',
  async () => {
    const world = reading();
    expect(await main(['cause', folder, '--data', shared, '--json'], world.effects)).toBe(0);
    const value = JSON.parse(world.out());
    expect(value.series).toBeUndefined();
    expect(value.notices.join(' ')).toContain(notice);
    expect(value.verdicts.map((v: { verdict: string }) => v.verdict)).toEqual([
      'notSupported',
      'notSupported',
      'supported',
    ]);
    expect(value.together.troughs[0].closures.join(' ')).toContain('morina closed by FRY');
  },
);

test('a file that is missing or damaged is the fault of the user, with place and way out', async () => {
  const missing = reading();
  expect(await main(['cause', folder, '--data', 'nowhere.csv'], missing.effects)).toBe(2);
  expect(missing.err()).toMatch(/--data: expected a file, got "nowhere.csv".*period_start/);
  const files = { ...realEffects };
  const damaged = reading();
  const effects: Effects = {
    ...damaged.effects,
    read: (path) =>
      path === 'bad.csv'
        ? new TextEncoder().encode(
            'period_start,period_end,region,killings_est,people_leaving_home_est,nato_bombings,kla_battles,kla_killings\n1999-03-20,1999-03-21,HRDAG region nort,1,2,0,0,-1\n',
          )
        : files.read(path),
  };
  expect(await main(['cause', folder, '--data', 'bad.csv'], effects)).toBe(2);
  expect(damaged.err()).toMatch(/bad.csv: 1 fault\n {2}line 2, column kla_killings: .*got "-1"/);
});

test('a case that says of no rows that they are counts asks for a file', async () => {
  const world = fake();
  expect(await main(['cause', 'small'], world.effects)).toBe(2);
  expect(world.err()).toMatch(/cause-of-flight.json.*--data.*insurgent_killings/);
});
