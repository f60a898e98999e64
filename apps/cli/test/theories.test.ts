import { existsSync } from 'node:fs';
import { UserError } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { realEffects } from '../src/realEffects.ts';
import type { Effects } from '../src/shell/effects.ts';
import { loadTheories, shippedTheories } from '../src/shell/loadTheories.ts';

/** The real files, with one file of the user beside them. */
const withFile = (path: string, content: string): Effects => ({
  ...realEffects,
  read: (wanted) =>
    wanted === path ? new TextEncoder().encode(content) : realEffects.read(wanted),
});
const t2 = new TextDecoder().decode(realEffects.read(`${shippedTheories()}/T2.json`)!);
const told = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  throw new Error('nothing was told');
};

describe('theories', () => {
  test('come with the program, all or by name, with the facts their checks use', () => {
    expect(existsSync(shippedTheories())).toBe(true);
    const all = loadTheories(realEffects, 'all');
    expect(all.theories.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']);
    expect(all.observations.length).toBeGreaterThan(0);
    expect(loadTheories(realEffects, ['T7', 'T2']).theories.map(({ id }) => id)).toEqual([
      'T7',
      'T2',
    ]);
  });

  test('of the user stand beside them', () => {
    const effects = withFile('mine.json', t2.replace('"id": "T2"', '"id": "mine"'));
    const { theories } = loadTheories(effects, ['T2', 'mine.json']);
    expect(theories.map(({ id }) => id)).toEqual(['T2', 'mine']);
  });

  test('that do not exist are told with near names, those with faults with all of them', () => {
    expect(told(() => loadTheories(realEffects, ['T9']))).toContain('T1');
    expect(told(() => loadTheories(realEffects, ['nowhere.json']))).toContain('nowhere.json');
    const broken = t2.replace('"dispositionFixed"', '"dispositionFix"').replace('EU1a', 'EU1z');
    const faults = told(() => loadTheories(withFile('mine.json', broken), ['mine.json']));
    expect(faults).toContain('mine.json');
    expect(faults).toContain('dispositionFixed');
    expect(told(() => loadTheories(withFile('mine.json', t2), ['T2', 'mine.json']))).toContain(
      'twice',
    );
  });
});
