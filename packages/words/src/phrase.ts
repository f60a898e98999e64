import type { Formatters } from 'intl-messageformat';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Style } from './language.ts';
import type { Part, Template } from './template.ts';

/** What a message is filled with; numbers are handed in as formatted text, but for plurals. */
export type Values = Readonly<Record<string, string | number>>;

/** Mark of a part that chooses among words, see TYPE of the parser. */
const select = 5;

/**
 * Fills in any ICU template of a language; each is compiled once. In a language that runs from
 * right to left what is put in from another script, or is a date such as 1999-06-07, keeps its own
 * direction.
 */
export function phraseIn({
  locale,
  dir,
  numbers,
}: Pick<Style, 'dir' | 'numbers'> & { readonly locale: string }): (
  template: Template,
  values?: Values,
) => string {
  const compiled = new Map<Template, IntlMessageFormat>();
  const formatters = groupedBy(numbers.group);
  return (template, values = {}) => {
    if (isPlain(template)) return template;
    let message = compiled.get(template);
    if (!message) {
      message = new IntlMessageFormat(template, locale, undefined, { formatters });
      compiled.set(template, message);
    }
    const given = dir === 'rtl' && !hasSelect(message.getAst()) ? isolated(values) : values;
    return String(message.format(given as Record<string, string>));
  };
}

/** Nothing is filled in and nothing quoted: the text is the sentence. */
const isPlain = (template: Template): template is string =>
  typeof template === 'string' && !/[{}<>]|''/.test(template);

/** Whether a value chooses among words, and so must come as it is. */
const hasSelect = (parts: readonly Part[]): boolean => parts.some(({ type }) => type === select);

/** Numbers that a message writes itself have the language's groups, whatever the machine would take. */
const groupedBy = (group: string): Formatters => ({
  getNumberFormat: (locale, options) => {
    const own = new Intl.NumberFormat(locale, options);
    const format = (x: number) =>
      own
        .formatToParts(x)
        .map(({ type, value }) => (type === 'group' ? group : value))
        .join('');
    return Object.defineProperty(own, 'format', { value: format });
  },
  getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  getPluralRules: (...args) => new Intl.PluralRules(...args),
});

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
