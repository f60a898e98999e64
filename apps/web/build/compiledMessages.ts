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

/** The page does without the parser of messages: they come compiled, in the files of the languages. */
export function withoutMessageParser(): Plugin {
  return {
    name: 'asylia-without-message-parser',
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
  };
}
