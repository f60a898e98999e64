import { english } from './languages/en.ts';
import type { MessageId } from './messages/ids.ts';

export type LanguageId = 'en' | 'fr' | 'es' | 'ar';

/** How numbers are written. Signs and spaces are plain text, so that every machine writes the same. */
export interface NumberStyle {
  /** between groups of three digits */
  readonly group: string;
  /** numbers with fewer digits than this stay in one piece */
  readonly groupFromDigits: number;
  readonly decimal: string;
  /** ten characters, zero first */
  readonly digits: string;
  /** patterns, `{n}` = the number without a sign */
  readonly negative: string;
  readonly positive: string;
  readonly percent: string;
  /** about so much: ≈ 0 */
  readonly about: string;
  /** after a number in short form: 250k, 1.5m */
  readonly thousand: string;
  readonly million: string;
}

/** Patterns with `{day}`, `{month}` and `{year}`; the long one has the month's full name. */
export interface DateStyle {
  readonly long: string;
  readonly short: string;
  readonly monthAndYear: string;
  /** the first day of a month: 1, 1er */
  readonly firstDay: string;
}

/** Everything in which one language differs from another. Plain data, fit for JSON. */
export interface Language {
  readonly id: LanguageId;
  /** its name in itself */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: Readonly<Record<MessageId, string>>;
  readonly numbers: NumberStyle;
  /** between the parts of a list, and between the items of a shorter one */
  readonly lists: { readonly parts: string; readonly items: string };
  /** twelve names each, January first */
  readonly months: { readonly long: readonly string[]; readonly short: readonly string[] };
  readonly dates: DateStyle;
  /** names of what is declared in code: `kind.id` -> text; what is missing stays English */
  readonly names: Readonly<Record<string, string>>;
}

let current: Language = english;

/**
 * Renders something in a language and goes back to the language before, also after an error.
 *
 * A scope instead of an argument: sentences and numbers are made at some two hundred places, deep
 * inside charts and tables that otherwise know nothing of languages. It is safe because rendering
 * is synchronous: nothing else can run in between, so a text is still a function of language and
 * input alone.
 * @throws Error when `make` returns a promise: the rest of it would run in another language
 */
export function inLanguage<T>(wanted: Language, make: () => T): T {
  const before = current;
  current = wanted;
  try {
    const made = make();
    if (made instanceof Promise) {
      throw new Error(
        'inLanguage: expected a function that renders at once, got one that returns a promise. Wait for its data first, then render.',
      );
    }
    return made;
  } finally {
    current = before;
  }
}

/** The language in which texts are made now; English where none was asked for. */
export function language(): Language {
  return current;
}
