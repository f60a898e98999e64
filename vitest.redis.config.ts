import { defineConfig } from 'vitest/config';

/** Runs over Redis, with workers and server killed on the way; needs a redis-server. */
export default defineConfig({
  resolve: { conditions: ['@asylia/source'] },
  ssr: { resolve: { conditions: ['@asylia/source'] } },
  test: { include: ['apps/*/distributed/**/*.test.ts'], testTimeout: 180_000 },
});
