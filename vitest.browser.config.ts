import { defineConfig } from 'vitest/config';
import { revisionDefined } from './scripts/modelRevision.mjs';

/** The report and the page in a browser. The page is built once, into a folder of its own. */
export default defineConfig({
  define: revisionDefined(),
  resolve: { conditions: ['@asylia/source'] },
  ssr: { resolve: { conditions: ['@asylia/source'] } },
  test: {
    include: ['apps/*/browser/**/*.test.ts'],
    globalSetup: ['apps/web/browser/helpers/buildPage.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
