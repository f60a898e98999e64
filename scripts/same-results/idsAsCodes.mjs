/**
 * Measures and factors are compared by their codes: an id may be a name (persecution) on one side
 * and its code (O1) on the other.
 */

import { inPresentWords } from './leftOut.mjs';

/**
 * Collects what stands as { id, code } anywhere in plain values.
 * @param {unknown} value what a file of JSON holds
 * @param {Map<string, string>} codes is filled: id -> code
 */
export function collectCodes(value, codes) {
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.id === 'string' && typeof value.code === 'string')
    codes.set(value.id, value.code);
  for (const inner of Object.values(value)) collectCodes(inner, codes);
}

/**
 * The same values in present words and with codes for ids, in text, in names of fields and in names of columns; several
 * ids in one text are joined with a mark (`host.unrest.ALB|fighters`).
 * @param {Map<string, string>} codes id -> code
 */
export function idsAsCodes(value, codes) {
  if (typeof value === 'string')
    return inPresentWords(value)
      .split(/([|+,;~ ])/)
      .map((word) => codes.get(word) ?? word)
      .join('');
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((one) => idsAsCodes(one, codes));
  const fields = Object.entries(value);
  // What has an id is a record, whose fields are read by name: their order says nothing.
  if ('id' in value) fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fields.map(([key, inner]) => [idsAsCodes(key, codes), idsAsCodes(inner, codes)]),
  );
}
