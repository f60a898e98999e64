import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';

const mostBytes = 375_000;

test.skipIf(!executablePath)('the code of the page, packed, is at most 375 kB', () => {
  const folder = inject('pageFolder');
  const sizes = ['index.html', 'page.js', 'page.css', 'data/language-en.js'].map(
    (name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
  );
  const bytes = sizes.reduce((a, b) => a + b, 0);
  console.log(`code of the page, gzipped: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});
