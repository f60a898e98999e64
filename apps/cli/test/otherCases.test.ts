import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  citations,
  filesOf,
  foundIn,
  wordsOfOtherCases,
} from '../../../packages/lab/test/otherCases.ts';
import { main } from '../src/main.ts';
import { shippedCases } from '../src/shell/loadCase.ts';
import { fake } from './fake.ts';
import { withTheories } from './withTheories.ts';

const own = 'two-valleys';
const words = wordsOfOtherCases(own);
/** Beside citations: what is said of any case as it was, also where a case says it of itself. */
const allowed = [...citations(), 'Violence, frontiers, offers and return as recorded.'];

/** One disk for all commands: what one has computed, the next reads. */
const files = withTheories();
for (const name of ['kosovo-1999', 'hungary-1956', own])
  for (const [file, text] of filesOf(name))
    files.set(join(shippedCases(), name, file), new TextEncoder().encode(text));

/** All that a command says and writes, by file. */
async function saidBy(...args: string[]): Promise<ReadonlyMap<string, string>> {
  const before = new Map(files);
  const world = fake({ files });
  expect(await main(args, world.effects), world.err()).toBe(0);
  const written = [...files].filter(
    ([name, bytes]) => before.get(name) !== bytes && /\.(csv|json|html|geojson)$/.test(name),
  );
  return new Map([
    ['standard output', world.out()],
    ['standard error', world.err()],
    ...written.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const),
  ]);
}

async function expectOwnWordsAlone(...args: string[]): Promise<void> {
  const said = await saidBy(...args);
  const found = [...said].flatMap(([file, text]) =>
    foundIn(text, words, allowed).map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
}

const small = ['--worlds', '4', '--out', 'result'];
const quick = ['--expected', '--no-ledger', '--out', 'result'];

describe('an invented crisis says nothing of the cases that come along', () => {
  test('there are words to look for', () => {
    for (const word of ['Kosovo', 'Serbs', 'serb', 'ALB', 'Kukës', 'Kukes', 'Albanie', 'كوسوفو'])
      expect(words, word).toContain(word);
    expect(words.length).toBeGreaterThan(500);
  });

  test.each(['en', 'fr', 'es', 'ar'])('in a run and its report in %s', async (language) => {
    await expectOwnWordsAlone('run', own, ...small, '--no-threat', '--language', language);
  });

  test.each(['en', 'fr', 'es', 'ar'])(
    'in an attribution and its report in %s',
    async (language) => {
      await expectOwnWordsAlone('threat', own, ...quick, '--language', language);
    },
  );

  test.each([
    [['check', own]],
    [['validate', own, ...small]],
    [['compare', own, '--scenario', 'no-offers', '--scenario', 'no-pursuit', ...small]],
    [['sensitivity', own]],
    [['sensitivity', own, '--theory', 'T7', '--json']],
    [['threat', own, ...quick, '--json']],
    [['explain', 'outcome']],
    [['explain', 'factor']],
    [['explain', 'remedy']],
    [['explain', 'day']],
  ])('in %j', async (args) => {
    await expectOwnWordsAlone(...args);
  });
});
