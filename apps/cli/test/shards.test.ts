import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fake } from './fake.ts';
import { withFlee } from './withFlee.ts';

/** Results of a run without what names the hour. */
function results(files: ReadonlyMap<string, Uint8Array>, folder: string) {
  return new Map(
    [...files]
      .filter(([name]) => name.includes(`${folder}/`) && !name.endsWith('manifest.json'))
      .map(([name, bytes]) => [name.slice(name.indexOf(`${folder}/`) + folder.length), bytes]),
  );
}

describe('shards', () => {
  test('computed in any order, twice, and by scheduler number, merge to the bytes of one run', async () => {
    const whole = fake();
    await main(
      ['run', 'small', '--no-threat', '--worlds', '25', '--seed', '3', '--out', 'result'],
      whole.effects,
    );
    const cut = fake();
    const plan = [
      'shards',
      'plan',
      'small',
      '--worlds',
      '25',
      '--seed',
      '3',
      '--out',
      'result',
      '--plan',
      'plan.json',
    ];
    expect(await main(plan, cut.effects)).toBe(0);
    expect(cut.out()).toContain('3 shards');
    for (const index of ['2', '0', '2']) {
      expect(await main(['shards', 'run', 'plan.json', '--index', index], cut.effects)).toBe(0);
    }
    expect(cut.out()).toContain('shard 2: there already');
    expect(await main(['shards', 'merge', 'plan.json'], cut.effects)).toBe(2);
    expect(cut.err()).toMatch(/1 of 3 shards are missing: 1\./);
    const slurm = { ...cut.effects, environment: { SLURM_ARRAY_TASK_ID: '1' } };
    expect(await main(['shards', 'run', 'plan.json'], slurm)).toBe(0);
    expect(await main(['shards', 'merge', 'plan.json'], cut.effects)).toBe(0);
    expect(results(cut.files, 'result')).toEqual(results(whole.files, 'result'));
  });

  test('a comparison of conflicts cut into shards merges to the bytes of one run', async () => {
    const sweep = ['small/flee-files', '--worlds', '7', '--peer-worlds', '3', '--out', 'result'];
    const whole = withFlee();
    expect(await main(['validate', ...sweep], whole.effects)).toBe(0);
    const cut = withFlee();
    const plan = ['shards', 'plan', ...sweep, '--per-shard', '3', '--plan', 'plan.json'];
    expect(await main(plan, cut.effects), cut.err()).toBe(0);
    // Four regimes of three shards, and two of the peer's rules of one.
    expect(cut.out()).toContain('14 shards');
    for (let index = 13; index >= 0; index--) {
      if (index === 5) expect(await main(['shards', 'merge', 'plan.json'], cut.effects)).toBe(2);
      const run = ['shards', 'run', 'plan.json', '--index', String(index)];
      expect(await main(run, cut.effects)).toBe(0);
    }
    expect(cut.err()).toMatch(/6 of 14 shards are missing: 0, 1/);
    const parts = [...cut.files.keys()].filter((name) => name.endsWith('.parquet'));
    expect(parts.length).toBe(14);
    expect(await main(['shards', 'merge', 'plan.json'], cut.effects)).toBe(0);
    for (const name of ['report.html', 'scores.csv', 'forecasts.csv']) {
      expect(cut.files.get(`result/${name}`), name).toEqual(whole.files.get(`result/${name}`));
    }
    expect(cut.computed).toEqual([]);
    cut.files.set(parts[4]!, cut.files.get(parts[4]!)!.slice(0, -1));
    expect(await main(['shards', 'merge', 'plan.json'], cut.effects)).toBe(2);
    const path = 'small/flee-files/source_data/near.csv';
    cut.files.set(path, new TextEncoder().encode('2020-01-01,6\n2020-02-20,600\n'));
    expect(await main(['shards', 'run', 'plan.json', '--index', '9'], cut.effects)).toBe(2);
    expect(cut.err()).toMatch(/the files of .* have changed .* Plan anew/);
  });

  test('a shard that is not there, no number, and a plan of another case are mistakes that are said', async () => {
    const world = fake();
    await main(
      ['shards', 'plan', 'small', '--worlds', '25', '--plan', 'plan.json', '--out', 'result'],
      world.effects,
    );
    expect(await main(['shards', 'run', 'plan.json', '--index', '9'], world.effects)).toBe(2);
    expect(world.err()).toContain('expected 0 to 2, got 9');
    expect(await main(['shards', 'run', 'plan.json'], world.effects)).toBe(2);
    expect(world.err()).toContain('SLURM_ARRAY_TASK_ID');
    const plan = JSON.parse(new TextDecoder().decode(world.files.get('plan.json')));
    world.files.set(
      'plan.json',
      new TextEncoder().encode(JSON.stringify({ ...plan, inputHash: 'f'.repeat(64) })),
    );
    expect(await main(['shards', 'run', 'plan.json', '--index', '0'], world.effects)).toBe(2);
    expect(world.err()).toContain('Plan anew');
    expect(await main(['shards', 'merge', 'nothing.json'], world.effects)).toBe(2);
  });
});
