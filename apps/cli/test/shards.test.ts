import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fake } from './fake.ts';

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
    await main(['run', 'small', '--worlds', '25', '--seed', '3', '--out', 'result'], whole.effects);
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
