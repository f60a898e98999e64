import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Leaves out of zod what the page never does and no bundler can see: writing JSON schemas; strings
 * that must be an address or a number plate; parsing that waits or runs backwards; values that
 * hold themselves, which no JSON does. A schema with one of these fails as soon as the page begins.
 */
export function leanZod(): Plugin {
  return {
    name: 'asylia-lean-zod',
    enforce: 'pre',
    load(id) {
      const file = /zod\/v4\/(.*)\.js$/.exec(id)?.[1];
      const lean = file === undefined ? undefined : leanFiles[file];
      return lean ? lean(readFileSync(id, 'utf8')) : null;
    },
  };
}

const leanFiles: Readonly<Record<string, (source: string) => string>> = {
  'core/json-schema-processors': withoutBodies,
  'core/to-json-schema': withoutBodies,
  'core/memoizer': () => `
    export class $ZodCyclicError extends Error {}
    export const memoizer = () => undefined;
    export const isRecursiveSchema = () => false;
    export const isBackEdge = () => false;`,
  'classic/schemas': withoutMethods,
};

/** Every function that is left out gives back itself. */
function withoutBodies(source: string): string {
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  const renamed = [...source.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name);
  const all = [...names, ...renamed].map((name) => `none as ${name}`);
  return `const none = () => none;\nexport { ${all.join(', ')} };\n`;
}

/** Wrappers and parsers that no schema of ours asks for. */
const unused =
  'exactOptional nullable nullish nonoptional and transform default prefault catch pipe readonly ' +
  'parseAsync safeParseAsync validate validateAsync encode decode encodeAsync decodeAsync ' +
  'safeEncode safeDecode safeEncodeAsync safeDecodeAsync';
const stringFormat =
  /^ {4}\w+\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},\n/gm;
const method = (name: string) =>
  new RegExp(`^ {4}(?:async )?${name}(?:\\(|: )[^\\n]*\\{\\n {8}[^\\n]*\\n {4}\\},\\n`, 'gm');

/** Nor is code written at run time, which the page's rules for its own security forbid. */
function withoutMethods(source: string): string {
  const without = (from: string, pattern: RegExp) => {
    const lean = from.replaceAll(pattern, '');
    if (lean !== from) return lean;
    throw new Error(`lean zod: nothing is written as ${pattern} any more`);
  };
  return unused
    .split(' ')
    .map(method)
    .reduce(without, without(source, stringFormat))
    .replace('core.$ZodObjectJIT', 'core.$ZodObject');
}
