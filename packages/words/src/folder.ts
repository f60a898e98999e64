import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LanguageId, PageLanguage } from './language.ts';
import type { ReadFile } from './read.ts';
import { inOrder, readLanguage } from './read.ts';

/** The languages that come with the program, a folder each: beside the built command, or here. */
const beside = fileURLToPath(new URL('./languages', import.meta.url));
const folder = existsSync(beside)
  ? beside
  : fileURLToPath(new URL('../languages', import.meta.url));

export const languageIds: readonly LanguageId[] = inOrder(readdirSync(folder));

export const inFolder: ReadFile = (id, file) => {
  const path = join(folder, id, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

/** A language that comes with the program. @throws Error as `readLanguage` */
export const languageCalled = (id: LanguageId): PageLanguage<string> => readLanguage(id, inFolder);
