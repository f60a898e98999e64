import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fake } from './fake.ts';

const run = [
  'run',
  'small',
  '--no-threat',
  '--worlds',
  '25',
  '--seed',
  '3',
  '--out',
  'result',
  '--json',
];

/** Everything a run leaves behind but its times. */
function results(files: Map<string, Uint8Array>): Record<string, string> {
  const text = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/"seconds":[ \d.]+/g, '');
  return Object.fromEntries(
    [...files]
      .filter(([name]) => name.startsWith('result/'))
      .map(([name, bytes]) => [name, text(bytes)]),
  );
}

describe('run', () => {
  test('does the whole job and says where the report is', async () => {
    const world = fake();
    expect(
      await main(
        ['run', 'small', '--no-threat', '--worlds', '10', '--out', 'result'],
        world.effects,
      ),
    ).toBe(0);
    expect(world.out()).toContain('report.html');
    expect(
      [...world.files.keys()]
        .filter((name) => name.startsWith('result/'))
        .map((name) => name.replace(/worlds\/.*\//, 'worlds/')),
    ).toEqual(
      expect.arrayContaining([
        'result/manifest.json',
        'result/summary.json',
        'result/report.html',
        'result/tables.xlsx',
        'result/places.geojson',
        'result/flows.geojson',
        'result/worlds/worlds-000000-000009.parquet',
      ]),
    );
  });

  test('prints one JSON object and nothing else with --json', async () => {
    const world = fake();
    expect(await main(run, world.effects)).toBe(0);
    const answer = JSON.parse(world.out());
    expect(Object.keys(answer)).toEqual([
      'run',
      'inputHash',
      'seed',
      'worlds',
      'seconds',
      'checks',
    ]);
    expect(answer).toMatchObject({ seed: 3, worlds: 25, checks: [] });
    expect(answer.inputHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives the same bytes whatever the order in which worlds are finished', async () => {
    const [one, two] = [fake(), fake({ reverse: true })];
    await main(run, one.effects);
    await main(run, two.effects);
    expect(results(two.files)).toEqual(results(one.files));
  });

  test('loses no finished world when stopped, goes on where it was, and ends with the same bytes', async () => {
    const whole = fake();
    await main(run, whole.effects);
    const stopped = fake({ stopAfter: 1 });
    expect(await main(run, stopped.effects)).toBe(130);
    expect(stopped.err()).toContain('Give the same command again');
    const resumed = fake({ files: stopped.files });
    expect(await main(run, resumed.effects)).toBe(0);
    expect(resumed.computed).toEqual([10, 20]);
    expect(results(resumed.files)).toEqual(results(whole.files));
  });

  test('computes a damaged chunk again and says so', async () => {
    const first = fake();
    await main(run, first.effects);
    const name = [...first.files.keys()].find((file) =>
      file.endsWith('worlds-000010-000019.parquet'),
    )!;
    const damaged = first.files.get(name)!.slice();
    damaged[damaged.length >> 1]! ^= 1;
    const files = new Map(first.files).set(name, damaged);
    const again = fake({ files });
    expect(await main(run, again.effects)).toBe(0);
    expect(again.computed).toEqual([10]);
    expect(again.err()).toContain('is damaged');
    expect(results(again.files)).toEqual(results(first.files));
  });

  test('a full disk is said with what to do, not as a crash', async () => {
    const world = fake({ room: 200_000 });
    expect(await main(run, world.effects)).toBe(2);
    expect(world.err()).toMatch(/no space left.*Choose another with --out/);
  });

  test('another seed is another run', async () => {
    const [one, two] = [fake(), fake()];
    await main(run, one.effects);
    await main(
      run.map((word) => (word === '3' ? '4' : word)),
      two.effects,
    );
    expect(JSON.parse(two.out()).run).not.toBe(JSON.parse(one.out()).run);
  });
});

describe('mistakes of the user end with 2 and a way out', () => {
  test.each([
    [['run', 'smal'], /neither/],
    [['rum', 'small'], /run/],
    [['run', 'small', '--wrlds', '3'], /--worlds/],
    [['run', 'small', '--worlds', 'many'], /whole number/],
    [['run', 'small', '--worlds', '0'], /from 1/],
    [['run', 'small', '--seed', '-1'], /whole number/],
    [['run', 'small', '--scenario', 'bridge-stay-open'], /Did you mean bridge-stays-open/],
    [['run', 'small', '--to', '2030-01-01'], /2025-01-01 to 2025-06-30/],
    [['run', 'small', '--from', '2025-02-01'], /begins on that day/],
    [['explain', 'days'], /Did you mean day/],
    [['explain', 'assumptions', 'distancePow'], /Did you mean distancePower/],
    [['compare', 'small'], /two or more/],
    [['new', 'My Case'], /lower-case/],
    [['new', 'small'], /already/],
    [['ask', 'nowhere', 'select 1'], /no folder worlds/],
    [['calibrate', 'small'], /calibration-plan.json/],
  ])('%j', async (argv, message) => {
    const world = fake();
    expect(await main(argv, world.effects)).toBe(2);
    expect(world.err()).toMatch(message);
  });

  test('a case with faults shows them and exits 2', async () => {
    const world = fake();
    world.files.set('small/routes.csv', new TextEncoder().encode('from;to\n'));
    expect(await main(['check', 'small'], world.effects)).toBe(2);
    expect(world.err()).toContain('routes.csv: 1 fault');
    expect(world.err()).toContain('Save the table with commas');
  });
});

test('a fault of ours ends with 70 and asks for a report', async () => {
  const world = fake();
  const effects = { ...world.effects, runJob: async () => Promise.reject(new Error('boom')) };
  expect(await main(run, effects)).toBe(70);
  expect(world.err()).toContain('fault of Asylia');
});

test('compare pairs the same worlds: nothing differs before a change and everything is shown with intervals', async () => {
  const world = fake();
  expect(
    await main(
      [
        'compare',
        'small',
        '--scenario',
        'bridge-stays-open',
        '--worlds',
        '10',
        '--out',
        'result',
        '--json',
      ],
      world.effects,
    ),
  ).toBe(0);
  const answer = JSON.parse(world.out());
  expect(answer.scenarios.map((s: { id: string }) => s.id)).toEqual([
    'as-it-was',
    'bridge-stays-open',
  ]);
  const waiting = answer.outcomes[0].outcomes.find(
    (o: { outcome: string }) => o.outcome === 'time spent waiting at frontiers',
  );
  expect(waiting.difference).toBeLessThan(0);
  expect(waiting.low90).toBeLessThanOrEqual(waiting.high90);
});

test('explain prints the schedule and the assumptions from the declarations that run', async () => {
  const world = fake();
  await main(['explain', 'day'], world.effects);
  await main(['explain', 'assumptions', 'distancePower'], world.effects);
  await main(['explain', 'outcome'], world.effects);
  expect(world.out()).toContain('2  Expulsion and flight');
  expect(world.out()).toContain('distancePower = 2 exponent');
  expect(world.out()).toContain('NEI5.ISO  Armed conflict');
  expect(world.out()).toContain('GLO3  Real access to asylum');
});
