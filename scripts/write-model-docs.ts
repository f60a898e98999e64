/** Writes docs/model/day.md and docs/model/parameters.md from the declarations that run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dayTable, parameters } from '@asylia/engine';
import type { ParameterDeclaration } from '@asylia/engine';

const cell = (text: string): string => text.replaceAll('|', '/');

function priorText({ prior, low, high }: ParameterDeclaration): string {
  if (prior.kind === 'fixed') return 'not varied';
  if (prior.kind === 'uniform') return `uniform on ${low} to ${high}`;
  return `log-normal, sd of ln ${prior.sdLog}, within ${low} to ${high}`;
}

export function dayPage(): string {
  const rows = dayTable.map(
    (row, i) =>
      `| ${i + 1} | ${row.title} | ${cell(row.what)} | ${cell(row.reads)} | ${cell(row.writes)} | ${row.switchedBy.join(', ') || '-'} |`,
  );
  return [
    '# A day',
    '',
    'Generated from the table that runs (`asylia explain day` prints it).',
    '',
    '| # | Row | What happens | Reads | Writes | Switched by |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

export function parametersPage(): string {
  const rows = parameters.map(
    (p) =>
      `| \`${p.id}\` | ${cell(p.title)} | ${cell(p.unit)} | ${p.default} | ${cell(priorText(p))} | ${p.mark} | ${cell(p.source)}${p.disputedBy ? `; disputed by ${cell(p.disputedBy)}` : ''} |`,
  );
  return [
    '# The parameters',
    '',
    'Generated from the declarations that run (`asylia explain assumptions` prints them). A case can override a default by its calibration; the report shows the value used.',
    '',
    '| Name | Meaning | Unit | Default | Prior | Mark | Source |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const pages: readonly (readonly [string, () => string])[] = [
  ['day.md', dayPage],
  ['parameters.md', parametersPage],
];

/** Names of pages on disk that no longer say what the code says. */
export function stalePages(folder: string): string[] {
  return pages.flatMap(([name, page]) => (readFileSync(`${folder}/${name}`, 'utf8') === page() ? [] : [name]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, page] of pages) writeFileSync(`docs/model/${name}`, page());
}
