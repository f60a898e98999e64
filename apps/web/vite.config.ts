import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { revisionDefined } from '../../scripts/modelRevision.mjs';
import { classicScripts } from './build/classicScripts.ts';
import { dataFiles } from './build/dataFiles.ts';
import { lateCode } from './build/lateCode.ts';
import { saysWhere } from './build/saysWhere.ts';
import { withoutJsonSchema } from './build/withoutJsonSchema.ts';

const conditions = ['browser', 'module', 'import', 'default'];
const alias = { 'csv-parse/sync': 'csv-parse/browser/esm/sync' };

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
    { ...optimizeLocales.vite({ locales: ['en-US', 'fr-FR', 'es-ES', 'ar-AE'] }), enforce: 'pre' },
    withoutJsonSchema(),
    dataFiles(),
    lateCode(),
    classicScripts(),
    saysWhere(),
  ],
  resolve: { conditions, alias },
  worker: { format: 'iife', plugins: () => [withoutJsonSchema()] },
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
      treeshake: { moduleSideEffects: [{ test: /csv-parse/, sideEffects: false }] },
      output: {
        format: 'iife',
        entryFileNames: 'page.js',
        assetFileNames: 'page[extname]',
      },
    },
  },
});
