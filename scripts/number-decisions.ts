/**
 * Numbers and dates the rows of DECISIONS.md that were appended without: each gets the next number
 * and the day on which its line was written (today where it is not committed yet). A row that a
 * merge brought twice, once numbered, is kept once. Rows that have a number keep it.
 *
 *   npm run decisions
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DecisionRow, decisionRows, decisionsHead } from './lint/records.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}DECISIONS.md`;
const text = readFileSync(file, 'utf8');
const rows = decisionRows(text);

/** [line from 1] the day on which it was written. */
const writtenOn = (() => {
  const blame = execFileSync('git', ['blame', '-w', '--line-porcelain', 'DECISIONS.md'], {
    cwd: root,
    encoding: 'utf8',
  });
  const days = [...blame.matchAll(/^author-time (\d+)$/gm)].map(([, seconds]) =>
    new Date(Number(seconds) * 1000).toISOString().slice(0, 10),
  );
  return (line: number) => days[line - 1]!;
})();

const isNumbered = ({ cells }: DecisionRow) => cells.length === decisionsHead.length;
const numbered = rows.filter(isNumbered);
const known = new Set(numbered.map(({ cells }) => cells[2]));
// A merge may bring the old head of the table, and old rows, once more.
const isHead = ({ cells }: DecisionRow) => cells[0] === 'Decision';
const fresh = rows.filter((row) => !isNumbered(row) && !isHead(row) && !known.has(row.cells[0]));
const latest = numbered.length;

const written = [
  ...numbered.map(({ cells }) => cells),
  ...fresh.map(({ cells, line }, i) => [String(latest + i + 1), writtenOn(line), ...cells]),
];
const before = text.slice(0, text.indexOf('\n|') + 1);
const table = [decisionsHead, decisionsHead.map(() => '---')].map((cells) =>
  cells[0] === '---' ? `|${cells.join('|')}|` : `| ${cells.join(' | ')} |`,
);
const body = written.map((cells) => `| ${cells.join(' | ')} |`);
writeFileSync(file, `${before}${[...table, ...body].join('\n')}\n`);
console.log(`${fresh.length} numbered; the next number is ${written.length + 1}`);
