/** The first place in which two decoded values differ, leaving out what is never compared. */

/**
 * @param place where the values stand, such as `two-valleys/run/out/summary.json`
 * @param isLeftOut whether a place is never compared
 * @returns {{ difference: { place: string, before: string, after: string } | null, values: number }}
 *   the number of single values that were compared
 */
export function firstDifference(place, before, after, isLeftOut) {
  const counted = { values: 0 };
  const look = isTable(before) && isTable(after) ? lookAtTables : lookAt;
  const difference = look(
    { shown: `${place}:`, kind: `${place}:` },
    before,
    after,
    isLeftOut,
    counted,
  );
  return { difference, values: counted.values };
}

const isTable = (value) => Array.isArray(value?.columns) && Array.isArray(value?.rows);
const below = ({ shown, kind }, key) => {
  const dot = kind.endsWith(':') ? '' : '.';
  return { shown: `${shown}${dot}${key}`, kind: `${kind}${dot}${key}` };
};
const found = ({ shown }, before, after) => ({
  place: shown,
  before: show(before),
  after: show(after),
});

function lookAt(at, before, after, isLeftOut, counted) {
  if (isTable(before) && isTable(after)) return lookAtTables(at, before, after, isLeftOut, counted);
  if (typeof before === 'string' && typeof after === 'string') {
    counted.values += 1;
    if (before === after) return null;
    const isLong = Math.max(before.length, after.length) > 100;
    return isLong ? inText(at, before, after) : found(at, before, after);
  }
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) {
    counted.values += 1;
    return Object.is(before, after) ? null : found(at, before, after);
  }
  if (Array.isArray(before) !== Array.isArray(after)) return found(at, before, after);
  if (Array.isArray(before)) {
    for (let i = 0; i < Math.min(before.length, after.length); i++) {
      const item = { shown: `${at.shown}[${i}]`, kind: at.kind };
      const difference = lookAt(item, before[i], after[i], isLeftOut, counted);
      if (difference) return difference;
    }
    return before.length === after.length
      ? null
      : found(at, `${before.length} items`, `${after.length} items`);
  }
  const keys = [before, after].map((one) =>
    Object.keys(one).filter((key) => !isLeftOut(below(at, key).kind)),
  );
  for (const key of keys[0].filter((one) => keys[1].includes(one))) {
    const difference = lookAt(below(at, key), before[key], after[key], isLeftOut, counted);
    if (difference) return difference;
  }
  return inOrder(at, 'fields', keys);
}

function lookAtTables(at, before, after, isLeftOut, counted) {
  const sides = [before, after].map(({ columns, rows }) => ({
    rows,
    at: columns.flatMap((column, i) => (isLeftOut(below(at, column).kind) ? [] : [i])),
    columns: columns.filter((column) => !isLeftOut(below(at, column).kind)),
  }));
  const heads = inOrder(
    at,
    'columns',
    sides.map((side) => side.columns),
  );
  if (heads) return heads;
  const [one, other] = sides;
  for (let row = 0; row < Math.min(one.rows.length, other.rows.length); row++) {
    for (let c = 0; c < one.at.length; c++) {
      const cell = { shown: `${at.shown} row ${row + 1}, ${one.columns[c]}`, kind: at.kind };
      const [left, right] = sides.map((side) => side.rows[row][side.at[c]]);
      const difference = lookAt(cell, left, right, isLeftOut, counted);
      if (difference) return difference;
    }
  }
  return one.rows.length === other.rows.length
    ? null
    : found(at, `${one.rows.length} rows`, `${other.rows.length} rows`);
}

/** Names that only one side has, or that stand in another order. */
function inOrder(at, what, [before, after]) {
  const i = before.findIndex((name, n) => name !== after[n]);
  const at1 = i >= 0 ? i : before.length;
  return i < 0 && before.length === after.length
    ? null
    : found(at, `${what} ${at1 + 1}: ${before[at1]}`, `${what} ${at1 + 1}: ${after[at1]}`);
}

function inText(at, before, after) {
  let i = 0;
  while (before[i] === after[i]) i++;
  const lines = before.slice(0, i).split('\n');
  const place = `${at.shown} line ${lines.length}, character ${lines.at(-1).length + 1}`;
  const excerpt = (text) => text.slice(Math.max(0, i - 40), i + 60);
  return found({ shown: place }, excerpt(before), excerpt(after));
}

function show(value) {
  if (Object.is(value, -0)) return '-0';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
