import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pages that typedoc writes from the docstrings (typedoc.json): path in docs/ and text. */
export function apiPages(): (readonly [path: string, page: () => string])[] {
  const folder = mkdtempSync(join(tmpdir(), 'asylia-api-'));
  try {
    const typedoc = join('node_modules', 'typedoc', 'bin', 'typedoc');
    execFileSync(process.execPath, [typedoc, '--out', folder], { stdio: 'inherit' });
    return readdirSync(folder).map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [`docs/api/${name}`, () => text];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
