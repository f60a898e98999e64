import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '../../engine/test/testLength.ts';
import { newCase, readCase } from '../src/index.ts';

const encoder = new TextEncoder();

test('any damage to any file gives a case or faults with a file and a way out, never a crash', () => {
  const names = [...newCase('test-case').keys()].filter((name) => /csv$|package.json$/.test(name));
  const damage = fc.record({
    file: fc.constantFrom(...names),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '"',
        ',',
        '\n',
        '\r',
        '\0',
        '__proto__',
        '-1',
        '1e400',
        '2025-02-29',
        '\ufeff',
        '#a',
      ),
    ),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (wounds) => {
      const files: Map<string, string | Uint8Array> = new Map(newCase('test-case'));
      for (const { file, at, cut, put } of wounds) {
        const text = String(files.get(file));
        const from = Math.floor(at * text.length);
        files.set(file, text.slice(0, from) + put + text.slice(from + cut));
      }
      const result = readCase(files);
      if ('case' in result) expect(result.case.tables.places.length).toBeGreaterThan(0);
      else {
        expect(result.faults.length).toBeGreaterThan(0);
        for (const fault of result.faults)
          expect([fault.file, fault.expected, fault.fix].every((s) => s.length > 0)).toBe(true);
      }
    }),
    { numRuns: times(3000), seed: 1999 },
  );
});

test('random bytes in place of a file never crash the reader', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const files: Map<string, string | Uint8Array> = new Map(newCase('test-case'));
      files.set('routes.csv', bytes);
      expect(readCase(files)).toBeDefined();
      files.set('datapackage.json', encoder.encode(String.fromCharCode(...bytes)));
      expect(readCase(files)).toBeDefined();
    }),
    { numRuns: times(1000), seed: 7 },
  );
});
