/** One cell of a golden. */
interface Cell {
  readonly unit: string;
  readonly text: string;
}

/** Most differences that are printed; the rest are counted. */
const most = 40;

/** [section, row and column in words] every cell of the text of a golden. */
function cellsOf(text: string): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  let section = '';
  let columns: readonly string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) {
      section = line.slice(3);
      columns = [];
      continue;
    }
    const parts = line.split(' | ').map((part) => part.trim());
    if (parts.length < 3) continue;
    if (columns.length === 0) {
      columns = parts.slice(2);
      continue;
    }
    const [name, unit, ...values] = parts as [string, string, ...string[]];
    values.forEach((value, i) => {
      cells.set(`${section}: ${name}, ${columns[i] ?? ''}`, { unit, text: value });
    });
  }
  return cells;
}

/** The number that a cell shows, or null where it shows a word. */
function numberOf(text: string): number | null {
  return /^-?\d[\d,]*(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

const short = (x: number) => {
  const size = Math.abs(x);
  const text = size >= 1000 ? String(Math.round(size)) : String(Number(size.toPrecision(4)));
  const grouped = text.includes('e')
    ? text
    : text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','));
  return `${x < 0 ? '-' : '+'}${grouped}`;
};

/** By how much a number moved: in its unit and in per cent. */
function moved(before: number, after: number, unit: string): string {
  const difference = after - before;
  const by = `${short(difference)}${unit === '' ? '' : ` ${unit}`}`;
  return before === 0
    ? `${by}; it was 0`
    : `${by}, ${short((100 * difference) / Math.abs(before))} %`;
}

/** Every cell that is not the same in two goldens, in words, in the order of the files. */
export function differences(before: string, after: string): string[] {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  const lines: string[] = [];
  for (const [name, { text, unit }] of now) {
    const was = old.get(name);
    if (!was) {
      lines.push(`${name}: new, ${text} ${unit}`.trimEnd());
      continue;
    }
    if (was.text === text && was.unit === unit) continue;
    const [x, y] = [numberOf(was.text), numberOf(text)];
    const how = x === null || y === null || was.unit !== unit ? '' : ` (${moved(x, y, unit)})`;
    const units = was.unit === unit ? '' : ` ${was.unit} -> ${unit}`;
    lines.push(`${name}: ${was.text} -> ${text}${how}${units}`);
  }
  for (const [name, { text }] of old) if (!now.has(name)) lines.push(`${name}: gone, was ${text}`);
  return lines;
}

/** What differs, for a failed test or for whoever renews a golden; '' where nothing does. */
export function differenceText(before: string, after: string, shown = most): string {
  if (before === after) return '';
  const lines = differences(before, after);
  if (lines.length === 0) return 'No number differs, but the text around them does.';
  const rest = lines.length - shown;
  return [
    `${lines.length} of ${cellsOf(after).size} numbers differ:`,
    ...lines.slice(0, shown).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  ... and ${rest} more`] : []),
  ].join('\n');
}
