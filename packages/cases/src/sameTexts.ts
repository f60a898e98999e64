/** [table] the table from which it differs in numbers alone */
const unscaled = new WeakMap<object, object>();

/** Remembers that rows, in their order, are those of another table with other numbers. */
export function isScaledFrom(rows: readonly unknown[], before: readonly unknown[]): void {
  unscaled.set(rows, unscaled.get(before) ?? before);
}

/**
 * A table with the same texts, dates and choices in the same rows; its numbers may be others. It is
 * the same table for all that were scaled from one, so that what follows from texts is made once.
 */
export function sameTexts<T extends readonly unknown[]>(rows: T): T {
  return (unscaled.get(rows) ?? rows) as T;
}
