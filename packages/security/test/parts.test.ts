import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomWorlds, worldOf } from '../../engine/test/worlds.ts';
import { onceByNumbers, onceByResults, sameIfEqual } from '../src/consequences/parts.ts';
import type { AssumptionValues, ConsequenceLevels } from '../src/index.ts';
import {
  assumptions,
  computeConsequences,
  factorsOfConsequences,
  measureAll,
  measuresOf,
  referenceOf,
  singleFactors,
} from '../src/index.ts';
import { anyCrisis, anyLevels, feltAssumptions, moved, societyContextFor } from './invented.ts';

/** Two of everything, and each of their numbers taken from the other, one at a time. */
function neighbours<T extends object>(one: T, other: T): T[] {
  const ids = Object.keys(one) as (keyof T)[];
  return [one, other, ...ids.map((id) => ({ ...one, [id]: other[id] }))];
}

describe('what follows from one movement', () => {
  test('is the same, to the byte, shared among theories and coalitions and made from nothing', () => {
    fc.assert(
      fc.property(
        anyCrisis,
        fc.tuple(feltAssumptions, feltAssumptions),
        fc.tuple(anyLevels, anyLevels),
        (sketch, theories, levels) => {
          const world = worldOf(sketch);
          const societyContext = societyContextFor(world);
          const movement = moved(world);
          const { exposure } = movement;
          const reference = referenceOf(societyContext, exposure);
          const list = measuresOf(societyContext);
          const start = () => computeConsequences(societyContext, movement, reference);
          const measure = (following: typeof shared, own: AssumptionValues, s: ConsequenceLevels) =>
            measureAll(list, {
              societyContext,
              movement,
              consequences: following(own)(s),
              assumptions: own,
              levels: s,
            });
          const shared = start();
          const [a, other] = theories;
          const [on, off] = levels;
          const asked: [AssumptionValues, ConsequenceLevels][] = [
            ...neighbours(a, other).map((one): [AssumptionValues, ConsequenceLevels] => [one, on]),
            ...neighbours(on, off).map((one): [AssumptionValues, ConsequenceLevels] => [a, one]),
            [other, off],
          ];
          for (const [theory, at] of asked) {
            expect(measure(shared, theory, at)).toEqual(measure(start(), theory, at));
          }
        },
      ),
      { numRuns: randomWorlds(30), seed: 81, endOnFailure: true },
    );
  });

  test('names every switch, and every assumption has a value of its own', () => {
    expect(new Set(factorsOfConsequences).size).toBe(8);
    expect(factorsOfConsequences.filter((id) => !singleFactors.includes(id))).toEqual([]);
    expect(new Set(assumptions.map(({ id }) => id)).size).toBe(assumptions.length);
  });
});

describe('a function that is called once for the same numbers', () => {
  test('is handed these numbers alone, and called again where one of them differs', () => {
    const seen: unknown[] = [];
    const once = onceByNumbers(['a', 'b'], (given) => seen.push(given));
    expect(
      [
        { a: 1, b: 2 },
        { a: 1, b: 2, c: 3 },
        { a: 12, b: 2 },
        { a: 1, b: 22 },
      ].map(once),
    ).toEqual([1, 1, 2, 3]);
    expect(seen[0]).toEqual({ a: 1, b: 2 });
    expect(
      [
        { a: 0.1 + 0.2, b: 0 },
        { a: 0.3, b: 0 },
        { a: Number.NaN, b: 0 },
      ].map(once),
    ).toEqual([4, 5, 6]);
  });

  test('may be one of an object, or of the content of a list', () => {
    let calls = 0;
    const made = onceByResults(['list'], (_: { readonly list: Uint8Array }) => ++calls);
    const once = (list: Uint8Array) => made({ list });
    const same = sameIfEqual();
    const [one, equal, other, longer] = [
      [0, 1],
      [0, 1],
      [1, 1],
      [0, 1, 0],
    ].map((list) => Uint8Array.from(list)) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    expect([one, one, equal].map(once)).toEqual([1, 1, 2]);
    expect(same(one)).toBe(one);
    expect(same(equal)).toBe(one);
    expect(same(other)).toBe(other);
    expect(same(longer)).toBe(longer);
  });
});
