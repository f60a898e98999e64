import { afterEach, expect, test, vi } from 'vitest';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import { progress } from '../src/shell/progress.ts';
import { fake } from './fake.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Progress of a stage whose clock is set by hand. */
function stage(isTerminal: boolean, total: number, already: number) {
  const world = fake({ isTerminal });
  const clock = { ms: 0 };
  const effects = { ...world.effects, nowMs: () => clock.ms };
  return { world, clock, advance: progress(effects, 'worlds', total, already) };
}

test('on a terminal a line says what is done, how long it took and what is left', () => {
  const { world, clock, advance } = stage(true, 40, 10);
  expect(world.statuses).toEqual(['worlds: 10 of 40, 0 s so far']);
  clock.ms = 4000;
  advance(10);
  // Ten worlds took four seconds, so twenty more take eight; those there before do not count.
  expect(world.statuses.at(-1)).toBe('worlds: 20 of 40, 4 s so far, about 8 s left');
  clock.ms = 12_000;
  advance(20);
  expect(world.err()).toBe('worlds: 40 of 40, 12 s\n');
});

test('elsewhere a stage is one line without times', () => {
  const { world, clock, advance } = stage(false, 40, 0);
  for (const ms of [1000, 2000, 3000, 4000]) {
    clock.ms = ms;
    advance(10);
  }
  expect(world.err()).toBe('worlds: 40 of 40\n');
});

const argv = ['run', 'small', '--no-threat', '--worlds', '25', '--out', 'result', '--seed', '3'];

test('who stops a run is told what is kept and which command goes on', async () => {
  const world = fake({ stopAfter: 1 });
  expect(await main([...argv, '--scenario', 'as-it-was'], world.effects)).toBe(130);
  expect(world.err()).toMatch(/stopped: 10 of 25 worlds are kept in .*result/);
  expect(world.err()).toContain(
    'Give the same command again to go on: asylia run small --no-threat --worlds 25 --out result --seed 3 --scenario as-it-was\n',
  );
  expect([...world.files.keys()].filter((name) => name.endsWith('.parquet'))).toHaveLength(1);
});

test('who started through npm goes on through npm', async () => {
  const world = fake({ stopAfter: 1 });
  const effects = { ...world.effects, environment: { npm_lifecycle_event: 'start' } };
  expect(await main(argv, effects)).toBe(130);
  expect(world.err()).toContain('to go on: npm run asylia -- run small --no-threat');
});

test('the command that goes on can be pasted, whatever is in it', async () => {
  const world = fake({ stopAfter: 1 });
  const odd = [...argv];
  odd[odd.indexOf('result')] = "result/it's here";
  expect(await main(odd, world.effects)).toBe(130);
  expect(world.err()).toContain(`--out 'result/it'\\''s here' --seed`);
});

test('a second Ctrl-C ends at once, a first one asks to stop', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  let asked = 0;
  const others = process.listeners('SIGINT');
  const release = realEffects.onInterrupt(() => {
    asked++;
  });
  const own = process.listeners('SIGINT').filter((one) => !others.includes(one));
  expect(own).toHaveLength(1);
  (own[0] as () => void)();
  expect([asked, exit.mock.calls.length]).toEqual([1, 0]);
  (own[0] as () => void)();
  expect([asked, exit.mock.calls]).toEqual([1, [[130]]]);
  release();
  expect(process.listeners('SIGINT')).toEqual(others);
});
