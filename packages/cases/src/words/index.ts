export { caseNames } from './caseNames.ts';
export type { CaseWords } from './readCaseWords.ts';
export { readCaseWords, wordsFile } from './readCaseWords.ts';
