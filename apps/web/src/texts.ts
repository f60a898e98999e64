import type { MessageId, PageLanguage, PageMessageId, Words } from '@asylia/words';
import { wordsIn } from '@asylia/words';
import { createContext, useContext } from 'react';

/** Everything that the page says, in one language. */
export interface Texts extends Words<MessageId | PageMessageId> {
  /** Messages of the policies by their ids, see packages/cases/src/policies. */
  readonly policies: PageLanguage['policies'];
  /** Whether the catalogue has a message of this id. */
  readonly has: (id: string) => id is PageMessageId;
  /** A name and what is said of it: `A: baseline`. */
  readonly pair: (name: string, value: string) => string;
}

export function textsIn(language: PageLanguage): Texts {
  const words = wordsIn(language);
  return {
    ...words,
    policies: language.policies,
    has: (id): id is PageMessageId => Object.hasOwn(language.messages, id),
    pair: (name, value) => words.say('pair', { name, value }),
  };
}

export const TextsContext = createContext<Texts | null>(null);

/** The texts of the language in which the page is shown. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useTexts: no language is given above this part of the page');
  return texts;
}
