import type { Language } from '@asylia/view';
import {
  compact,
  count,
  figure,
  inLanguage,
  listed,
  longDate,
  named,
  percent,
  phrase,
  say as sayOfReport,
  short,
  shortDate,
  signed,
} from '@asylia/view';
import { createContext, useContext } from 'react';
import type english from './messages/en.json';

export type PageMessageId = keyof typeof english;
export type PageMessages = Readonly<Record<PageMessageId, string>>;

/** Everything that the page says, in one language. */
export interface Texts {
  readonly language: Language;
  /** A sentence of the page's catalogue. Numbers are handed in as formatted text. */
  readonly say: (id: PageMessageId, values?: Readonly<Record<string, string | number>>) => string;
  readonly count: (x: number) => string;
  readonly figure: (x: number) => string;
  readonly short: (x: number) => string;
  readonly signed: (x: number) => string;
  readonly compact: (x: number) => string;
  readonly percent: (x: number) => string;
  readonly longDate: (iso: string) => string;
  readonly shortDate: (iso: string) => string;
  /** Whether the catalogue has a message of this id. */
  readonly has: (id: string) => id is PageMessageId;
  /** Parts of a list, with what stands between them in the language; items are shorter. */
  readonly listed: (parts: readonly string[], kind?: 'parts' | 'items') => string;
  /** A name and what is said of it: `A: as it was`. */
  readonly pair: (name: string, value: string) => string;
  /** Messages of the policies by their ids, see packages/cases/src/policies. */
  readonly policies: Readonly<Record<string, string>>;
  /** Name of something declared in code: `named('factor', 'O1', 'Persecution')`. */
  readonly named: typeof named;
  /** Runs a renderer of packages/view in this language. */
  readonly render: <T>(make: () => T) => T;
}

/** Texts of a language with the page's own messages in it. */
export function textsIn(
  language: Language,
  messages: PageMessages,
  policies: Readonly<Record<string, string>>,
): Texts {
  const within =
    <A extends readonly unknown[], T>(make: (...args: A) => T) =>
    (...args: A): T =>
      inLanguage(language, () => make(...args));
  return {
    language,
    policies,
    has: (id): id is PageMessageId => Object.hasOwn(messages, id),
    say: (id, values = {}) => phrase(language, messages[id], values),
    count: within(count),
    figure: within(figure),
    short: within(short),
    signed: within(signed),
    compact: within(compact),
    percent: within(percent),
    longDate: within(longDate),
    shortDate: within(shortDate),
    listed: within(listed),
    pair: within((name: string, value: string) => sayOfReport('pair', { name, value })),
    named: within(named) as typeof named,
    render: (make) => inLanguage(language, make),
  };
}

export const TextsContext = createContext<Texts | null>(null);

/** The texts of the language in which the page is shown. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useTexts: no language is given above this part of the page');
  return texts;
}
