/** A number, a word or date, or null where there is none. */
export type Value = number | string | null;

export interface Row {
  readonly name: string;
  /** Unit of the numbers of the row, in words; '' for shares and words. */
  readonly unit: string;
  /** [column] */
  readonly values: readonly Value[];
}

export interface Section {
  readonly title: string;
  /** What a reader needs to know of the section; '' for nothing. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** The numbers of one case that must not move unseen. */
export interface Golden {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Significant digits: more than any figure shown, fewer than rounding of the last place. */
const digits = 12;

const head = 'what';
const between = ' | ';

const about = [
  'The tests compare this file with what the program computes, letter by letter. It is written anew',
  'by "npm run goldens", which prints every number that moved. Do that only for a change that is',
  'meant to move numbers, and say so in CHANGELOG.md.',
].join('\n');

/** 428,123.456789: the same on every machine. */
export function written(value: Value): string {
  if (value === null) return '-';
  if (typeof value === 'string') return value.replace(/\s*[|\n]\s*/g, '; ');
  if (Number.isNaN(value)) return 'not defined';
  if (!Number.isFinite(value)) return value > 0 ? 'no bound' : 'no lower bound';
  const text = String(Number(value.toPrecision(digits)));
  if (text.includes('e')) return text;
  const [whole, rest] = text.split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** The text of a golden: a table for each section, columns in line. */
export function goldenText({ title, sections }: Golden): string {
  return `${[`# ${title}\n\n${about}\n`, ...sections.map(sectionText)].join('\n')}`;
}

function sectionText({ title, note, columns, rows }: Section): string {
  const cells = [
    [head, 'unit', ...columns],
    ...rows.map(({ name, unit, values }) => [written(name), unit, ...values.map(written)]),
  ];
  const wide = cells[0]!.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(wide[i]!) : cell.padStart(wide[i]!)))
      .join(between)
      .trimEnd(),
  );
  return `## ${title}\n${note === '' ? '' : `\n${note}\n`}\n${lines.join('\n')}\n`;
}
