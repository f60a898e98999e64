/** Runs every shell block of the README that is marked `sh run`, in a fresh folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const blocks = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh run\n([\s\S]*?)```/g),
].map((m) => m[1]);
if (blocks.length === 0) throw new Error('README.md has no block marked `sh run`');
const folder = mkdtempSync(join(tmpdir(), 'asylia-snippets-'));
const bin = join(folder, 'bin');
mkdirSync(bin);
writeFileSync(
  join(bin, 'asylia'),
  `#!/bin/sh\nexec node "${join(root, 'apps/cli/dist/asylia.js')}" "$@"\n`,
  { mode: 0o755 },
);
try {
  for (const block of blocks) {
    execFileSync('bash', ['-euc', block], {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }
  console.log(`${blocks.length} blocks of the README ran`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
