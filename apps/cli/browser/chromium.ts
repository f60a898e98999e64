import { existsSync } from 'node:fs';

/** A Chromium that is there, or undefined: then the tests that need one skip and say so. */
export const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

if (!executablePath) {
  console.warn('skipped: no Chromium here (set CHROMIUM_PATH); nothing was tried in a browser');
}
