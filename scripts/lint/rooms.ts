/**
 * Which room may import which: the one list that the rules on imports read. The lowest floor comes
 * first; a package imports only from floors below its own, never from a neighbour on the same one.
 */
export const floors: string[][] = [
  ['engine', 'words'],
  ['attribution'],
  ['security'],
  ['cases'],
  ['lab', 'destinations', 'peers'],
  ['view'],
  ['cli', 'web'],
];

/** Neighbours on one floor of which the first may import the second nevertheless. */
export const alsoAllowed: [string, string][] = [['peers', 'destinations']];

/** Packages that import no other of ours: they stand at the bottom of their own accord. */
export const alone = ['engine', 'words'];

/**
 * Inside an app, the highest floor first: a file or folder of `src` imports only from its own and
 * from lower ones. Names on one line share a floor. A name that is not there yet does no harm, one
 * that is there and not listed is a fault.
 */
export const floorsWithin: Record<string, string[][]> = {
  'apps/cli': [
    ['asylia.ts'],
    ['main.ts', 'realEffects.ts'],
    ['commands'],
    ['command.ts'],
    ['actions'],
    ['output'],
    ['runs'],
    ['executors'],
    ['shell'],
  ],
};

/**
 * Folders that may reach into another package's sources: the build of the page runs in Node before
 * anything is bundled, and there a package's name leads to sources that Node cannot read.
 */
export const reachesIn = ['apps/web/build/'];

/** Packages that no source imports, because a tool is started by its name or reads their types. */
export const tools = [
  '@biomejs/biome',
  '@stryker-mutator/core',
  '@stryker-mutator/vitest-runner',
  '@types/node',
  'tsx',
  'typedoc',
  'typedoc-plugin-markdown',
];

/**
 * What is still to be mended, and may not grow: imports upwards within an app, and circles by one
 * file of each. Take an entry away with its last case.
 */
export const pending: { upward: Record<string, number>; circles: string[] } = {
  upward: {},
  circles: [],
};
