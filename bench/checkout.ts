import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsdown';
import common from './tsdown.config.ts';

/** The root of this checkout. */
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

/** One thing measured in two checkouts. */
export interface Pair {
  readonly what: string;
  readonly unit: string;
  readonly old: number;
  readonly now: number;
  /** now / old: median over the turns */
  readonly ratio: number;
}

/** Rounds before the first that counts: the code is compiled in them. */
const unread = 5;

/** Measures two subjects in turn, so that both meet the same machine. */
export function turnByTurn(
  what: string,
  unit: string,
  rounds: number,
  old: (round: number) => number,
  now: (round: number) => number,
): Pair {
  const times = Array.from({ length: rounds + unread }, (_, round) => ({
    old: old(round),
    now: now(round),
  })).slice(unread);
  return {
    what,
    unit,
    old: median(times.map((time) => time.old)),
    now: median(times.map((time) => time.now)),
    ratio: median(times.map((time) => time.now / time.old)),
  };
}
