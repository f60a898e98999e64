import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Data that some tests ask for and that this project may not pass on, so that no clone has them:
 * in the folder that `ASYLIA_DATA` names, otherwise in `shared/data` beside the checkout. README,
 * "What a clone cannot check", says what they are and where they come from.
 *
 * @param path of a file or folder in it
 * @returns its address; null, and a sentence that says what is skipped, when it is not there
 */
export function outsideData(path: string): URL | null {
  const { ASYLIA_DATA: named } = process.env;
  const beside = new URL('../../../../shared/data/', import.meta.url);
  const address = new URL(path, named ? pathToFileURL(`${named}/`) : beside);
  if (existsSync(fileURLToPath(address))) return address;
  console.warn(`skipped: ${path} is not in a clone (README, "What a clone cannot check")`);
  return null;
}
