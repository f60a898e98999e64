import { defineConfig, mergeConfig } from 'vitest/config';
import short from './vitest.config.ts';

/** The tests of `npm test` at full length: every random case, every draw, every file by itself. */
export default mergeConfig(
  short,
  defineConfig({ test: { env: { ASYLIA_TESTS: 'full' }, isolate: true, testTimeout: 120_000 } }),
);
