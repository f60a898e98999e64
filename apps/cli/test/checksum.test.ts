import { sha256 } from '@asylia/cases';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumOf } from '../src/executors/checksum.ts';

test('the platform and the library that names cases give one name to everything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(checksumOf(text)).toBe(sha256(text));
      expect(checksumOf(new TextEncoder().encode(text))).toBe(sha256(text));
    }),
  );
  for (const length of [55, 56, 63, 64, 65, 10_000]) {
    expect(checksumOf('a'.repeat(length))).toBe(sha256('a'.repeat(length)));
  }
  expect(checksumOf('a'.repeat(1_000_000))).toBe(
    'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
  );
});
