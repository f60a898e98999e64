import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { executablePath } from '../../../../browser/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built page. */
    readonly pageFolder: string;
  }
}

/** Builds the page as it is handed out into a folder. */
export async function buildPage(folder: string): Promise<void> {
  const mode = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
      mode: 'production',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    if (mode === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = mode;
  }
}

/** Once before all tests: every test opens the same files, none of them changes any. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'asylia-page-'));
  if (executablePath) await buildPage(folder);
  project.provide('pageFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
