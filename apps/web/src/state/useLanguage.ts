import type { Language } from '@asylia/view';
import { english } from '@asylia/view';
import { useEffect, useMemo, useState } from 'react';
import { loadData } from '../engine/data.ts';
import type { PageMessages, Texts } from '../texts.ts';
import { englishMessages, englishPolicies, textsIn } from '../texts.ts';
import type { LanguageId } from './state.ts';

/** A language beside the page: that of reports and charts, and the page's own messages. */
export interface LanguageData {
  readonly view: Language;
  readonly page: PageMessages;
  readonly policies: Readonly<Record<string, string>>;
}

export const inEnglish: LanguageData = {
  view: english,
  page: englishMessages,
  policies: englishPolicies,
};

/** The texts of a language; those before it until its file is there, null if there were none. */
export function useLanguage(id: LanguageId): Texts | null {
  const [loaded, setLoaded] = useState<LanguageData | null>(null);
  useEffect(() => {
    let left = false;
    if (id === 'en') setLoaded(inEnglish);
    else
      void loadData<LanguageData>(`language-${id}`).then((data) => {
        if (!left) setLoaded(data);
      });
    return () => {
      left = true;
    };
  }, [id]);
  return useMemo(
    () =>
      loaded &&
      textsIn(
        loaded.view,
        { ...englishMessages, ...loaded.page },
        { ...englishPolicies, ...loaded.policies },
      ),
    [loaded],
  );
}
