import { z } from 'zod';
import { readJson, shapeFaults } from '../descriptor.ts';
import type { Fault } from '../faults.ts';
import { fault, hint, quoted } from '../faults.ts';

/** [language] what a case names itself, in that language: `group.uplander` -> text. */
export type CaseWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The path of the words of a case in a language, such as `words/fr.json`; the language is caught. */
export const wordsFile = /^words\/([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/;

/**
 * Reads the words of a case in one language. What is left out stays English. Pure.
 * @param names everything that the case names, in English, by key
 * @returns the words, or every fault that was found; never throws on bad input
 */
export function readCaseWords(
  file: string,
  content: Uint8Array | string,
  names: ReadonlyMap<string, string>,
): { readonly words: CaseWords[string] } | { readonly faults: readonly Fault[] } {
  const json = readJson(file, content);
  if ('faults' in json) return json;
  const parsed = z.record(z.string(), z.string()).safeParse(json.value);
  if (!parsed.success) return { faults: shapeFaults(file, parsed.error, []) };
  const faults = Object.entries(parsed.data).flatMap(([key, text]) => {
    if (!names.has(key)) {
      const fix = hint(key, [...names.keys()]);
      return [
        fault('unknownKey', file, null, key, 'something that the case names', `"${key}"`, fix),
      ];
    }
    if (text.trim() !== '') return [];
    const fix = 'Translate it, or leave the key out: then the English is shown.';
    return [fault('missingValue', file, null, key, 'a name', quoted(text), fix)];
  });
  return faults.length > 0 ? { faults } : { words: parsed.data };
}
