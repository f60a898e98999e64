import type { MessageId, PageMessageId } from './ids.ts';
import type { Template } from './template.ts';

/** Name of a language: that of its folder, a tag of BCP 47 such as `fr`. */
export type LanguageId = string;

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

/** What `language.json` of a language's folder holds. */
export interface Style {
  /** its name in itself */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** by which plurals and numbers inside messages are formed, where that is not the id: `ar-u-nu-latn` */
  readonly locale?: string;
  /** in which the page's controls speak, where react-aria has it: `fr-FR` */
  readonly controls?: string;
  /** whether it says everything: then a missing message is a fault, not a sentence in English */
  readonly isComplete?: boolean;
  readonly numbers: NumberStyle;
  /** between the parts of a list, and between the items of a shorter one */
  readonly lists: { readonly parts: string; readonly items: string };
  /** twelve names each, January first */
  readonly months: { readonly long: readonly string[]; readonly short: readonly string[] };
  readonly dates: DateStyle;
}

/** Everything in which one language differs from another. Plain data, fit for JSON. */
export interface Language<Id extends string = MessageId, Text = Template> extends Style {
  readonly id: LanguageId;
  readonly locale: string;
  /** as text, or compiled */
  readonly messages: Readonly<Record<Id, Text>>;
  /** names of what is declared in code: `kind.id` -> text; what is missing stays English */
  readonly names: Readonly<Record<string, string>>;
}

/** A language with what the page says besides. */
export interface PageLanguage<Text = Template> extends Language<MessageId | PageMessageId, Text> {
  /** messages of the policies by their ids, see packages/cases/src/policies */
  readonly policies: Readonly<Record<string, Text>>;
}

/** The files of a language's folder as they stand there; what one lacks is said in English. */
export interface LanguageFiles {
  readonly language: Partial<Style>;
  readonly report: Readonly<Partial<Record<MessageId, string>>>;
  readonly page: Readonly<Partial<Record<PageMessageId, string>>>;
  readonly policies: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}
