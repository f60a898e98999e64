import { expect, test } from 'vitest';
import { shaper } from '../src/index.ts';

interface Fields {
  readonly a: number;
  readonly b: Float64Array | null;
  readonly c: readonly string[];
}

test('a copy holds the same values, in whatever way and order the object was put together', () => {
  const copy = shaper<Fields>();
  const b = Float64Array.of(1);
  const literal: Fields = { a: 1, b, c: ['x'] };
  const spread: Fields = { ...literal, b: null, a: 0.5 };
  const reversed: Fields = { c: [], b, a: -0 };
  const fromNames = Object.fromEntries([...Object.entries(literal)].reverse()) as unknown as Fields;
  for (const one of [literal, spread, reversed, fromNames]) {
    expect(copy(one)).toEqual(one);
    expect(copy(one)).not.toBe(one);
    expect(Object.keys(copy(one))).toEqual(['a', 'b', 'c']);
  }
  expect(copy(literal).b).toBe(b);
});
