import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, LanguageId } from './languages.ts';
import { language } from './languages.ts';
import type { MessageId } from './messages/ids.ts';

export type { MessageId } from './messages/ids.ts';
export type Values = Readonly<Record<string, string | number>>;

const compiled = new Map<LanguageId, Map<string, IntlMessageFormat>>();

/** A sentence of the catalogue in the language of now, filled in. Numbers are handed in as formatted text. */
export function say(id: MessageId, values: Values = {}): string {
  const now = language();
  return phrase(now, now.messages[id], values);
}

/**
 * Any ICU template of a language, filled in; compiled once. Only the plural rules come from
 * elsewhere: numbers are written as they are handed in. In a language that runs from right to left
 * what is put in from another script, or is a date such as 1999-06-07, keeps its own direction.
 */
export function phrase(
  { id, dir }: Pick<Language, 'id' | 'dir'>,
  template: string,
  values: Values = {},
): string {
  let own = compiled.get(id);
  if (!own) {
    own = new Map();
    compiled.set(id, own);
  }
  let message = own.get(template);
  if (!message) {
    // Digits as in the rest of the language, whatever this machine would take.
    message = new IntlMessageFormat(template, id === 'ar' ? 'ar-u-nu-latn' : id);
    own.set(template, message);
  }
  const given = dir === 'rtl' && !template.includes('select,') ? isolated(values) : values;
  return String(message.format(given as Record<string, string>));
}

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
