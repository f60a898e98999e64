import type { LanguageId, PageLanguage } from '@asylia/words';
import { useEffect, useMemo, useState } from 'react';
import { dataAtHand, loadData } from '../engine/data.ts';
import type { Texts } from '../texts.ts';
import { textsIn } from '../texts.ts';

/** The texts of a language; those before it until its file is there, English to begin with. */
export function useLanguage(id: LanguageId): Texts {
  const [language, setLanguage] = useState(() => dataAtHand<PageLanguage>('language-en'));
  useEffect(() => {
    let left = false;
    void loadData<PageLanguage>(`language-${id}`).then((data) => {
      if (!left) setLanguage(data);
    });
    return () => {
      left = true;
    };
  }, [id]);
  return useMemo(() => textsIn(language), [language]);
}
