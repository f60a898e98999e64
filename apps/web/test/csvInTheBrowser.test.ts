import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { withoutBuffer } from '../build/withoutBuffer.ts';

/** csv-parse as it is in the page: built without Node's Buffer. */
async function builtParser(): Promise<typeof parse> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [withoutBuffer()],
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(import.meta.resolve('csv-parse/sync')),
        formats: ['iife'],
        name: 'part',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!('output' in output!)) throw new Error('expected a script, got a watcher');
  return new Function('Buffer', `${output.output[0].code}; return part;`)(undefined).parse;
}

const options = { relax_column_count: true, skip_empty_lines: true, bom: true } as const;

/** Rows, or what the parser says is wrong. */
function readBy(parser: typeof parse, text: string): unknown {
  try {
    return parser(text, options);
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a table in the browser', () => {
  let inBrowser: typeof parse;
  beforeAll(async () => {
    inBrowser = await builtParser();
  });

  const sign = fc.constantFrom('"', ',', '\n', '\r\n', ' ', 'a', 'é', 'د', '😀', '\ufeff', '1');
  const cell = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));
  const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);

  test('with any text in quotation marks is read as Node reads it', () => {
    const tables = fc.array(fc.array(quoted, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(tables, (rows) => {
        const text = rows.map((row) => row.join(',')).join('\n');
        expect(readBy(inBrowser, text)).toEqual(parse(text, options));
      }),
      { numRuns: 300 },
    );
  });

  test('that is broken has the same rows or the same fault as in Node', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        expect(readBy(inBrowser, signs.join(''))).toEqual(readBy(parse, signs.join('')));
      }),
      { numRuns: 300 },
    );
  });
});
