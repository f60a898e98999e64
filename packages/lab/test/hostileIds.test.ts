import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case } from '@asylia/cases';
import { applyOverlay, formatFaults, readCase, readOverlay, readTheory } from '@asylia/cases';
import { simulate } from '@asylia/engine';
import { describe, expect, test } from 'vitest';
import { centralWorld, mergeChunks, runChunk } from '../src/index.ts';

const folder = fileURLToPath(new URL('../../../cases/two-valleys/', import.meta.url));
const theories = fileURLToPath(new URL('../../../theories/', import.meta.url));
const files = readdirSync(folder).filter((name) => /\.csv$|^datapackage/.test(name));
const texts = new Map(files.map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')]));

/** Two Valleys with one word, a whole cell or the part after a colon, in place of another. */
function renamed(from: string, to: string): ReturnType<typeof readCase> {
  const cell = new RegExp(`(^|[,:;"])${from}(?=$|[,;"])`, 'gm');
  return readCase(new Map([...texts].map(([name, text]) => [name, text.replace(cell, `$1${to}`)])));
}

function caseOf(read: ReturnType<typeof readCase>): Case {
  if ('faults' in read) throw new Error(formatFaults(read.faults));
  return read.case;
}

/** Words of Object's own that a plain object answers to. */
const words = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'];

/** Every series of the expected run, by the name that it has with the ordinary word. */
function expectedSeries(source: Case, word: string, ordinary: string): Map<string, number[]> {
  const input = { case: source, calibration: null, scenario: null, seed: 1 };
  const { series: run } = simulate(centralWorld(input), { seed: 1, world: 0, mode: 'expected' });
  return new Map(
    run.names.map((name, i) => [
      name
        .split('.')
        .map((part) => (part === word ? ordinary : part))
        .join('.'),
      [...run.values.subarray(i * run.days, (i + 1) * run.days)],
    ]),
  );
}

describe.each([
  ['a place', 'border-camp', 'places.csv'],
  ['a group', 'uplander', 'groups.csv'],
] as const)('%s whose id is a word of every object', (_what, id, table) => {
  test.each(words)('%s is a name like any other, or refused with the file', (word) => {
    const found = renamed(id, word);
    if ('faults' in found) {
      expect(found.faults.map((fault) => fault.file)).toContain(table);
      return;
    }
    // An ordinary name that stands at the same place in every order of names.
    const beside = `${word}x`;
    const plain = expectedSeries(caseOf(renamed(id, beside)), beside, id);
    const named = expectedSeries(found.case, word, id);
    expect([...named.keys()]).toEqual([...plain.keys()]);
    for (const [name, values] of named) {
      const total = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0);
      const [one, other] = [total(values), total(plain.get(name)!)];
      // Expected people are divided by keyed rounding, which another name shifts by a person a cell.
      expect(Math.abs(one - other), name).toBeLessThanOrEqual(1 + 0.02 * Math.abs(other));
    }
    const chunk = runChunk({ case: found.case, calibration: null, scenario: null, seed: 1 }, 0, 2);
    expect(mergeChunks([chunk]).names.some((name) => name.split('.').includes(word))).toBe(true);
  });
});

test.each(words)('a scenario and a theory called %s are read by that id, or refused', (word) => {
  const scenario = JSON.parse(readFileSync(`${folder}scenarios/no-offers.json`, 'utf8'));
  const file = `${word}.json`;
  const source = caseOf(renamed('mill-town', 'mill-town'));
  const overlay = readOverlay(file, JSON.stringify({ ...scenario, id: word }));
  if ('faults' in overlay) expect(overlay.faults[0]!.file).toBe(file);
  else {
    expect(overlay.overlay.id).toBe(word);
    expect('faults' in applyOverlay(source, overlay.overlay)).toBe(false);
  }
  const theory = JSON.parse(readFileSync(`${theories}T1.json`, 'utf8'));
  const read = readTheory(file, JSON.stringify({ ...theory, id: word }));
  if ('faults' in read) expect(read.faults[0]!.file).toBe(file);
  else expect(read.theory.id).toBe(word);
});

test.each(words)('a change of a column called %s is a fault of the scenario', (word) => {
  const source = caseOf(renamed('mill-town', 'mill-town'));
  const text = `{"id":"odd","title":"Odd","description":"","changes":[{"table":"offers","set":{"${word}":1}}]}`;
  const read = readOverlay('odd.json', text);
  const found = 'faults' in read ? read : applyOverlay(source, read.overlay);
  expect('faults' in found).toBe(true);
});
