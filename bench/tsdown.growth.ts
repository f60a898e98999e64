import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsdown';
import config from './tsdown.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  ...config,
  entry: { growth: here('./growth.ts') },
  outDir: here('./dist/growth'),
});
