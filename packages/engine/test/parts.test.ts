import { expect, test } from 'vitest';
import type { Parts } from '../src/parts.ts';
import { assemble, pick } from '../src/parts.ts';

const sums = { made: 0 };
function sum({ list, more }: { readonly list: ArrayLike<number>; readonly more: number }) {
  sums.made += 1;
  return { sum: Array.from(list).reduce((a, b) => a + b, 0) + more };
}
function double({ of }: { readonly of: number }) {
  return of * 2;
}

function whole(list: ArrayLike<number>, more: number, before: { readonly parts: Parts } | null) {
  return assemble(before ? before.parts : null, (make) => make(sum, { list, more }));
}
const made = (list: ArrayLike<number>, more: number) => whole(list, more, null);

test.each([
  ['another list of the same numbers', [1, 2], [1, 2]],
  ['typed numbers', Float64Array.of(1, 2), Float64Array.of(1, 2)],
  ['what is not a number', Float64Array.of(Number.NaN), Float64Array.of(Number.NaN)],
])('a part is taken over when its inputs are the same: %s', (_, one, other) => {
  const first = made(one, 3);
  const count = sums.made;
  expect(whole(other, 3, first).whole).toBe(first.whole);
  expect(sums.made).toBe(count);
});

test.each([
  ['another number', [1, 2], [1, 3]],
  ['a longer list', [1, 2], [1, 2, 0]],
  ['another kind of list', Float64Array.of(1, 2), Int32Array.of(1, 2)],
  ['zero from below', [0], [-0]],
])('a part is made again when an input differs: %s', (_, one, other) => {
  const first = made(one, 3);
  const count = sums.made;
  whole(other, 3, first);
  expect(sums.made).toBe(count + 1);
  whole(one, 4, first);
  expect(sums.made).toBe(count + 2);
});

test('parts that were taken over can be taken over again', () => {
  const first = made([5], 1);
  const second = whole([5], 1, first);
  expect(whole([5], 1, second).whole).toBe(first.whole);
});

test('a maker used twice in one whole is refused: its two parts could not be told apart', () => {
  expect(() =>
    assemble(null, (make) => [make(double, { of: 1 }), make(double, { of: 2 })]),
  ).toThrow('double is used twice');
});

test('a maker is handed only the fields that were picked', () => {
  const fields = assemble(null, (make) => make(Object.keys, pick({ a: 1, b: 2, c: 3 }, 'a', 'c')));
  expect(fields.whole).toEqual(['a', 'c']);
});
