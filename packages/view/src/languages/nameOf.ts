import type { NameKind } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { language, named, say } from '../now.ts';

export { named } from '../now.ts';

/** Text that exists in English only (sources, formulas, notes of a case), as HTML that says so. */
export function inEnglish(text: string): string {
  const safe = escapeHtml(text);
  return language().id === 'en' || text === '' ? safe : `<span lang="en" dir="ltr">${safe}</span>`;
}

/** A name in the language of now, as HTML; English is marked where there is no other. */
export function namedHtml(kind: NameKind, id: string, english: string): string {
  return `${kind}.${id}` in language().names
    ? escapeHtml(named(kind, id, english))
    : inEnglish(english);
}

/** A unit of measurement; one that the catalogues do not know stays as it is. */
export function unitName(unit: string): string {
  return unit === 'school places per person' ? say('unit.schoolPlaces') : named('unit', unit, unit);
}

/** An assumption is a parameter of the engine or of a theory. */
export function assumptionName(id: string, english: string): string {
  return named('assumption', id, named('parameter', id, english));
}
