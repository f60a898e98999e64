import style from '../languages/en/language.json' with { type: 'json' };
import messages from '../languages/en/report.json' with { type: 'json' };
import type { MessageId } from './ids.ts';
import type { Language, Style } from './language.ts';
import { wordsIn } from './words.ts';

export const english: Language<MessageId, string> = {
  ...(style as Style),
  id: 'en',
  locale: 'en',
  messages,
  names: {},
};

/** What programs read is said in English, whatever the language of the report. */
export const englishWords = wordsIn(english);
