import { defineConfig } from 'vitest/config';
import { revisionDefined } from './scripts/modelRevision.mjs';

/** The tests of the engine alone, on fewer random worlds, for mutation testing. */
export default defineConfig({
  define: revisionDefined(),
  resolve: { conditions: ['@asylia/source'] },
  ssr: { resolve: { conditions: ['@asylia/source'] } },
  test: {
    include: ['packages/engine/test/**/*.test.ts'],
    testTimeout: 60_000,
    bail: 1,
    env: { ASYLIA_RANDOM_WORLDS: '25' },
  },
});
