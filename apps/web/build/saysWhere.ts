import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** Says at the end of a build where the page lies, seen from where the build was asked for. */
export function saysWhere(): Plugin {
  let folder = '';
  return {
    name: 'asylia-says-where',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    closeBundle: () => {
      const from = process.env.INIT_CWD ?? process.cwd();
      console.log(`the page: ${relative(from, join(folder, 'index.html'))}`);
    },
  };
}
