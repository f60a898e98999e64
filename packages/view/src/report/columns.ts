import type { MessageId, Words } from '@asylia/words';

/** What can stand above a column: the part behind `column.` in the catalogues. */
export type ColumnId = MessageId extends infer Id
  ? Id extends `column.${infer Name}`
    ? Exclude<Name, 'ofName'>
    : never
  : never;

export function column(words: Words, id: ColumnId): string {
  return words.say(`column.${id}`);
}

export function columns(words: Words, ...ids: readonly ColumnId[]): string[] {
  return ids.map((one) => column(words, one));
}
