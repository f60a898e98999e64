import type { CaseWords } from '@asylia/cases';
import type { Language } from '../languages.ts';

/** A language with the names that a case has for its own things; those it lacks stay English. */
export function withCaseWords(language: Language, words: CaseWords): Language {
  const own = words[language.id];
  return own ? { ...language, names: { ...language.names, ...own } } : language;
}
