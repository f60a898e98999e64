import { describe, expect, test } from 'vitest';
import type { Case } from '../src/index.ts';
import {
  applyOverlay,
  compileCase,
  compileLike,
  dayNumber,
  inputHash,
  isDate,
  isoDate,
  newCase,
  readCase,
  readOverlay,
  sha256,
} from '../src/index.ts';

const source = ((): Case => {
  const result = readCase(newCase('test-case'));
  if ('faults' in result) throw new Error('template');
  return result.case;
})();
const overlay = (parts: object) => {
  const result = readOverlay(
    's.json',
    JSON.stringify({ id: 's', title: 's', description: '', ...parts }),
  );
  if ('faults' in result) return result;
  return applyOverlay(source, result.overlay);
};
const codes = (result: object) =>
  'faults' in result ? (result.faults as { code: string }[]).map((f) => f.code) : [];

describe('a scenario', () => {
  test('sets, multiplies, removes and adds rows, and leaves the case alone', () => {
    const result = overlay({
      changes: [
        { table: 'offers', where: { state: 'DDD' }, multiply: { places: 5 } },
        { table: 'hosting', where: { line: 'relocation' }, set: { amount: 10_000 } },
        { table: 'frontier', remove: true },
        {
          table: 'ties',
          add: [
            {
              group: 'majority',
              country: 'CCC',
              weight: 0.1,
              relocation_weight: null,
              return_weight: null,
              source: 'example',
              source_detail: '',
              flag: 'estimate',
            },
          ],
        },
      ],
    });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    expect(result.case.tables.offers[0]!.places).toBe(15_000);
    expect(result.case.tables.hosting.find((r) => r.line === 'relocation')!.amount).toBe(10_000);
    expect(result.case.tables.frontier).toEqual([]);
    expect(result.case.tables.ties).toHaveLength(3);
    expect(source.tables.offers[0]!.places).toBe(3000);
    expect(source.tables.frontier).toHaveLength(2);
  });

  test.each([
    [
      'a change that finds no row',
      { changes: [{ table: 'offers', where: { state: 'ZZZ' }, remove: true }] },
      'matchesNothing',
    ],
    ['an unknown table', { changes: [{ table: 'offer', remove: true }] }, 'wrongShape'],
    ['an unknown column', { changes: [{ table: 'offers', set: { place: 3 } }] }, 'unknownColumn'],
    [
      'a value out of range',
      { changes: [{ table: 'offers', multiply: { places: -1 } }] },
      'outOfRange',
    ],
    [
      'a broken reference',
      { changes: [{ table: 'hosting', set: { place: 'nowhere' } }] },
      'unknownReference',
    ],
    [
      'a name taken away that a table of its own does not change still uses',
      { changes: [{ table: 'sources', remove: true }] },
      'unknownReference',
    ],
    [
      'a place taken away to which people were driven',
      { changes: [{ table: 'places', where: { country: 'BBB' }, remove: true }] },
      'unknownReference',
    ],
    [
      'a way taken away without which a place is cut off',
      { changes: [{ table: 'routes', remove: true }] },
      'unconnected',
    ],
    [
      'two rules at once at one crossing',
      { changes: [{ table: 'frontier', set: { crossing: 'bridge', from: '2025-01-02', to: '' } }] },
      'overlap',
    ],
    [
      'the same row twice',
      { changes: [{ table: 'ties', set: { country: 'BBB', group: 'minority' } }] },
      'duplicateId',
    ],
    ['an unknown parameter', { parameters: { distancePow: 2 } }, 'unknownParameter'],
    ['a parameter out of range', { parameters: { distancePower: 99 } }, 'outOfRange'],
    ['an unknown key', { change: [] }, 'unknownKey'],
  ])('refuses %s', (_, parts, code) => {
    expect(codes(overlay(parts))).toContain(code);
  });
});

test('the identity of a run does not depend on the order of keys, and changes with any figure', () => {
  const hash = inputHash(source, [], { seed: 1, version: 'x' });
  expect(inputHash({ ...source }, [], { version: 'x', seed: 1 })).toBe(hash);
  const more = {
    ...source,
    tables: {
      ...source.tables,
      groups: source.tables.groups.map((r, i) => (i === 0 ? { ...r, persons: r.persons + 1 } : r)),
    },
  };
  expect(inputHash(more, [], { seed: 1, version: 'x' })).not.toBe(hash);
});

test('SHA-256 gives the published answers', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('day numbers and dates are each other’s inverse over four centuries, leap years and all', () => {
  for (let day = dayNumber('1800-01-01'); day <= dayNumber('2200-12-31'); day += 1) {
    const iso = isoDate(day);
    if (dayNumber(iso) !== day || !isDate(iso)) throw new Error(iso);
  }
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(isDate('1900-02-29')).toBe(false);
  expect(isDate('2000-02-29')).toBe(true);
});

test('compiling keeps everyone: people of the tables = people of the world', () => {
  const world = compileCase(source);
  const people = source.tables.groups.reduce((n, row) => n + row.persons, 0);
  expect(world.initial.reduce((a, b) => a + b, 0)).toBe(people);
  const away = source.tables.groups.reduce(
    (n, row) => n + (row.situation === 'home' ? 0 : row.persons),
    0,
  );
  expect(world.initialAway.reduce((a, b) => a + b, 0)).toBe(away);
});

describe('a world compiled with another at hand', () => {
  const before = compileLike(null, source);
  const scaled = [
    { table: 'violence', multiply: { amount: 2 } },
    { table: 'routes', multiply: { distance_km: 3 } },
  ];
  const changes: Record<string, object[]> = {
    'numbers scaled': [],
    'a text changed': [{ table: 'violence', set: { toward: 'BBB' } }],
    'dates changed': [{ table: 'violence', set: { to: '2025-03-31' } }],
    'roads become air routes': [{ table: 'routes', set: { mode: 'air' } }],
    'rows removed': [{ table: 'violence', remove: true }],
  };

  test.each(Object.keys(changes))('is the one compiled from nothing: %s', (name) => {
    for (const list of [changes[name]!, [...scaled, ...changes[name]!]]) {
      const result = overlay({ changes: list });
      if ('faults' in result) throw new Error(JSON.stringify(result.faults));
      const from = compileLike(before, result.case);
      expect(from.world).toEqual(compileCase(structuredClone(result.case)));
      expect(compileLike(from, source).world).toEqual(before.world);
    }
  });
});
