import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { languageCalled, languageIds } from '../../packages/words/src/folder.ts';
import { revisionDefined } from '../../scripts/modelRevision.mjs';
import { classicScripts } from './build/classicScripts.ts';
import { withoutMessageParser } from './build/compiledMessages.ts';
import { dataFiles } from './build/dataFiles.ts';
import { lateCode } from './build/lateCode.ts';
import { leanZod } from './build/leanZod.ts';
import { saysWhere } from './build/saysWhere.ts';
import { withoutBuffer } from './build/withoutBuffer.ts';

const conditions = ['@asylia/source', 'browser', 'module', 'import', 'default'];

const treeshake = {
  moduleSideEffects: [{ test: /csv-parse/, sideEffects: false }],
  propertyReadSideEffects: false as const,
  unknownGlobalSideEffects: false,
};

/** Languages of the page in which the controls can speak, English for the others. */
const controlLocales = [...new Set(languageIds.map((id) => languageCalled(id).controls!))];

/**
 * The page as files that work from any web server and from a folder opened without one: classic
 * scripts (a browser loads no module from a file), the worker inside the page's own script, data
 * as scripts beside it.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  define: revisionDefined(),
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: controlLocales }), enforce: 'pre' },
    withoutMessageParser(),
    withoutBuffer(),
    leanZod(),
    dataFiles(),
    lateCode(),
    classicScripts(),
    saysWhere(),
  ],
  resolve: { conditions },
  worker: {
    format: 'iife',
    rolldownOptions: { treeshake },
    plugins: () => [withoutBuffer(), leanZod()],
  },
  logLevel: 'warn',
  build: {
    // One script on purpose: a page opened from a file loads no modules.
    chunkSizeWarningLimit: 2000,
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Says nothing of itself, but does nothing when it is only loaded.
      treeshake,
      output: {
        format: 'iife',
        entryFileNames: 'page.js',
        assetFileNames: 'page[extname]',
      },
    },
  },
});
