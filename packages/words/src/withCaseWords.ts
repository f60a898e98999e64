import type { Language } from './language.ts';

/**
 * A language with the names that a case has for its own things; those it lacks stay English.
 * @param words [language][key] as the folder of the case has them: `words/fr.json`
 */
export function withCaseWords<L extends Pick<Language, 'id' | 'names'>>(
  language: L,
  words: Readonly<Record<string, Readonly<Record<string, string>>>>,
): L {
  const own = words[language.id];
  return own ? { ...language, names: { ...language.names, ...own } } : language;
}
