export { english, englishWords } from './english.ts';
export type { MessageId, PageMessageId } from './ids.ts';
export type {
  DateStyle,
  Language,
  LanguageFiles,
  LanguageId,
  NumberStyle,
  PageLanguage,
  Style,
} from './language.ts';
export { capital, inSentence } from './letters.ts';
export type { NameKind } from './names.ts';
export type { Values } from './phrase.ts';
export type { ReadFile } from './read.ts';
export { filesOf, inOrder, readLanguage } from './read.ts';
export type { Template } from './template.ts';
export { withCaseWords } from './withCaseWords.ts';
export type { Words } from './words.ts';
export { wordsIn } from './words.ts';
