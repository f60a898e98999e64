import type { CaseWords } from '@asylia/cases';
import type { LanguageId, PageLanguage } from '@asylia/words';
import { english, withCaseWords } from '@asylia/words';
import { useMemo } from 'react';
import { dataAtHand, loadData } from '../engine/data.ts';
import { usePageQuery } from '../queries/useQuery.ts';
import type { Texts } from '../texts.ts';
import { textsIn } from '../texts.ts';

/**
 * The texts of a language, with the names of a case in it; those before it until its file is there,
 * English to begin with.
 */
export function useLanguage(id: LanguageId, words: CaseWords | undefined): Texts {
  const { answer, last } = usePageQuery<PageLanguage>('language', id, () =>
    loadData(`language-${id}`),
  );
  const language = answer ?? last ?? dataAtHand<PageLanguage>('language-en');
  return useMemo(() => textsIn(withCaseWords(whole(language), words ?? {})), [language, words]);
}

/** The English of reports and charts is part of the page's code, and left out of its file. */
const whole = (language: PageLanguage): PageLanguage => ({
  ...language,
  messages: { ...english.messages, ...language.messages },
});
