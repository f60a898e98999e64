import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsdown';
import config from './tsdown.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A bundle of its own: what a fresh process reads is part of what is timed. */
export default defineConfig({
  ...config,
  entry: { peers: here('./peers.ts') },
  outDir: here('./dist/peers'),
});
