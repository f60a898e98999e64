import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** A Chromium that is there, or undefined: then the tests that need one skip and say so. */
export const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

if (!executablePath) {
  console.warn('skipped: no Chromium here (set CHROMIUM_PATH); nothing was tried in a browser');
}

/** Starts it with nothing of its own that asks the network. @throws Error when there is none */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
