import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** What has a meaning in a message; see `isPlain` of the messages. */
const needsParser = /[{}<>]|''/;

/** Compiles every message in a catalogue, however deep; what is no message is left as it is. */
export function compiledIn(value: unknown): unknown {
  if (typeof value === 'string') return needsParser.test(value) ? parse(value) : value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, compiledIn(one)]));
}

/** Messages come to the page compiled, so that it does without their parser. */
export function compiledMessages(): Plugin {
  return {
    name: 'asylia-compiled-messages',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform: (code, id) =>
      /\/languages\/\w+\/(?:report|page|policies)\.json$/.test(id)
        ? { code: JSON.stringify(compiledIn(JSON.parse(code))), map: null }
        : null,
  };
}
