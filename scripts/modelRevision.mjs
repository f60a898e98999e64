import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages whose sources decide numbers; what is said of them is elsewhere. */
const model = ['attribution', 'cases', 'destinations', 'engine', 'lab', 'peers', 'security'];

/**
 * Revision of the model: a hash of its sources, by path and content. Builds and tests put it into
 * the program, so that results of two revisions are never taken for those of one.
 * @returns {string} 16 hexadecimal digits
 */
export function modelRevision() {
  const hash = createHash('sha256');
  for (const name of model) {
    const folder = join(root, 'packages', name, 'src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|json)$/.test(file))
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
    for (const file of files) {
      hash
        .update(`${name}/${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** For `define` of a bundler. */
export const revisionDefined = () => ({ ASYLIA_MODEL_REVISION: JSON.stringify(modelRevision()) });
