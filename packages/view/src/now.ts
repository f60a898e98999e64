import type { Language, MessageId, NameKind, Values, Words } from '@asylia/words';
import { englishWords, wordsIn } from '@asylia/words';

let current: Words = englishWords;

export function inLanguage<T>(language: Language, make: () => T): T {
  const before = current;
  current = wordsIn(language);
  try {
    return make();
  } finally {
    current = before;
  }
}
export const language = () => current.language;
export const say = (id: MessageId, values?: Values) => current.say(id, values);
export const named = (kind: NameKind, id: string, english: string) =>
  current.named(kind, id, english);
export const phrase = (
  language: Pick<Language, 'dir' | 'numbers' | 'locale'>,
  template: string,
  values?: Values,
) => wordsIn(language as Language).phrase(template, values);
export const count = (x: number) => current.count(x);
export const figure = (x: number) => current.figure(x);
export const short = (x: number) => current.short(x);
export const fixed = (x: number, decimals: number) => current.fixed(x, decimals);
export const signed = (x: number) => current.signed(x);
export const compact = (x: number) => current.compact(x);
export const percent = (x: number, decimals?: number) => current.percent(x, decimals);
export const aboutZero = () => current.aboutZero();
export const plain = (x: number) => current.plain(x);
export const listed = (parts: readonly string[], kind?: 'parts' | 'items') =>
  current.listed(parts, kind);
export const longDate = (iso: string) => current.longDate(iso);
export const shortDate = (iso: string) => current.shortDate(iso);
export const monthAndYear = (iso: string) => current.monthAndYear(iso);
