import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { run: 'run.ts', intervals: 'intervals.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outDir: 'dist',
  dts: false,
  logLevel: 'warn',
  outExtensions: () => ({ js: '.js' }),
  deps: { alwaysBundle: [/.*/] },
  inputOptions: { resolve: { conditionNames: ['@asylia/source', 'import', 'node', 'default'] } },
});
