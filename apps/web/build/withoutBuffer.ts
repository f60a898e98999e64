import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const bytes = fileURLToPath(new URL('./bytes.ts', import.meta.url));

/** Gives csv-parse bytes.ts for the Buffer that only Node has. */
export function withoutBuffer(): Plugin {
  return {
    name: 'asylia-without-buffer',
    transform(code, id) {
      if (!/csv-parse\/lib\/.*\.js$/.test(id) || !/\bBuffer\b/.test(code)) return null;
      return {
        code: `import { Bytes as Buffer } from ${JSON.stringify(bytes)};\n${code}`,
        map: null,
      };
    },
  };
}
