import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageId, PageLanguage } from '@asylia/words';
import { withCaseWords } from '@asylia/words';
import { inject } from 'vitest';
import { executablePath } from '../../../../browser/chromium.ts';
import { startState } from '../../src/state/state.ts';
import type { Texts } from '../../src/texts.ts';
import { textsIn } from '../../src/texts.ts';

/** Languages in which every flow is tried: left to right and right to left. */
export const triedLanguages = ['en', 'ar'] as const satisfies readonly LanguageId[];

/** A value that the built page loads from its folder of data. */
export function builtData<T>(name: string): T {
  const path = join(inject('pageFolder'), 'data', `${name}.js`);
  const text = readFileSync(path, 'utf8');
  const known = {} as { asyliaData: Record<string, T> };
  new Function('globalThis', text)(known);
  return known.asyliaData[name]!;
}

/** Everything that the page says in a language of a case, from what was built. */
export function textsOf(id: LanguageId, caseName = startState.case): Texts {
  const words = builtData<Record<string, string>>(`case-${caseName}`)[`words/${id}.json`];
  const language = builtData<PageLanguage>(`language-${id}`);
  return textsIn(withCaseWords(language, { [id]: JSON.parse(words ?? '{}') }));
}

export const isBuilt = (id: LanguageId) =>
  existsSync(join(inject('pageFolder'), 'data', `language-${id}.js`));

/** Those of the tried languages that the page has; all where nothing was built, to be skipped. */
export const builtLanguages = () =>
  executablePath ? triedLanguages.filter(isBuilt) : [...triedLanguages];
