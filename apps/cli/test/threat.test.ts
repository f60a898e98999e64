import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { realEffects } from '../src/shell/effects.ts';
import { shippedTheories } from '../src/shell/loadTheories.ts';
import type { FakeOptions } from './fake.ts';
import { fake } from './fake.ts';
import { withTheories } from './withTheories.ts';

const decoder = new TextDecoder();

const world = (more: Readonly<Record<string, string>> = {}, options: FakeOptions = {}) =>
  fake({ ...options, files: withTheories(more) });
const t2 = decoder.decode(realEffects.read(join(shippedTheories(), 'T2.json'))!);
const factor = (id: string, presupposes: readonly string[], changes: unknown) => ({
  id,
  title: 'x',
  on: 'x',
  off: 'x',
  coTenability: 'x',
  presupposes,
  absence: { id: 'x', title: 'x', description: '', changes },
});
const noRules = [{ table: 'violence', where: { kind: 'expulsion' }, multiply: { amount: 0.5 } }];
const declared = (...factors: readonly unknown[]) => ({
  'small/factors.json': JSON.stringify({ factors }),
});
const command = (...more: readonly string[]) => [
  'threat',
  'small',
  '--theory',
  'T1,T2',
  '--factors',
  'O1,W,P0',
  '--out',
  'result',
  '--no-ledger',
  ...more,
];
const quick = command('--worlds', '4', '--json');

/** What is said, with exit code 2, for a mistake in what was given. */
async function told(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const made = world(more);
  const code = await main([...args], made.effects);
  expect(made.err()).not.toContain('fault of');
  expect(code, made.err()).toBe(2);
  return made.err();
}

describe('asylia threat --json', () => {
  test('has the keys that scripts rely on', async () => {
    const made = world();
    expect(await main(quick, made.effects), made.err()).toBe(0);
    const answer = JSON.parse(made.out());
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining([
        'run',
        'inputHash',
        'theories',
        'frames',
        'factors',
        'outcomes',
        'cells',
        'remedies',
        'claims',
        'checks',
      ]),
    );
    const keys = (list: readonly object[]) => Object.keys(list[0]!);
    expect(answer.theories).toEqual(['T1', 'T2']);
    expect(keys(answer.factors)).toEqual(['id', 'on', 'off']);
    expect(keys(answer.outcomes)).toEqual(['id', 'object', 'unit', 'direction']);
    expect(keys(answer.cells)).toEqual([
      'theory',
      'frame',
      'outcome',
      'factor',
      'firstIn',
      'lastIn',
      'shapley',
      'conditional',
      'low90',
      'high90',
      'worlds',
    ]);
    expect(keys(answer.remedies)).toEqual([
      'remedy',
      'theory',
      'outcome',
      'effect',
      'low90',
      'high90',
    ]);
    expect(keys(answer.claims)).toEqual(['id', 'theory', 'verdict', 'by']);
    expect(keys(answer.checks)).toEqual(['theory', 'id', 'refuted', 'evidence']);
    expect(new Set(answer.claims.map(({ id }: { id: number }) => id)).size).toBe(62);
    for (const { factor: id, shapley } of answer.cells) if (id === 'P0') expect(shapley).toBe(0);
    expect(answer.cells[0].worlds).toBe(4);
  });

  test('gives the same whatever the order in which pieces are finished', async () => {
    const [one, two] = [world(), world({}, { reverse: true })];
    await main(quick, one.effects);
    await main(quick, two.effects);
    expect(two.out()).toBe(one.out());
  });

  test('stopped in the middle keeps its pieces and goes on to the same answer', async () => {
    const whole = world();
    await main(quick, whole.effects);
    const shared = withTheories();
    const first = fake({ files: shared, stopAfter: 3 });
    expect(await main(quick, first.effects)).toBe(130);
    expect(first.err()).toContain('Give the same command again');
    const second = fake({ files: shared });
    expect(await main(quick, second.effects)).toBe(0);
    expect(second.err()).toContain('2 of 2 tables of coalitions were finished before');
    expect(second.err()).toContain('2 of 4 worlds and ledgers of the threat were finished before');
    expect(first.computed.length + second.computed.length).toBe(whole.computed.length);
    expect(second.out()).toBe(whole.out());
  });

  test('with no sampled world says that there are no intervals', async () => {
    const made = world();
    expect(await main(command('--expected'), made.effects), made.err()).toBe(0);
    expect(made.out()).toContain('no intervals');
    const json = world();
    await main(command('--expected', '--json'), json.effects);
    const { cells } = JSON.parse(json.out());
    expect([cells[0].low90, cells[0].worlds]).toEqual([null, 0]);
  });

  test('has the factors that the case declares', async () => {
    const made = world(declared(factor('F1', ['O1'], noRules)));
    const args = quick.map((word) => (word === 'O1,W,P0' ? 'O1,F1' : word));
    expect(await main(args, made.effects), made.err()).toBe(0);
    const { factors, cells } = JSON.parse(made.out());
    expect(factors[1]).toEqual({ id: 'F1', on: 'x', off: 'x' });
    const cell = cells.find(
      (one: { factor: string; outcome: string }) => one.factor === 'F1' && one.outcome === 'IND2',
    );
    expect(cell.lastIn).toBeGreaterThan(0);
    expect(cell.firstIn).toBe(0);
  });
});

