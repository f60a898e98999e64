import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Leaves out how zod writes JSON schemas, which the page never does and no bundler can see: a
 * thirtieth of its code. Every function that is left out gives back itself.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'asylia-without-json-schema',
    enforce: 'pre',
    load(id) {
      if (!/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null;
      const source = readFileSync(id, 'utf8');
      const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => name,
      );
      const renamed = [...source.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name);
      const all = [...names, ...renamed].map((name) => `none as ${name}`);
      return `const none = () => none;\nexport { ${all.join(', ')} };\n`;
    },
  };
}
