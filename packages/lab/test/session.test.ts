import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Inputs } from '../src/index.ts';
import { openSession, runWorlds, summaryOf } from '../src/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Text files of a folder, by name. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(root + folder)
      .filter((name) => /\.(csv|json)$/.test(name))
      .map((name) => [name, readFileSync(`${root}${folder}/${name}`, 'utf8')]),
  );
const opened = openSession(filesIn('cases/two-valleys'), filesIn('theories'));
if ('faults' in opened) throw new Error(JSON.stringify(opened.faults));
const { session } = opened;
const inputs: Inputs = {
  scenario: 'as-it-was',
  settings: {},
  parameters: {},
  assumptions: {},
  theory: 'T1',
  seed: 3,
};

function summary(worlds: number) {
  const found = summaryOf(session, inputs, worlds);
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.answer;
}

test('a summary counts the worlds that are wanted, though more have been computed since', () => {
  runWorlds(session, inputs, 0, 2);
  const two = summary(2);
  expect(two.worlds).toBe(2);
  runWorlds(session, inputs, 2, 2);
  runWorlds(session, inputs, 4, 2);
  expect(summary(6).worlds).toBe(6);
  expect(summary(4).worlds).toBe(4);
  expect(summary(2)).toEqual(two);
});
