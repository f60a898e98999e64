/**
 * What a plain object itself holds under a word that a user may have chosen: `constructor` and
 * `__proto__` find nothing unless they were put there.
 */
export function ownValue<V>(
  record: Readonly<Record<string, V>> | null | undefined,
  key: string,
): V | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
