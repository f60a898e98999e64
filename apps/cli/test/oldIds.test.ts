import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import { shippedTheories } from '../src/shell/loadTheories.ts';
import { fake } from './fake.ts';
import { withTheories } from './withTheories.ts';

/** What a command says, and what it leaves in `result`, with the seconds that it took left out. */
async function answerTo(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const made = fake({ files: withTheories(more) });
  const code = await main([...args], made.effects);
  expect(code, made.err()).toBe(0);
  return made.out().replace(/"seconds":[\d.]+/, '');
}

const threat = (...more: readonly string[]) => [
  ...['threat', 'small', '--theory', 'T2', '--draws', '0', '--json', '--no-ledger'],
  ...['--remedies', 'stop', '--out', 'result', ...more],
];

describe('an id of before gives the same as the one of now', () => {
  test.each([
    [
      'in --factors, --given, --alternative and --composite',
      threat(
        ...['--factors', 'O1,W,N1,P0', '--given', 'N1', '--alternative', 'W,N1'],
        ...['--composite', 'IND1=2,KOS5.end=1'],
      ),
      threat(
        ...['--factors', 'persecution,exclusion,incapacity,placebo', '--given', 'incapacity'],
        ...['--alternative', 'exclusion,incapacity'],
        ...['--composite', 'individuals.excessDeaths=2,origin.tiesKeptAtEnd=1'],
      ),
    ],
    [
      'in --factors of the extended set, where W is movement alone',
      threat('--factors', 'O1,W,W2', '--given', 'W', '--alternative', 'W'),
      threat(
        ...['--factors', 'persecution,movementRefused,statusWithheld'],
        ...['--given', 'movementRefused', '--alternative', 'movementRefused'],
      ),
    ],
    [
      'in sensitivity --figure',
      ['sensitivity', 'small', '--theory', 'T1', '--figure', 'IND1', '--json'],
      [
        ...['sensitivity', 'small', '--theory', 'T1', '--json'],
        ...['--figure', 'individuals.excessDeaths'],
      ],
    ],
    [
      'in explain outcome',
      ['explain', 'outcome', 'EU2'],
      ['explain', 'outcome', 'receiving.xenophobicViolence'],
    ],
    [
      'in explain outcome, of a neighbour',
      ['explain', 'outcome', 'NEI5.MKD'],
      ['explain', 'outcome', 'host.armedConflict.MKD'],
    ],
    [
      'in explain outcome, of a group',
      ['explain', 'outcome', 'KOS1.serb'],
      ['explain', 'outcome', 'origin.populationKept.serb'],
    ],
    ['in explain factor', ['explain', 'factor', 'HN'], ['explain', 'factor', 'hostIntolerance']],
    [
      'in explain factor, where two have one code',
      ['explain', 'factor', 'W'],
      ['explain', 'factor', 'exclusion'],
    ],
  ])('%s', async (_, before, now) => {
    const said = await answerTo(now);
    expect(said).not.toBe('');
    expect(await answerTo(before)).toBe(said);
  });

  test('in what a factor of a case presupposes', async () => {
    const files = (presupposed: string) => ({
      'small/factors.json': JSON.stringify({
        factors: [
          {
            ...{ id: 'F1', title: 'x', on: 'x', off: 'x', coTenability: 'x' },
            presupposes: [presupposed],
            absence: {
              ...{ id: 'x', title: 'x', description: '' },
              changes: [
                { table: 'violence', where: { kind: 'expulsion' }, multiply: { amount: 0.5 } },
              ],
            },
          },
        ],
      }),
    });
    const asked = threat('--factors', 'O1,F1');
    expect(await answerTo(asked, files('O1'))).toBe(await answerTo(asked, files('persecution')));
  });

  test('in a plan of shards: one that names the given factor as before is still run', async () => {
    const made = fake({ files: withTheories() });
    const args = ['shards', 'plan', 'small', '--threat', '--theory', 'T1', '--draws', '4'];
    const plan = [...args, '--plan', 'plan.json', '--out', 'result'];
    expect(await main(plan, made.effects), made.err()).toBe(0);
    const written = JSON.parse(new TextDecoder().decode(made.files.get('plan.json')));
    expect(written.options).toMatchObject({ factors: 'default', given: 'persecution' });
    const options = { ...written.options, given: 'O1', alternative: '' };
    made.files.set('plan.json', new TextEncoder().encode(JSON.stringify({ ...written, options })));
    const run = ['shards', 'run', 'plan.json', '--index', '0'];
    expect(await main(run, made.effects), made.err()).toBe(0);
  });

  test('in the checks of a theory', async () => {
    const path = join(shippedTheories(), 'T2.json');
    const text = new TextDecoder().decode(realEffects.read(path)!);
    const before = text
      .replaceAll('"receiving.xenophobicViolence"', '"EU2"')
      .replaceAll('"exclusion"', '"W"');
    expect(before).not.toBe(text);
    expect(await answerTo(threat('--factors', 'O1,W'), { [path]: before })).toBe(
      await answerTo(threat('--factors', 'O1,W')),
    );
  });
});

test('a factor beside a part of itself is refused: the same thing would be switched twice', async () => {
  for (const twice of ['H,HN', 'exclusion,W2', 'intolerance,receivingIntolerance']) {
    const made = fake({ files: withTheories() });
    expect(await main(threat('--factors', twice), made.effects)).toBe(2);
    expect(made.err()).toContain('twice');
  }
});
