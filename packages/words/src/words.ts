import type { Dates } from './dates.ts';
import { datesIn } from './dates.ts';
import type { MessageId } from './ids.ts';
import type { Language } from './language.ts';
import type { NameKind } from './names.ts';
import type { Numbers } from './numbers.ts';
import { numbersIn } from './numbers.ts';
import type { Values } from './phrase.ts';
import { phraseIn } from './phrase.ts';
import type { Template } from './template.ts';

/** Everything that can be said in one language; handed to whatever makes a text. */
export interface Words<Id extends string = MessageId> extends Numbers, Dates {
  readonly language: Language<Id>;
  /** A sentence of the catalogue, filled in. Numbers are handed in as formatted text. */
  readonly say: (id: Id, values?: Values) => string;
  /** Any ICU message, filled in. */
  readonly phrase: (template: Template, values?: Values) => string;
  /** Name of something declared in code; its English where the language has none. */
  readonly named: (kind: NameKind, id: string, english: string) => string;
  /** The same; undefined where the language has none. */
  readonly nameOf: (kind: NameKind, id: string) => string | undefined;
  /** a; b; c: parts of a list, with what stands between them; items are shorter. */
  readonly listed: (parts: readonly string[], kind?: 'parts' | 'items') => string;
}

/** The words of a language. Pure: equal languages say the same. */
export function wordsIn<Id extends string>(language: Language<Id>): Words<Id> {
  const { messages, names, lists } = language;
  const phrase = phraseIn(language);
  const nameOf = (kind: NameKind, id: string) =>
    Object.hasOwn(names, `${kind}.${id}`) ? names[`${kind}.${id}`] : undefined;
  return {
    language,
    ...numbersIn(language.numbers),
    ...datesIn(language),
    say: (id, values) => phrase(messages[id], values),
    phrase,
    nameOf,
    named: (kind, id, english) => nameOf(kind, id) ?? english,
    listed: (parts, kind = 'parts') => parts.join(lists[kind]),
  };
}
