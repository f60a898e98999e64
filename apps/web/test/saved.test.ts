import { describe as describeSession } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { fromAddress, toAddress } from '../src/state/address.ts';
import { readSaved, savedText } from '../src/state/saved.ts';
import type { State } from '../src/state/state.ts';
import { startState } from '../src/state/state.ts';
import { sessionOf } from './commandAlike.ts';

const known = describeSession(sessionOf('two-valleys'));
const state: State = {
  ...startState,
  case: 'two-valleys',
  worlds: 40,
  inputs: {
    ...startState.inputs,
    scenario: 'no-offers',
    settings: { 'return.delay': 3 },
    parameters: { distancePower: 2.5 },
    assumptions: { aidShared: 0.4 },
    seed: 12,
  },
};
const saved = () => JSON.parse(savedText(state, '0.1.0', 'file:///page/index.html#old'));

/** A saved file with something else in it. */
function changed(change: (file: ReturnType<typeof saved>) => void): string {
  const file = saved();
  change(file);
  return JSON.stringify(file);
}

function faultsOf(text: string) {
  const read = readSaved('mine.json', text, known);
  if (!('faults' in read)) throw new Error('the file was taken');
  return read.faults;
}

describe('a saved state', () => {
  test('is read back as it was, and carries the same address', () => {
    const text = savedText(state, '0.1.0', 'file:///page/index.html#old');
    expect(readSaved('mine.json', text, known)).toEqual({ state });
    const { address } = JSON.parse(text);
    expect(address).toBe(`file:///page/index.html#${toAddress(state)}`);
    expect(fromAddress(address.split('#')[1]).state).toEqual(state);
  });

  test('of version 1, and its address, give the same as one of now', () => {
    expect(saved().formatVersion).toBe(2);
    const before = changed((file) => (file.formatVersion = 1));
    expect(readSaved('mine.json', before, known)).toEqual({ state });
  });

  test.each([
    ['a state that is no JSON', '{', 'notJson', null],
    ['a list', '[]', 'wrongShape', 'the file'],
    ['another format', changed((f) => (f.format = 'other')), 'wrongShape', 'format'],
    ['a later format', changed((f) => (f.formatVersion = 3)), 'wrongShape', 'formatVersion'],
    ['a strange key', changed((f) => (f.script = 'alert(1)')), 'unknownKey', 'script'],
    ['a state without inputs', changed((f) => delete f.state.inputs), 'wrongShape', 'state.inputs'],
    ['an unknown room', changed((f) => (f.state.room = 'attic')), 'notChoice', 'state.room'],
    ['half a world', changed((f) => (f.state.worlds = 2.5)), 'notWhole', 'state.worlds'],
    [
      'an unknown scenario',
      changed((f) => (f.state.inputs.scenario = 'no-offer')),
      'notChoice',
      'state.inputs.scenario',
    ],
    [
      'a seed as text',
      changed((f) => (f.state.inputs.seed = '12')),
      'notWhole',
      'state.inputs.seed',
    ],
    [
      'an assumption out of its range',
      changed((f) => (f.state.inputs.parameters.distancePower = 99)),
      'outOfRange',
      'state.inputs.parameters.distancePower',
    ],
    [
      'an assumption that nobody declared',
      changed((f) => (f.state.inputs.assumptions.aidshared = 0.4)),
      'unknownParameter',
      'state.inputs.assumptions.aidshared',
    ],
    [
      'a setting that is neither number nor word',
      changed((f) => (f.state.inputs.settings['return.delay'] = [3])),
      'notNumber',
      'state.inputs.settings.return.delay',
    ],
  ])('%s is refused with its place', (_, text, code, place) => {
    const [first] = faultsOf(text);
    expect(first).toMatchObject({ file: 'mine.json', code, column: place });
    expect(first!.expected).not.toBe('');
    expect(first!.fix).not.toBe('');
  });

  test('every mistake is told at once', () => {
    const text = changed((file) => {
      file.state.worlds = 0;
      file.state.inputs.theory = 'T99';
      file.state.inputs.parameters = { distancePower: 'two' };
    });
    expect(faultsOf(text).map((one) => one.column)).toEqual([
      'state.worlds',
      'state.inputs.theory',
      'state.inputs.parameters.distancePower',
    ]);
  });
});
