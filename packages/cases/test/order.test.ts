import type { World } from '@asylia/engine';
import { simulate } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, keysOf } from '../src/compile/keyOf.ts';
import type { Case } from '../src/index.ts';
import { compileCase } from '../src/index.ts';
import { caseNamed } from './readCases.ts';

const cases = ['two-valleys', 'hungary-1956'].map((name) => [name, caseNamed(name)] as const);
const modes = ['expected', 'sampled'] as const;

/** Tables whose order of rows says nothing: in the others the later of two rows can hold. */
const unordered = ['places', 'routes', 'violence', 'offers', 'groups', 'ties'] as const;

/** A world short enough for a property. */
const short = (world: World): World => ({ ...world, days: Math.min(world.days, 90) });

const seriesOf = (world: World, mode: 'expected' | 'sampled') => {
  const { names, values } = simulate(short(world), { seed: 3, world: 1, mode }).series;
  return { names, values };
};

function shuffled<T>(rows: readonly T[], order: readonly number[]): T[] {
  return rows
    .map((row, i) => ({ row, at: order[i % order.length]! * (i + 1) * 0.618 }))
    .sort((a, b) => (a.at % 1) - (b.at % 1))
    .map(({ row }) => row);
}

describe.each(cases)('The order of rows of %s', (_, source) => {
  test.each(modes)('changes no byte of any series, %s', (mode) => {
    const before = seriesOf(compileCase(source), mode);
    fc.assert(
      fc.property(
        fc.constantFrom(...unordered),
        fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 3, maxLength: 9 }),
        (table, order) => {
          const rows = shuffled<unknown>(source.tables[table], order);
          const other = { ...source, tables: { ...source.tables, [table]: rows } } as Case;
          expect(seriesOf(compileCase(other), mode)).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });

  test.each(modes)('leaves everybody where they were beside an empty place, %s', (mode) => {
    const before = seriesOf(compileCase(source), mode);
    const { places } = source.tables;
    const known = places.find((row) => row.kind === 'settlement')!;
    for (const id of ['0', `${places[3]!.id}-x`, 'zzz']) {
      const empty = { ...known, id };
      for (const at of [0, Math.floor(places.length / 2), places.length]) {
        const rows = [...places.slice(0, at), empty, ...places.slice(at)];
        const other = { ...source, tables: { ...source.tables, places: rows } } as Case;
        const after = seriesOf(compileCase(other), mode);
        expect(after.names.filter((name) => before.names.includes(name))).toEqual(before.names);
        const days = after.values.length / after.names.length;
        before.names.forEach((name, i) => {
          const from = after.names.indexOf(name) * days;
          expect(after.values.subarray(from, from + days), name).toEqual(
            before.values.subarray(i * days, (i + 1) * days),
          );
        });
      }
    }
  });
});

describe('Keys of chance', () => {
  const [earlier, later] = ['p1804500', 'p572888'] as const;

  test('two ids that collide share a key until the later is hashed again', () => {
    expect(keyOf(earlier)).toBe(keyOf(later));
    const keys = keysOf([later, 'a', earlier]);
    expect([...keys]).toEqual([keyOf(`${later}#`), keyOf('a'), keyOf(earlier)]);
    expect([...keysOf([earlier, later])]).toEqual([keys[2], keys[0]]);
  });
});