describe('what is told of a mistake', () => {
  test('a factor that names nothing, with near names', async () => {
    const said = await told(quick.map((word) => (word === 'O1,W,P0' ? 'O1,N9' : word)));
    expect(said).toContain('"N9"');
    expect(said).toMatch(/N1|N2/);
    expect(await told(quick.map((word) => (word === 'O1,W,P0' ? ',' : word)))).toContain(
      'at least one factor',
    );
    expect(await told(quick.map((word) => (word === 'O1,W,P0' ? 'H,HN' : word)))).toContain(
      'twice',
    );
    for (const option of ['--given', '--alternative']) {
      expect(await told([...quick, option, 'N9'])).toContain('"N9"');
    }
    expect(await told([...quick, '--remedies', 'fund+walls'])).toContain('"fund+walls"');
    expect(await told([...quick, '--frame', 'alle'])).toContain('"alle"');
  });

  test('a factor of the case that presupposes nothing known, or in a circle, or has no such rows', async () => {
    const args = quick.map((word) => (word === 'O1,W,P0' ? 'O1,F1' : word));
    const missing = declared(factor('F1', ['O9'], noRules));
    expect(await told(args, missing)).toContain('"O9", which names nothing');
    const circle = declared(factor('F1', ['F2'], noRules), factor('F2', ['F1'], noRules));
    expect(await told(args, circle)).toContain('F1 presupposes F2 presupposes F1: a circle');
    const nowhere = [{ table: 'frontier', where: { by: 'nobody' }, remove: true }];
    expect(await told(args, declared(factor('F1', [], nowhere)))).toContain('F1');
    expect(await told(args, declared(factor('O1', [], noRules)))).toContain('"O1"');
    expect(await told(args, { 'small/factors.json': '{ "factors": [' })).toContain('factors.json');
  });

  test('a theory with an unknown parameter, or a prior outside its range', async () => {
    const args = quick.map((word) => (word === 'T1,T2' ? 'small/mine.json' : word));
    const unknown = t2.replace('"hostilityPerPoint"', '"hostilityPerPiont"');
    expect(unknown).not.toBe(t2);
    const said = await told(args, { 'small/mine.json': unknown });
    expect(said).toContain('hostilityPerPiont');
    expect(said).toContain('hostilityPerPoint');
    const parsed = JSON.parse(t2);
    parsed.assumptions.hostilityPerPoint.high = 40;
    const wide = await told(args, { 'small/mine.json': JSON.stringify(parsed) });
    expect(wide).toContain('hostilityPerPoint');
    expect(wide).toMatch(/0\.5/);
  });

  test('no worlds, or no whole draws of them', async () => {
    expect(await told(command('--worlds', '0'))).toContain('--worlds');
    expect(await told(command('--worlds', '5'))).toContain('--per-draw');
  });

  test('too many factors for the time: how many runs, how long, and what sampling would give', async () => {
    const said = await told([
      ...quick.map((word) => (word === 'O1,W,P0' ? 'extended' : word === '4' ? '200' : word)),
      '--allowed-seconds',
      '60',
    ]);
    expect(said).toContain('2^13 coalitions x 200 worlds x 2 draws = 3276800 runs');
    expect(said).toMatch(/about .*(min|h)/);
    expect(said).toContain('sample');
    expect(said).toContain('standard error');
    expect(said).toContain('--allowed-seconds');
  });
});
