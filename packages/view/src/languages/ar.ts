import type { Language } from '../languages.ts';
import messages from '../messages/ar.json' with { type: 'json' };
import names from './names.ar.json' with { type: 'json' };

/**
 * Keeps a sign on its side of a number where the text runs from right to left. An isolate, not a
 * mark: what stands around it still decides its own direction.
 */
const leftToRight = (pattern: string) => `\u2066${pattern}\u2069`;

/** Months by the names that are read from Egypt to the Gulf; Arabic does not shorten them. */
const months = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

/**
 * Digits 0 to 9, as in the Arabic publications of UNHCR: they are read from Morocco to Iraq, and
 * axes, tables and exports of all languages stay comparable.
 */
export const arabic: Language = {
  id: 'ar',
  name: 'العربية',
  dir: 'rtl',
  messages,
  numbers: {
    group: ',',
    groupFromDigits: 4,
    decimal: '.',
    digits: '0123456789',
    negative: leftToRight('-{n}'),
    positive: leftToRight('+{n}'),
    percent: leftToRight('{n}%'),
    about: leftToRight('≈ {n}'),
    thousand: ' ألف',
    million: ' مليون',
  },
  lists: { parts: '؛ ', items: '، ' },
  months: { long: months, short: months },
  dates: {
    long: '{day} {month} {year}',
    short: '{day} {month}',
    monthAndYear: '{month} {year}',
    firstDay: '1',
  },
  names,
};
