import type { Language } from '../languages.ts';
import messages from '../messages/fr.json' with { type: 'json' };
import names from './names.fr.json' with { type: 'json' };

/** 1 234,5 with narrow no-break spaces; the first of a month is 1er. */
export const french: Language = {
  id: 'fr',
  name: 'Français',
  dir: 'ltr',
  messages,
  numbers: {
    group: '\u202f',
    groupFromDigits: 4,
    decimal: ',',
    digits: '0123456789',
    negative: '-{n}',
    positive: '+{n}',
    about: '≈ {n}',
    percent: '{n}\u202f%',
    thousand: '\u202fk',
    million: '\u202fM',
  },
  lists: { parts: '\u202f; ', items: ', ' },
  months: {
    long: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    short: [
      'janv.',
      'févr.',
      'mars',
      'avr.',
      'mai',
      'juin',
      'juil.',
      'août',
      'sept.',
      'oct.',
      'nov.',
      'déc.',
    ],
  },
  dates: {
    long: '{day} {month} {year}',
    short: '{day} {month}',
    monthAndYear: '{month} {year}',
    firstDay: '1er',
  },
  names,
};
