/** One row of headings; those of numbers stand on the side of the numbers. */
export function TableHead({
  columns,
  areNumbers = () => false,
}: {
  readonly columns: readonly string[];
  /** Whether a column, by its place, holds numbers. */
  readonly areNumbers?: (column: number) => boolean;
}) {
  return (
    <thead>
      <tr>
        {columns.map((column, i) => (
          <th key={column} scope="col" className={areNumbers(i) ? 'n' : undefined}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
