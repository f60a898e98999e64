import type { CaseWords } from '@asylia/cases';
import type { Language } from '@asylia/view';
import { english, withCaseWords } from '@asylia/view';
import { useEffect, useMemo, useState } from 'react';
import { dataAtHand, loadData } from '../engine/data.ts';
import type { PageMessages, Texts } from '../texts.ts';
import { textsIn } from '../texts.ts';
import type { LanguageId } from './state.ts';

/** The page's own messages in one language. */
interface Messages {
  readonly page: PageMessages;
  readonly policies: Readonly<Record<string, string>>;
}

/** A language beside the page: that of reports and charts, and the page's own messages. */
export interface LanguageData extends Messages {
  readonly view: Language;
}

/** English is part of the page: what another language lacks is said in it. */
const inEnglish = dataAtHand<Messages>('language-en');

/**
 * The texts of a language, with the names of a case in it; those before it until its file is there,
 * English to begin with.
 */
export function useLanguage(id: LanguageId, words: CaseWords | undefined): Texts {
  const [data, setData] = useState<LanguageData>(() => ({ view: english, ...inEnglish }));
  useEffect(() => {
    let left = false;
    const load =
      id === 'en'
        ? Promise.resolve({ view: english, ...inEnglish })
        : loadData<LanguageData>(`language-${id}`);
    void load.then((loaded) => {
      if (!left) setData(loaded);
    });
    return () => {
      left = true;
    };
  }, [id]);
  return useMemo(
    () => textsOf({ ...data, view: withCaseWords(data.view, words ?? {}) }),
    [data, words],
  );
}

function textsOf({ view, page, policies }: LanguageData): Texts {
  return textsIn(view, { ...inEnglish.page, ...page }, { ...inEnglish.policies, ...policies });
}
