import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './imports.ts';

/** A row of DECISIONS.md: what stands between its bars, and its line from 1. */
export interface DecisionRow {
  cells: string[];
  line: number;
}

/** The head of the table of DECISIONS.md, which says how a row is made. */
export const decisionsHead = ['No.', 'Date', 'Decision', 'Why'];

/** The rows of the table, head and rule left out. */
export function decisionRows(text: string): DecisionRow[] {
  return text
    .split('\n')
    .map((row, i) => ({ row, line: i + 1 }))
    .filter(({ row }) => row.startsWith('|') && !row.startsWith('|---'))
    .map(({ row, line }) => ({ cells: cellsOf(row), line }))
    .slice(1);
}

/** What stands between the bars of a row; a bar after a backslash belongs to the text. */
export function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** Numbers of decisions go up by one, and each has its day. */
export function decisionsForm(root: string): Finding[] {
  const rows = decisionRows(readFileSync(join(root, 'DECISIONS.md'), 'utf8'));
  const wrong = rows.flatMap(({ cells, line }, i): Finding[] => {
    const [number, date] = cells;
    const isRight =
      cells.length === decisionsHead.length &&
      number === String(i + 1) &&
      /^\d{4}-\d{2}-\d{2}$/.test(date ?? '');
    if (isRight) return [];
    const text = `expected | ${i + 1} | its date | decision | why |, got ${cells.length} cells, the first "${(number ?? '').slice(0, 30)}". Run npm run decisions: it numbers and dates what is new.`;
    return [{ place: `DECISIONS.md:${line}`, text }];
  });
  // One row without a number shifts all below: the first says enough.
  return wrong.slice(0, 1);
}

/** The headings of a version, in this order, as in Keep a Changelog; Results is ours. */
export const changelogHeadings = [
  'Added',
  'Changed',
  'Deprecated',
  'Removed',
  'Fixed',
  'Security',
  'Results',
];

/** What is gone stands under one of these. */
const mayBeGone = ['Changed', 'Removed', 'Results'];

/**
 * CHANGELOG.md keeps its form: versions `Unreleased` or `1.2.3 - 2026-01-31`, newest first; the
 * headings above, each once and in order; below a heading a list without blank lines.
 */
export function changelogForm(root: string): Finding[] {
  const lines = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').trimEnd().split('\n');
  const findings: Finding[] = [];
  let version = '';
  let heading = '';
  lines.forEach((line, i) => {
    const against = (text: string) => findings.push({ place: `CHANGELOG.md:${i + 1}`, text });
    if (line.startsWith('## ')) {
      const name = line.slice(3);
      if (name === 'Unreleased' && version !== '') against('Unreleased stands first.');
      else if (name !== 'Unreleased' && !/^\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}$/.test(name))
        against(`expected "## Unreleased" or "## 1.2.3 - 2026-01-31", got "${line}".`);
      version = name;
      heading = '';
    } else if (line.startsWith('### ')) {
      const name = line.slice(4);
      const position = changelogHeadings.indexOf(name);
      if (position < 0) against(`expected one of ${changelogHeadings.join(', ')}, got "${name}".`);
      else if (position <= changelogHeadings.indexOf(heading))
        against(`${name} stands once in a version, in the order ${changelogHeadings.join(', ')}.`);
      heading = name;
    } else if (version !== '' && line !== '') {
      if (heading === '' || !line.startsWith('- '))
        against('expected a line "- ..." below one of the headings.');
      else if (/\b(is|are) gone\b/.test(line) && !mayBeGone.includes(heading))
        against(`what is gone stands under ${mayBeGone.join(', ')}.`);
    } else if (line === '' && lines[i - 1]?.startsWith('- ') && lines[i + 1]?.startsWith('- '))
      against('a blank line inside a list: take it away.');
  });
  return findings;
}
