/// <reference types="vite/client" />
import type { LanguageId } from '@asylia/words';
import { inOrder } from '@asylia/words';

const found = import.meta.glob<string>('../../../../packages/words/languages/*/language.json', {
  eager: true,
  import: 'name',
});

/** [id] name in itself of each language that has a folder. */
export const ownNames: Readonly<Record<LanguageId, string>> = Object.fromEntries(
  Object.entries(found).map(([path, name]) => [path.split('/').at(-2)!, name]),
);

export const languages: readonly LanguageId[] = inOrder(Object.keys(ownNames));
