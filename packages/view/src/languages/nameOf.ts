import type { NameKind, Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';

/** Text that exists in English only (sources, formulas, notes of a case), as HTML that says so. */
export function inEnglish(words: Words, text: string): string {
  const safe = escapeHtml(text);
  return words.language.id === 'en' || text === ''
    ? safe
    : `<span lang="en" dir="ltr">${safe}</span>`;
}

/** A name in the language of now, as HTML; English is marked where there is no other. */
export function namedHtml(words: Words, kind: NameKind, id: string, english: string): string {
  return `${kind}.${id}` in words.language.names
    ? escapeHtml(words.named(kind, id, english))
    : inEnglish(words, english);
}

/** A unit of measurement; one that the catalogues do not know stays as it is. */
export function unitName(words: Words, unit: string): string {
  return words.named('unit', unit, unit);
}

/** An assumption is a parameter of the engine or of a theory. */
export function assumptionName(words: Words, id: string, english: string): string {
  return words.named('assumption', id, words.named('parameter', id, english));
}
