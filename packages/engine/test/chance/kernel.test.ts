import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import wabt from 'wabt';
import { assembled } from '../../src/chance/kernel.ts';
import { atOnce, uniforms } from '../../src/chance/keys.ts';
import {
  makeKeys,
  philox,
  uniform,
  uniformsInJavaScript,
  uniformsInWebAssembly,
} from '../../src/index.ts';

const extremes = [0, 1, 0x7fffffff, 0x80000000, 0xffff0000, 0xffffffff];

/** Counters and keys: every pair of extremes in every pair of words, and many in between. */
function* inputs(): Generator<[number, number, number, number, number, number]> {
  for (const a of extremes) {
    for (const b of extremes) {
      yield [a, b, a, b, a, b];
      yield [a, a, b, b, a, a];
      yield [b, a, a, b, b, a];
    }
  }
  const words = new Uint32Array(4);
  for (let i = 0; i < 20_000; i++) {
    philox(words, i, 1, 2, 3, 4, 5);
    yield [words[0]!, words[1]!, words[2]!, words[3]!, words[0]! ^ i, words[1]! >>> 3];
  }
}

test('WebAssembly and JavaScript give the same uniforms, to the bit, for every key', () => {
  const fast = uniformsInWebAssembly(40)!;
  const plain = uniformsInJavaScript(40);
  const bits = (values: Float64Array) => new BigUint64Array(values.buffer, 0, 40);
  let n = 0;
  for (const words of inputs()) {
    const at = 2 * (n % 4);
    const blocks = 1 + (n % 16);
    fast.fill(at, blocks, ...words);
    plain.fill(at, blocks, ...words);
    const [a, b] = [bits(fast.values), bits(plain.values)];
    for (let i = 0; i < 40; i++) if (a[i] !== b[i]) expect(fast.values).toEqual(plain.values);
    n += 1;
  }
  expect(n).toBe(20_108);
});

test('the bytes of the kernel are what its text assembles to', async () => {
  const file = fileURLToPath(new URL('../../src/chance/philox.wat', import.meta.url));
  const { parseWat } = await wabt();
  const module = parseWat('philox.wat', readFileSync(file, 'utf8'));
  module.validate();
  expect(Buffer.from(module.toBinary({}).buffer).toString('base64')).toBe(assembled);
});

test('a list of uniforms is made of those that each slot gives by itself', () => {
  const keys = makeKeys(2 ** 53 - 1, 7);
  for (const first of [0, 2, 64, 131_000]) {
    for (const count of [1, 2, 9, atOnce]) {
      const list = uniforms(keys, 65_535, 0xfffffff1, 3, 10, first, count).slice(0, count);
      const single = Array.from(list, (_, i) =>
        uniform(keys, 65_535, 0xfffffff1, 3, 10, first + i),
      );
      expect(Array.from(list)).toEqual(single);
    }
  }
});
