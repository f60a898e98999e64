import { defineConfig } from 'vitest/config';
import { revisionDefined } from './scripts/modelRevision.mjs';

/**
 * The tests on few random cases (packages/engine/test/testLength.ts). Modules are read once a
 * worker, not once a file; that no test leans on another is seen at full length, where each file
 * has modules of its own.
 */
export default defineConfig({
  define: revisionDefined(),
  resolve: { conditions: ['@asylia/source'] },
  ssr: { resolve: { conditions: ['@asylia/source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    isolate: false,
  },
});
