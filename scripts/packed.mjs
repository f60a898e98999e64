/** Packages as they would be published, installed in an empty folder. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command and returns what it prints; throws with what it printed if it fails. */
export function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Packs some packages of the workspace, installs them in a fresh project elsewhere, hands its
 * folder over and removes it afterwards. What they depend on comes from npm's cache or registry.
 */
export async function withPacked(names, use) {
  const folder = mkdtempSync(join(tmpdir(), 'asylia-pack-'));
  try {
    const workspaces = names.flatMap((name) => ['--workspace', name]);
    run('npm', ['pack', ...workspaces, '--pack-destination', folder], root);
    const packed = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    run('npm', ['init', '-y'], folder);
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    run('npm', ['install', ...quiet, ...packed.map((name) => `./${name}`)], folder);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
