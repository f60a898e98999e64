import type { Language } from '../languages.ts';
import messages from '../messages/en.json' with { type: 'json' };

export const english: Language = {
  id: 'en',
  name: 'English',
  dir: 'ltr',
  messages,
  numbers: {
    group: ',',
    groupFromDigits: 4,
    decimal: '.',
    digits: '0123456789',
    negative: '-{n}',
    positive: '+{n}',
    about: '≈ {n}',
    percent: '{n} %',
    thousand: 'k',
    million: 'm',
  },
  lists: { parts: '; ', items: ', ' },
  months: {
    long: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
  dates: {
    long: '{day} {month} {year}',
    short: '{day} {month}',
    monthAndYear: '{month} {year}',
    firstDay: '1',
  },
  names: {},
};
