import { mostFaults, newCase } from '@asylia/cases';
import { currentRun } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { times } from '../../../packages/engine/test/testLength.ts';
import { unpack } from '../src/import/unpack.ts';
import type { FaultsOfFile } from '../src/rooms/case/faultList.ts';
import { byFile } from '../src/rooms/case/faultList.ts';
import { fromAddress } from '../src/state/address.ts';
import { sessionOf } from './commandAlike.ts';

const session = sessionOf('two-valleys');

function simulated(address: string) {
  const run = currentRun(session, fromAddress(address).state.inputs);
  if ('faults' in run) throw new Error(JSON.stringify(run.faults));
  return run.answer;
}

describe('an address that asks for what no control can show', () => {
  const plain = simulated('');

  test.each([
    ['m.distancePower=1000000000', 'outOfRange', 'distancePower'],
    ['m.distancePower=-5', 'outOfRange', 'distancePower'],
    ['m.foo=1', 'unknownParameter', 'foo'],
    ['m.constructor=1', 'unknownParameter', 'constructor'],
    ['a.foo=1', 'unknownParameter', 'foo'],
    ['a.toString=1', 'unknownParameter', 'toString'],
    ['theory=T99', 'matchesNothing', 'theory'],
  ])('%s is named and changes nothing', (address, code, column) => {
    const run = simulated(address);
    expect(run.ignored).toMatchObject([{ code, column }]);
    expect(run.values).toEqual(plain.values);
    expect(run.measures).toEqual(plain.measures);
    expect(run.overlay).toEqual(plain.overlay);
  });

  test('what stands beside it still counts', () => {
    const { overlay, parameters } = simulated('m.foo=1&m.distancePower=2');
    expect(overlay?.parameters).toEqual({ distancePower: 2 });
    expect(parameters.distancePower).toBe(2);
  });

  test('a name that no list can hold is named', () => {
    for (const prefix of ['p', 'm', 'a']) {
      expect(fromAddress(`${prefix}.__proto__=1`).ignored).toEqual([`${prefix}.__proto__`]);
    }
  });
});

test('a table with a fault in every row is refused in words, the first ones by line', async () => {
  const files = new Map(newCase('faulty'));
  files.set('places.csv', files.get('places.csv')! + 'x,y\n'.repeat(times(130_000, 13_000)));
  const imported = [...files].map(([path, text]) => ({ path, file: new Blob([text]) }));
  const outcome = await unpack(imported);
  if ('answer' in outcome) throw new Error('it was taken');
  expect(outcome.faults).toHaveLength(mostFaults + 1);
  expect(outcome.faults[0]).toMatchObject({ file: 'places.csv', row: 11 });
  expect(outcome.faults.at(-1)).toMatchObject({ code: 'moreFaults', file: 'places.csv' });
  const [{ shown, more }] = byFile(outcome.faults) as [FaultsOfFile];
  expect(shown[0]!.fix).toContain(`Only the first ${mostFaults} faults`);
  expect(shown[1]).toMatchObject({ row: 11 });
  expect(more).toBe(mostFaults - 10);
});
