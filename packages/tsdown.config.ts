import { cpSync } from 'node:fs';
import { defineConfig } from 'tsdown';

/**
 * How a package is built for use outside: modules and types in `dist`, what it depends on left
 * outside. Run in the folder of the package; inside the checkout everything reads the sources.
 */
export default defineConfig({
  cwd: process.cwd(),
  entry: { index: 'src/index.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  outDir: 'dist',
  clean: ['dist/*.js', 'dist/*.d.ts'],
  dts: true,
  logLevel: 'warn',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  deps: { neverBundle: [/^[^./]/] },
  hooks: { 'build:done': () => cpSync('../../LICENSE', 'dist/LICENSE') },
});
