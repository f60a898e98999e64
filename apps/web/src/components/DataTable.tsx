import type { ReportTable } from '@asylia/view';
import { SaveButtons } from '../take/SaveButtons.tsx';
import { useTexts } from '../texts.ts';
import { ScrollArea } from './ScrollArea.tsx';
import { TableHead } from './TableHead.tsx';

interface TableProps {
  readonly table: ReportTable;
  /** Language of the cells where it is not that of the page. */
  readonly languageOfRows?: 'en' | undefined;
}

/** A table in a fold, with buttons to take it away. */
export function DataTable({
  table,
  open = false,
  languageOfRows,
}: TableProps & { readonly open?: boolean }) {
  const { say } = useTexts();
  return (
    <details open={open} className="table">
      <summary>
        {say('table')} <span className="hidden">{table.title}</span>
      </summary>
      <SaveButtons table={table} />
      <OpenTable table={table} languageOfRows={languageOfRows} />
    </details>
  );
}

/** The table itself. */
export function OpenTable({ table, languageOfRows }: TableProps) {
  const { figure, language } = useTexts();
  /** A text that exists in English only says so in another language, and keeps its direction. */
  const inEnglish = (column: number, text: string) =>
    text !== '' && language.id !== 'en' && table.englishColumns?.includes(column) ? (
      <div lang="en" dir="ltr">
        {text}
      </div>
    ) : (
      text
    );
  const id = `table-${table.id}`;
  return (
    <ScrollArea label={table.title}>
      <table id={id}>
        <caption>{table.title}</caption>
        <TableHead columns={table.columns} />
        <tbody lang={languageOfRows} dir={languageOfRows ? 'ltr' : undefined}>
          {table.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name and never move
            <tr key={r}>
              {row.map((value, c) => {
                const text =
                  value === null ? '' : typeof value === 'number' ? figure(value) : value;
                const kind = typeof value === 'number' ? 'n' : undefined;
                return c === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  <th key={c} scope="row" className={kind}>
                    {inEnglish(c, text)}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  <td key={c} className={kind}>
                    {inEnglish(c, text)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
