/** Other versions of Node, from npm's packages of its binaries, pinned. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './packed.mjs';

/** The versions under which the packed command is tried beside the running one. */
const versions = ['22.23.5', '24.22.3'];

/**
 * Installs the binaries of these versions in a folder of their own.
 * @returns their paths by version; of one that cannot be had, null
 */
export function otherNodes(folder) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return versions.map((version) => {
    const place = join(folder, `node-${version}`);
    mkdirSync(place);
    const wanted = `node-${system}-${process.arch}`;
    try {
      run('npm', ['init', '-y'], place);
      const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
      run('npm', ['install', ...quiet, `${wanted}@${version}`], place);
      const path = join(place, 'node_modules', wanted, 'bin', binary);
      const answered = run(path, ['--version'], place).trim();
      if (answered !== `v${version}`) throw new Error(`it says ${answered}`);
      return { version, path };
    } catch (error) {
      console.log(`skipped: Node ${version} (${wanted}) could not be had: ${firstLine(error)}`);
      return { version, path: null };
    }
  });
}

const firstLine = (error) => String(error.stderr || error.message).split('\n')[0];
