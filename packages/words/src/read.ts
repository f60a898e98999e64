import type { LanguageFiles, LanguageId, PageLanguage, Style } from './language.ts';

/** Content of a file of a language's folder; null where there is none. */
export type ReadFile = (id: LanguageId, file: string) => string | null;

/**
 * A language from its folder. What it lacks is said as in English; names that it lacks stay as they
 * are declared.
 * @throws Error naming a file that is not there, or is no JSON object
 */
export function readLanguage(id: LanguageId, read: ReadFile): PageLanguage<string> {
  const own = filesOf(id, read);
  const english = id === 'en' ? own : filesOf('en', read);
  const style = { ...english.language, isComplete: false, locale: id, ...own.language } as Style;
  const messages = { ...english.report, ...english.page, ...own.report, ...own.page };
  return {
    ...style,
    id,
    locale: style.locale ?? id,
    messages: messages as PageLanguage<string>['messages'],
    policies: { ...english.policies, ...own.policies },
    names: own.names,
  };
}

/** The files of a language as they stand. @throws Error as `readLanguage` */
export function filesOf(id: LanguageId, read: ReadFile): LanguageFiles {
  const file = (name: keyof LanguageFiles) => {
    const path = `languages/${id}/${name}.json`;
    const text = read(id, `${name}.json`);
    if (text === null) {
      if (name !== 'language') return {};
      throw new Error(`${path}: expected what the language is called, got no file.`);
    }
    return objectIn(path, text);
  };
  return {
    language: file('language'),
    report: file('report'),
    page: file('page'),
    policies: file('policies'),
    names: file('names'),
  } as LanguageFiles;
}

function objectIn(path: string, text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: expected JSON, got ${(error as Error).message}.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Error(`${path}: expected an object in braces, got ${JSON.stringify(value)}.`);
}

/** Ids of languages in the order of every list: English first, then by letter. */
export const inOrder = (ids: readonly LanguageId[]): readonly LanguageId[] => [
  'en',
  ...ids.filter((id) => id !== 'en').sort(),
];
