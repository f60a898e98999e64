import { codeOf } from '@asylia/security';
import type { MessageId, Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';

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

type Cell = ReportTable['rows'][number][number];

/** Fields of a row that can stand in a column which is called as they are. */
type FieldOf<Row> = {
  [Name in ColumnId & keyof Row]: Row[Name] extends Cell ? Name : never;
}[ColumnId & keyof Row];

/** What stands above a column and what of a row stands in it; one name where both are called alike. */
export type ColumnOf<Row> = FieldOf<Row> | readonly [ColumnId, (row: Row) => Cell];

/** Fields that name a measure or a source of threat: their cells show the code. */
const naming: readonly PropertyKey[] = ['outcome', 'factor', 'leader'];

const shown =
  <Row>(field: keyof Row) =>
  (row: Row): Cell =>
    naming.includes(field) ? codeOf(String(row[field])) : (row[field] as Cell);

/** A table of rows of one kind, column by column. */
export function tableOf<Row>(
  words: Words,
  { title, ...head }: Pick<ReportTable, 'id' | 'englishColumns'> & { readonly title: MessageId },
  rows: readonly Row[],
  columnsOf: readonly ColumnOf<Row>[],
): ReportTable {
  const all = columnsOf.map((one) =>
    typeof one === 'object' ? one : ([one, shown<Row>(one)] as const),
  );
  return {
    ...head,
    title: words.say(title),
    columns: columns(words, ...all.map(([id]) => id)),
    rows: rows.map((row) => all.map(([, cell]) => cell(row))),
  };
}
