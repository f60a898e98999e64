import type { Language } from '../languages.ts';
import messages from '../messages/es.json' with { type: 'json' };
import names from './names.es.json' with { type: 'json' };

/**
 * 12 345,6: groups by a narrow space and from five digits on, as the academies of the language
 * recommend. A point between groups is read as a decimal sign in Mexico and Central America, a
 * space is misread by nobody.
 */
export const spanish: Language = {
  id: 'es',
  name: 'Español',
  dir: 'ltr',
  messages,
  numbers: {
    group: '\u202f',
    groupFromDigits: 5,
    decimal: ',',
    digits: '0123456789',
    negative: '-{n}',
    positive: '+{n}',
    about: '≈ {n}',
    percent: '{n}\u202f%',
    thousand: '\u202fmil',
    million: '\u202fM',
  },
  lists: { parts: '; ', items: ', ' },
  months: {
    long: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    short: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
  },
  dates: {
    long: '{day} de {month} de {year}',
    short: '{day} {month}',
    monthAndYear: '{month} {year}',
    firstDay: '1',
  },
  names,
};
