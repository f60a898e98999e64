import { cpSync, existsSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { defineConfig } from 'tsdown';
import { revisionDefined } from '../../scripts/modelRevision.mjs';

/** Commands are found by their files, in the built program too. */
const commands = readdirSync('src/commands').map((file) => [
  `commands/${parse(file).name}`,
  `src/commands/${file}`,
]);

export default defineConfig({
  entry: {
    asylia: 'src/asylia.ts',
    'job-worker': 'src/executors/job-worker.ts',
    ...Object.fromEntries(commands),
  },
  define: revisionDefined(),
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outDir: 'dist',
  clean: true,
  dts: false,
  logLevel: 'warn',
  outExtensions: () => ({ js: '.js' }),
  deps: {
    alwaysBundle: [
      /^@asylia\//,
      'zod',
      /^csv-parse/,
      /^d3-/,
      'topojson-client',
      /^world-atlas/,
      'intl-messageformat',
      /^@formatjs/,
      'internmap',
      'yaml',
      'tslib',
      /^ml-/,
      'is-any-array',
      'hyparquet',
      'hyparquet-writer',
      /^@noble\//,
    ],
  },
  inputOptions: { resolve: { conditionNames: ['@asylia/source', 'import', 'node', 'default'] } },
  hooks: {
    'build:done': () => {
      cpSync('../../cases', 'dist/cases', { recursive: true });
      cpSync('../../packages/words/languages', 'dist/languages', { recursive: true });
      cpSync('../../theories', 'dist/theories', { recursive: true });
      if (!existsSync('../web/dist/index.html')) {
        throw new Error('expected the built page in apps/web/dist, got none: npm run build');
      }
      cpSync('../web/dist', 'dist/page', { recursive: true });
    },
  },
});
