import type { MessageId } from '@asylia/words';
import { say } from '../now.ts';

/** What can stand above a column: the part behind `column.` in the catalogues. */
export type ColumnId = MessageId extends infer Id
  ? Id extends `column.${infer Name}`
    ? Exclude<Name, 'ofName'>
    : never
  : never;

export function column(id: ColumnId): string {
  return say(`column.${id}`);
}

export function columns(...ids: readonly ColumnId[]): string[] {
  return ids.map(column);
}
