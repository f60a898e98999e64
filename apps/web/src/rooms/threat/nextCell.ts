import { ownValue } from '@asylia/engine';

/** Steps in a grid for the arrow keys, in rows and columns as they are written. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * The button of a table that a key leads to from the one in focus: the nearest in the direction of
 * an arrow, the first or last of a row; null where there is none.
 */
export function nextCell(
  table: HTMLTableElement,
  key: string,
  isRightToLeft: boolean,
): HTMLButtonElement | null {
  const own = document.activeElement?.closest('td');
  if (!own) return null;
  const rows = [...table.rows];
  const row = own.parentElement as HTMLTableRowElement;
  const buttonOf = (cell: Element | null | undefined) => cell?.querySelector('button') ?? null;
  if (key === 'Home' || key === 'End') {
    const buttons = [...row.cells].map(buttonOf).filter((one) => one !== null);
    return (key === 'Home' ? buttons[0] : buttons.at(-1)) ?? null;
  }
  const step = ownValue(steps, key);
  if (!step) return null;
  const across = isRightToLeft ? -step[1] : step[1];
  let r = rows.indexOf(row);
  let c = own.cellIndex;
  for (;;) {
    r += step[0];
    c += across;
    const to = rows[r];
    if (!to || c < 0 || (across !== 0 && c >= to.cells.length)) return null;
    const found = buttonOf(to.cells[c]);
    if (found) return found;
  }
}
