import { threatOf } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { pairsBehind } from '../src/rooms/threat/pairs.ts';
import { together } from '../src/rooms/threat/together.ts';
import { openOnDisk } from './caseOnDisk.ts';

const factors = ['persecution', 'intolerance', 'placebo'];
/** v = 100 with O1, 10 with H, 1 with both beside; the placebo does nothing. */
const values = Float64Array.from({ length: 8 }, (_, mask) => {
  const [o, h] = [mask & 1, (mask >> 1) & 1];
  return 100 * o + 10 * h + o * h;
});
const behind = (factor: string) => ({
  outcome: 'individuals.excessDeaths',
  factor,
  factors,
  values,
  moving: null,
});

describe('The runs behind a cell', () => {
  test('are pairs that differ by the source alone, with the placebo there in all of them', () => {
    expect(pairsBehind(behind('persecution'), 'all')).toEqual([
      { others: [], without: 0, with: 100 },
      { others: ['intolerance'], without: 10, with: 111 },
    ]);
  });

  test('are fewer where a frame holds other sources fixed', () => {
    expect(pairsBehind(behind('persecution'), 'dispositionFixed')).toEqual([
      { others: ['intolerance'], without: 10, with: 111 },
    ]);
  });

  test('of the placebo differ in nothing', () => {
    const pairs = pairsBehind(behind('placebo'), 'all');
    expect(pairs).toHaveLength(4);
    for (const pair of pairs) expect(pair.with).toBe(pair.without);
  });
});

describe('The chosen theory among the others', () => {
  const session = openOnDisk('two-valleys');
  const inputs = {
    scenario: 'as-it-was',
    settings: {},
    parameters: {},
    assumptions: {},
    theory: 'T2',
    seed: 7,
  };
  const ask = (theories: readonly string[]) => {
    const found = threatOf(session, inputs, theories);
    if ('faults' in found) throw new Error(JSON.stringify(found.faults));
    return found.answer.summary;
  };
  const chosen = ask(['T2']);
  const sides = ask(['T1', 'T2', 'T3']);

  test('comes first, with every number of its own, and nothing is there twice', () => {
    const all = together(chosen, sides, 'T2');
    expect(all.theories.map((one) => one.id)).toEqual(['T2', 'T1', 'T3']);
    expect(all.cells.filter((one) => one.theory === 'T2')).toEqual(chosen.cells);
    const names = all.cells.map((one) => `${one.theory} ${one.frame} ${one.outcome} ${one.factor}`);
    expect(new Set(names).size).toBe(names.length);
    expect(all.claims.filter((one) => one.theory === 'T2')).toEqual(chosen.claims);
  });

  test('is taken from the theories side by side until it has numbers of its own', () => {
    const all = together(chosen, sides, 'T3');
    expect(all.theories[0]!.id).toBe('T3');
    expect(all.cells.filter((one) => one.theory === 'T3')).toEqual(
      sides.cells.filter((one) => one.theory === 'T3'),
    );
  });

  test('stays the one before while nothing else is known', () => {
    expect(together(chosen, null, 'T3')).toBe(chosen);
  });
});
