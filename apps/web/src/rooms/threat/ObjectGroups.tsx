import type { ReactNode } from 'react';

interface Group<R> {
  readonly object: string;
  readonly title: string;
  readonly rows: readonly R[];
}

/** The rows of a table of measures, each object of security under its own heading. */
export function ObjectGroups<R>({
  groups,
  columns,
  children,
}: {
  readonly groups: readonly Group<R>[];
  /** Columns of the table: a heading goes over all of them. */
  readonly columns: number;
  /** A row, with its key. */
  readonly children: (row: R) => ReactNode;
}) {
  return groups.map(({ object, title, rows }) => (
    <tbody key={object}>
      <tr>
        <th scope="rowgroup" colSpan={columns} className="object">
          <span>{title}</span>
        </th>
      </tr>
      {rows.map(children)}
    </tbody>
  ));
}
