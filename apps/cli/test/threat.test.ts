import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
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
/** As few runs a draw as there can be. */
const lean = (...more: readonly string[]) => [
  ...['threat', 'small', '--theory', 'T2', '--factors', 'O1,W', '--remedies', 'stop'],
  ...['--out', 'result', '--no-ledger', ...more],
];
const quick = command('--draws', '4', '--json');
/** An article of one claim that can be tested, and one that cannot. */
const article = {
  'small/article/claims.json': JSON.stringify({
    citation: 'An article',
    places: 'p = page',
    claims: [
      { test: { rule: 'harmed', outcomes: ['IND1'] }, note: '' },
      { test: null, note: 'because it is a duty' },
    ].map((claim, i) => ({
      id: i + 1,
      place: 'p1',
      says: 'People are harmed.',
      voice: 'author',
      kind: 'fact',
      maps: [{ outcome: 'IND1' }],
      ...claim,
    })),
    measures: { IND1: [1] },
  }),
};

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
    const made = world(article);
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
    expect(keys(answer.factors)).toEqual(['id', 'code', 'on', 'off']);
    expect(keys(answer.outcomes)).toEqual(['id', 'code', 'object', 'unit', 'direction']);
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
      'firstInInterval',
      'lastInInterval',
    ]);
    expect(keys(answer.remedies)).toEqual([
      'remedy',
      'theory',
      'outcome',
      'effect',
      'low90',
      'high90',
      'lowError',
      'highError',
    ]);
    expect(keys(answer.levels)).toEqual([
      'theory',
      'outcome',
      'baseline',
      'without',
      'baselineInterval',
      'withoutInterval',
    ]);
    expect(keys(answer.claims)).toEqual(['id', 'theory', 'verdict', 'by']);
    expect(keys(answer.checks)).toEqual(['theory', 'id', 'refuted', 'evidence']);
    expect(
      answer.claims.map(({ id, theory }: { id: number; theory: string }) => `${id} ${theory}`),
    ).toEqual(['1 T1', '1 T2', '2 T1', '2 T2']);
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
    expect(second.err()).toContain('1 of 4 draws and ledgers of the threat were finished before');
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
    expect([cells[0].lastInInterval, cells[0].worlds]).toEqual([null, 0]);
  });

  test('has intervals with their errors from 32 draws on, and says in words of what', async () => {
    const shared = withTheories();
    const json = fake({ files: shared });
    await main(lean('--draws', '32', '--json'), json.effects);
    const { cells, levels, remedies, intervals } = JSON.parse(json.out());
    for (const one of [
      cells[0].firstInInterval,
      cells[0].lastInInterval,
      levels[0].baselineInterval,
    ]) {
      expect(Object.keys(one)).toEqual(['low90', 'high90', 'lowError', 'highError']);
    }
    expect(remedies[0].lowError).not.toBeNull();
    // Of Shapley values there is none: the field stays, and says so.
    expect([cells[0].low90, cells[0].high90, cells[0].worlds]).toEqual([null, null, 32]);
    expect(intervals.worstError).toBeGreaterThan(0);
    const words = fake({ files: shared });
    await main(lean('--draws', '32'), words.effects);
    expect(words.out()).toContain('rest on 32 draws of the assumptions');
    expect(words.out()).toMatch(/Shapley values.* have none/);
    expect(words.out()).toMatch(/known to \d+ % of the width in the median/);
    const few = fake({ files: shared });
    await main(lean('--draws', '31'), few.effects);
    expect(few.out()).toContain('31 draws of the assumptions are too few for an interval');
    expect(few.out()).not.toContain('of the width');
  });

  test('asked for a certainty draws no more than it needs, the same whoever computed more', async () => {
    const json = (...more: readonly string[]) => lean('--json', ...more);
    const shared = withTheories();
    const loose = fake({ files: shared });
    await main(json('--draws', '64', '--end-error', '1'), loose.effects);
    const plain = fake({ files: shared });
    await main(json('--draws', '32'), plain.effects);
    expect(plain.computed).toHaveLength(0);
    expect(loose.out()).toBe(plain.out());
    // More is there from before: it is left out.
    const whole = fake({ files: shared });
    await main(json('--draws', '40'), whole.effects);
    expect(whole.computed).toHaveLength(8);
    const again = fake({ files: shared });
    await main(json('--draws', '40', '--end-error', '1'), again.effects);
    expect(again.computed).toHaveLength(0);
    expect(again.out()).toBe(plain.out());
    expect(whole.out()).not.toBe(plain.out());
  });

  test('cut into shards, computed backwards, merges to the bytes of one run', async () => {
    const wishes = ['--theory', 'T2', '--draws', '34', '--end-error', '1', '--out', 'result'];
    const cut = world();
    const plan = ['shards', 'plan', 'small', '--threat', ...wishes, '--plan', 'plan.json'];
    expect(await main(plan, cut.effects), cut.err()).toBe(0);
    // A table, a ledger, and one draw each.
    expect(cut.out()).toContain('36 shards');
    for (let index = 35; index >= 0; index--) {
      const run = ['shards', 'run', 'plan.json', '--index', String(index)];
      expect(await main(run, cut.effects)).toBe(0);
    }
    expect(await main(['shards', 'merge', 'plan.json'], cut.effects), cut.err()).toBe(0);
    // One run has the table and the first draws to compute anew: the rest is quick.
    const isLater = (path: string) => /\/parts\/.*(ledger|worlds-(?!0+[02]-))/.test(path);
    const later = [...cut.files].filter(([path]) => isLater(path));
    const whole = fake({ files: new Map([...withTheories(), ...later]) });
    const own = ['threat', 'small', ...wishes, '--frame', 'every'];
    expect(await main(own, whole.effects), whole.err()).toBe(0);
    expect(whole.computed).toHaveLength(3);
    for (const name of ['threat.json', 'threat-tables/intervals.csv']) {
      const of = ({ files: all }: typeof cut) =>
        decoder.decode([...all].find(([path]) => path.endsWith(`result/${name}`))![1]);
      expect(of(cut) === of(whole), name).toBe(true);
      expect(of(cut).length).toBeGreaterThan(1000);
    }
  });

  test('takes the former name of --draws', async () => {
    const [now, before] = [world(), world()];
    await main(quick, now.effects);
    await main(command('--worlds', '4', '--json'), before.effects);
    expect(before.out()).toBe(now.out());
  });

  test('has the factors that the case declares', async () => {
    const made = world(declared(factor('F1', ['O1'], noRules)));
    const args = quick.map((word) => (word === 'O1,W,P0' ? 'O1,F1' : word));
    expect(await main(args, made.effects), made.err()).toBe(0);
    const { factors, cells } = JSON.parse(made.out());
    expect(factors[1]).toEqual({ id: 'F1', code: 'F1', on: 'x', off: 'x' });
    const cell = cells.find(
      (one: { factor: string; outcome: string }) =>
        one.factor === 'F1' && one.outcome === 'individuals.protectionGap',
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

  test('a number of draws, or a share, that is none', async () => {
    expect(await told(command('--draws', '-1'))).toContain('--draws');
    expect(await told(command('--draws', '3.5'))).toContain('--draws');
    for (const wrong of ['2', '10%', '-0.1', 'x', '']) {
      expect(await told(command('--end-error', wrong))).toContain('from 0 to 1');
    }
  });

  test('more draws than the time allows: how many runs, how long, and how many would fit', async () => {
    const said = await told(command('--draws', '100000', '--allowed-seconds', '60'));
    expect(said).toMatch(/100000 draws x \d+ coalitions and remedies x 2 theories = \d+ runs/);
    expect(said).toMatch(/in which \d+ draws would fit/);
    expect(said).toContain('--allowed-seconds');
  });

  test('too many factors for the time: how many runs, how long, and what sampling would give', async () => {
    const said = await told([
      ...quick.map((word) => (word === 'O1,W,P0' ? 'extended' : word)),
      '--allowed-seconds',
      '4',
    ]);
    expect(said).toContain('2^13 coalitions x 1 worlds x 2 draws = 16384 runs');
    expect(said).toMatch(/about .*(min|h)/);
    expect(said).toContain('sample');
    expect(said).toContain('standard error');
    expect(said).toContain('--allowed-seconds');
  });
});
