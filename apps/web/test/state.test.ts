import { describe, expect, test } from 'vitest';
import { arrive, fromAddress, toAddress } from '../src/state/address.ts';
import { fields, lists } from '../src/state/fields.ts';
import type { State } from '../src/state/state.ts';
import { act, importedCase, isEdited, startState } from '../src/state/state.ts';

/** A state in which everything has been edited. */
const edited: State = {
  ...startState,
  inputs: {
    scenario: 'borders-stay-open',
    settings: { 'offer.DEU': 5000 },
    parameters: { hostFamilyShare: 0.4 },
    assumptions: { A1: 0.2 },
    theory: 'T3',
    seed: 7,
  },
  worlds: 60,
  room: 'case',
  language: 'ar',
  date: '1999-06-07',
  place: 'kukes',
  compare: ['fyrm-closed', 'edited'],
};

describe('opening another case', () => {
  const after = act(edited, { kind: 'open', case: 'two-valleys' });

  test('puts back everything that was decided about the one before', () => {
    expect(isEdited(after)).toBe(false);
    expect(after).toMatchObject({
      case: 'two-valleys',
      date: '',
      place: '',
      compare: startState.compare,
    });
  });

  test('keeps what says nothing of a case: room, language, theory, seed, worlds', () => {
    const { room, language, worlds, inputs } = edited;
    expect(after).toMatchObject({ room, language, worlds });
    expect(after.inputs).toMatchObject({ theory: inputs.theory, seed: inputs.seed });
  });

  test('is carried by a link', () => {
    expect(fromAddress(toAddress(after)).state).toEqual(after);
  });
});

describe('a case that was imported', () => {
  const address = toAddress({ ...edited, case: importedCase });

  test('is carried by no link: the page begins with the one that comes along, unmoved, and says so', () => {
    const { state, ignored } = arrive(address, false);
    expect(state.case).toBe(startState.case);
    expect(isEdited(state)).toBe(false);
    expect(ignored).toEqual([`case=${importedCase}`]);
  });

  test('stays open while it is in the page', () => {
    expect(arrive(address, true)).toEqual({
      state: { ...edited, case: importedCase },
      ignored: [],
    });
  });
});

describe('an address', () => {
  test('carries every value of the state', () => {
    const keysOf = (of: 'state' | 'inputs') =>
      fields.filter((field) => field.of === of).map((field) => field.key as string);
    expect([...keysOf('state'), 'inputs'].sort()).toEqual(Object.keys(startState).sort());
    expect([...keysOf('inputs'), ...lists.map(({ key }) => key)].sort()).toEqual(
      Object.keys(startState.inputs).sort(),
    );
    expect(fromAddress(toAddress(edited)).state).toEqual(edited);
  });

  test.each([
    ['room=attic', 'attic'],
    ['worlds=1', '1'],
    ['seed=1.5', '1.5'],
    ['date=soon', 'date'],
    ['case=..%2Fetc', 'case'],
    ['m.distancePower=many', 'm.distancePower'],
    ['p.__proto__=1', 'p.__proto__'],
    ['colour=red', 'colour'],
  ])('that is not understood, %s, is left out and named', (address, named) => {
    expect(fromAddress(`#${address}`)).toEqual({ state: startState, ignored: [named] });
  });
});
