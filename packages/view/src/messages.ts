import type { Formatters } from 'intl-messageformat';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, LanguageId } from './languages.ts';
import { language } from './languages.ts';
import type { MessageId } from './messages/ids.ts';

export type { MessageId } from './messages/ids.ts';
export type Values = Readonly<Record<string, string | number>>;

const compiled = new Map<LanguageId, Map<Template, IntlMessageFormat>>();

/** A sentence of the catalogue in the language of now, filled in. Numbers are handed in as formatted text. */
export function say(id: MessageId, values: Values = {}): string {
  const now = language();
  return phrase(now, now.messages[id], values);
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** An ICU message: its text, or what its parser makes of it. */
export type Template = string | Part[];

/** Mark of a part that chooses among words, see TYPE of the parser. */
const select = 5;

/**
 * Any ICU template of a language, filled in; compiled once. Only the plural rules come from
 * elsewhere: numbers are written as they are handed in. In a language that runs from right to left
 * what is put in from another script, or is a date such as 1999-06-07, keeps its own direction.
 */
export function phrase(
  { id, dir }: Pick<Language, 'id' | 'dir'>,
  template: Template,
  values: Values = {},
): string {
  if (isPlain(template)) return template;
  let own = compiled.get(id);
  if (!own) {
    own = new Map();
    compiled.set(id, own);
  }
  let message = own.get(template);
  if (!message) {
    // Digits as in the rest of the language, whatever this machine would take.
    message = new IntlMessageFormat(template, id === 'ar' ? 'ar-u-nu-latn' : id, undefined, {
      formatters: id === 'es' ? spanishFormatters : undefined,
    });
    own.set(template, message);
  }
  const given = dir === 'rtl' && !hasSelect(message.getAst()) ? isolated(values) : values;
  return String(message.format(given as Record<string, string>));
}

/** Nothing is filled in and nothing quoted: the text is the sentence. */
const isPlain = (template: Template): template is string =>
  typeof template === 'string' && !/[{}<>]|''/.test(template);

/** Whether a value chooses among words, and so must come as it is. */
const hasSelect = (parts: readonly Part[]): boolean => parts.some(({ type }) => type === select);

/** Groups of thousands as in languages/es.ts: this machine would set a point between them. */
const spanishFormatters: Formatters = {
  getNumberFormat: (locale, options) => {
    const own = new Intl.NumberFormat(locale, options);
    const format = (x: number) =>
      own
        .formatToParts(x)
        .map(({ type, value }) => (type === 'group' ? '\u202f' : value))
        .join('');
    return Object.defineProperty(own, 'format', { value: format });
  },
  getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  getPluralRules: (...args) => new Intl.PluralRules(...args),
};

/**
 * Right-to-left isolate where there is any Arabic, else left-to-right isolate: the direction
 * inside does not touch the direction around.
 */
const isolate = (text: string) =>
  `${/[\u0600-\u06ff]/.test(text) ? '\u2067' : '\u2066'}${text}\u2069`;

function isolated(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && /[A-Za-z]|\d-\d/.test(value) ? isolate(value) : value,
    ]),
  );
}

/** Name of something declared in code, in the language of now; English where there is no other. */
export function named(kind: NameKind, id: string, english: string): string {
  return language().names[`${kind}.${id}`] ?? english;
}

/** What has a name that is declared in code: the first part of a key of the catalogues of names. */
export type NameKind =
  | 'parameter'
  | 'assumption'
  | 'factor'
  | 'outcome'
  | 'object'
  | 'remedy'
  | 'theory'
  | 'frame'
  | 'definition'
  | 'line'
  | 'situation'
  | 'status'
  | 'group'
  | 'unit'
  | 'actor'
  | 'claim'
  | 'case'
  | 'scenario'
  | 'country'
  | 'union'
  | 'violence'
  | 'deathCause'
  | 'placeKind'
  | 'verdict'
  | 'mark'
  | 'flag'
  | 'estimand';
