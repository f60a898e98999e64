import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsdown';
import common from './tsdown.config.ts';

export const here = fileURLToPath(new URL('..', import.meta.url));

/**
 * A package and the Kosovo of one checkout, built by itself: the code of another checkout has no part
 * in how it is compiled.
 * @param room folder of the package under packages/
 * @param name of the folder under bench/dist, different for each checkout in one process
 */
export async function loadCheckout<P>(checkout: string, room: string, name: string) {
  // As deep as bench/dist, for the case is looked for from there.
  const outDir = `${here}/dist/${name}`;
  await build({
    ...common,
    cwd: `${checkout}/bench`,
    config: false,
    entry: {
      room: `${checkout}/packages/${room}/src/index.ts`,
      engine: `${checkout}/packages/engine/src/index.ts`,
      kosovo: 'kosovo.ts',
    },
    outDir,
  });
  const load = (file: string) => import(pathToFileURL(`${outDir}/${file}.js`).href);
  return {
    room: (await load('room')) as P,
    engine: (await load('engine')) as typeof import('@asylia/engine'),
    kosovo: (await load('kosovo')) as typeof import('./kosovo.ts'),
  };
}

export const median = (list: readonly number[]) =>
  [...list].sort((a, b) => a - b)[list.length >> 1]!;
