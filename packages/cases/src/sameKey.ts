/**
 * [row] the first row with the same cells in all columns: the row itself where it is the first.
 * Rows are told apart column by column, by numbers: a text of the whole key, made and hashed for
 * each row, costs a long table much time and memory.
 * @param columns the cell of a row in each column that names rows
 */
export function firstOfSameKey(
  rows: number,
  columns: readonly ((row: number) => string)[],
): Int32Array {
  let alike: Alike = { first: new Int32Array(rows), different: Math.min(1, rows) };
  for (const cellOf of columns) {
    if (alike.different === rows) break;
    const own = alikeBy(rows, cellOf);
    if (own.different === 1) continue;
    const { first, different } = alike;
    // A number for each pair of first rows, exact below 2^53.
    alike = different === 1 ? own : alikeBy(rows, (row) => first[row]! * rows + own.first[row]!);
  }
  return alike.first;
}

interface Alike {
  /** [row] the first row that is alike */
  readonly first: Int32Array;
  /** How many rows are the first of their kind. */
  readonly different: number;
}

function alikeBy<K extends string | number>(rows: number, keyOf: (row: number) => K): Alike {
  const known = new Map<K, number>();
  const first = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const key = keyOf(row);
    const before = known.get(key);
    if (before === undefined) known.set(key, row);
    first[row] = before ?? row;
  }
  return { first, different: known.size };
}
