import type { Language } from '@asylia/view';
import { english } from '@asylia/view';
import { useMemo } from 'react';
import { dataAtHand, loadData } from '../engine/data.ts';
import { useQuery } from '../queries/useQuery.ts';
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
const inEnglish: LanguageData = { view: english, ...dataAtHand<Messages>('language-en') };

/** The texts of a language; those before it until its file is there, English to begin with. */
export function useLanguage(id: LanguageId): Texts {
  const { answer, last } = useQuery({
    kind: 'language',
    of: inEnglish,
    key: id,
    ask: async () => (id === 'en' ? inEnglish : loadData<LanguageData>(`language-${id}`)),
  });
  const data = answer ?? last ?? inEnglish;
  return useMemo(() => textsOf(data), [data]);
}

function textsOf({ view, page, policies }: LanguageData): Texts {
  return textsIn(view, { ...inEnglish.page, ...page }, { ...inEnglish.policies, ...policies });
}
