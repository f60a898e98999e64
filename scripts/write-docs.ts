/** Writes the generated pages of docs/ from the declarations that run; --check only looks. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Article, Column, Observation, Theory, TheorySetting } from '@asylia/cases';
import {
  articleSchema,
  checkKinds,
  claimThresholds,
  descriptorSchema,
  faultCodes,
  formatFaults,
  isCaseFile,
  joiningKinds,
  mappingKinds,
  observationsSchema,
  overlaySchema,
  readObservations,
  readTheory,
  reasonOf,
  representedBy,
  ruleInWords,
  ruleKinds,
  tables,
  theorySchema,
} from '@asylia/cases';
import { dayTable, parameters } from '@asylia/engine';
import { priorWords, readCaseFolder } from '@asylia/lab';
import { assumptions, codeOf, consequenceRows } from '@asylia/security';
import { z } from 'zod';
import { apiPages } from './api-pages.ts';

const cell = (text: string): string => text.replaceAll('|', '/');

function dayPage(): string {
  const rows = [...dayTable, ...consequenceRows].map(
    (row, i) =>
      `| ${i + 1} | ${row.title} | ${cell(row.what)} | ${cell(row.reads)} | ${cell(row.writes)} | ${row.switchedBy.map(codeOf).join(', ') || '-'} |`,
  );
  return [
    '# A day',
    '',
    `Generated from the tables that run (\`asylia explain day\` prints them). Rows 1 to ${dayTable.length} move people, day by day. The others follow from where people are and move nobody: so coalitions of sources of threat that move people alike share one run. Whatever moves people changes what follows; as switching such a row are listed the factors whose switches it declares, or a row that it reads.`,
    '',
    '| # | Row | What happens | Reads | Writes | Switched by |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    'A row that follows from movement is handed the assumptions that it declares, and no others:',
    '',
    '| Row | Assumptions |',
    '|---|---|',
    ...consequenceRows.map(
      ({ title, assumptions: ids }) =>
        `| ${title} | ${ids.map((id) => `\`${id}\``).join(', ') || '-'} |`,
    ),
    '',
  ].join('\n');
}

function parametersPage(): string {
  const rows = [...parameters, ...assumptions].map(
    (p) =>
      `| \`${p.id}\` | ${cell(p.title)} | ${cell(p.unit)} | ${p.default} | ${cell(priorWords(p.prior, p.low, p.high))} | ${p.mark} | ${cell(p.source)}${p.disputedBy ? `; disputed by ${cell(p.disputedBy)}` : ''} |`,
  );
  return [
    '# The parameters',
    '',
    'Generated from the declarations that run (`asylia explain assumptions` prints them). A case can override a default by its calibration, a [theory](../theories.md) one of those about what follows from movement; the reports show the values used.',
    '',
    '| Name | Meaning | Unit | Default | Prior | Mark | Source |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function caseFormatPage(): string {
  const parts = Object.entries(tables).map(([name, table]) => {
    const rows = Object.entries(table.columns as Record<string, Column>).map(([column, c]) => {
      const range = [
        c.low === undefined ? '' : `from ${c.low}`,
        c.high === undefined ? '' : `to ${c.high}`,
      ]
        .filter((part) => part !== '')
        .join(' ');
      const kind = c.choices
        ? c.choices.join(', ')
        : [c.type, range, c.unit].filter((part) => part).join(', ');
      return `| ${column} | ${cell(kind)} | ${c.optional ? 'may be blank' : 'yes'} | ${cell(c.meaning)} |`;
    });
    return [
      `## ${name}.csv`,
      '',
      `${table.meaning}. One row for each ${table.key.join(', ')}.${table.needsRows ? '' : 'optional' in table ? ' The file may be missing.' : ' May have no rows.'}`,
      '',
      '| Column | Holds | Needed | Meaning |',
      '|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
  });
  const kinds = Object.entries({ ...ruleKinds, ...joiningKinds }).map(
    ([kind, { what, args }]) =>
      `| ${kind} | ${cell(what)} | ${Object.entries(args)
        .filter(([key]) => !['asks', 'object'].includes(key))
        .map(([key, of]) => (of.isOptional() ? `${key} (if wanted)` : key))
        .join(', ')} |`,
  );
  const faults = Object.entries(faultCodes).map(
    ([code, example]) => `| ${code} | ${cell(example)} |`,
  );
  return [
    '# The format of a case',
    '',
    'Generated from the declarations that the reader uses. A case is a folder: `datapackage.json` (a Frictionless Data Package, v2, with one more property, `asylia`), the tables below as CSV (UTF-8, commas, dates as YYYY-MM-DD), and if wanted `scenarios/*.json`, `words/*.json`, `article/claims.json`, `calibration-plan.json`, `calibration.json`, `checks.json`, `cause-of-flight.json` (which rows of violence are counts of one source, in which phases, and how a finer file names its columns: `asylia cause`). `asylia new my-case` writes one that runs. JSON Schemas: [datapackage](schema/datapackage.json), [scenario](schema/overlay.json), [article](schema/article.json).',
    '',
    ...parts,
    '## words/*.json',
    '',
    'Names of what the case names itself, in another language: `words/fr.json` in French. One object of keys and texts; whatever is left out stays English. Keys: `case.title`; `group.<id>`; `country.<code>` (states.csv); `union.<name>` (societies.csv); `scenario.<id>` and `scenario.<id>.description`; of a source of threat in factors.json `factor.<id>`, `.on`, `.off`, `.offAlternative` and `.coTenability`; of the article `claim.<number>`.',
    '',
    '## article/claims.json',
    '',
    "An article about the case, claim by claim, which an attribution judges under each theory. A case without one is not judged. `citation`: the article; `places`: what its places are called; `measures`: the claims that each measure answers; `claims`: each with its number (`id`), its `place`, what it `says` in your words, its `voice` (author, or reported: an argument of others), its `kind` (fact, causal, remedy, concept, critique, duty or scope), where it stands in the program (`maps`), its `test` (a rule, or null) and a `note`: how it was read; without a test, why ('because ...'). `byConstruction` says what any model with one origin makes true. A part of a test that names an `object` of security is a line of the conclusion object by object; `asks` names the part in the words of the verdict.",
    '',
    '| Stands for | Names |',
    '|---|---|',
    ...Object.entries(mappingKinds).map(([kind, what]) => `| ${kind} | ${cell(what)} |`),
    '',
    'Rules. Harm counts upwards whatever the direction of an outcome; `.*` is every neighbour; an outcome without harm decides nothing. Outcomes count each for itself unless `of` is `most`.',
    '',
    `Thresholds: ${Object.entries(claimThresholds)
      .map(([name, value]) => `\`${name}\` = ${value}`)
      .join(', ')}.`,
    '',
    '| Rule | Holds if | Names |',
    '|---|---|---|',
    ...kinds,
    '',
    '## Faults',
    '',
    'Every fault is shown with file, line, column, what was expected, what came and what to do: the first ten of a file and the count of the rest. Of one file at most 1,000 faults are collected; then it says that there are more. A table may have 1,000,000 rows (places, states and sources: 200,000) and 256 MB. Nothing is coerced or guessed.',
    '',
    '| Fault | For example |',
    '|---|---|',
    ...faults,
    '',
  ].join('\n');
}

function theories(): { readonly list: readonly Theory[]; readonly facts: readonly Observation[] } {
  const facts = readObservations(
    'observations.json',
    readFileSync('theories/observations.json', 'utf8'),
  );
  if ('faults' in facts) throw new Error(formatFaults(facts.faults));
  const ids = facts.observations.map(({ id }) => id);
  const files = readdirSync('theories').filter((name) => name !== 'observations.json');
  const list = files.sort().map((name) => {
    const read = readTheory(name, readFileSync(`theories/${name}`, 'utf8'), ids);
    if ('faults' in read) throw new Error(formatFaults(read.faults));
    return read.theory;
  });
  return { list, facts: facts.observations };
}

function theoryPart(theory: Theory): string {
  const mostFavourable: Readonly<Record<string, number>> = theory.mostFavourable;
  const settings: [string, TheorySetting][] = Object.entries({
    ...theory.assumptions,
    ...theory.parameters,
  });
  return [
    `## ${theory.id} ${theory.title}`,
    '',
    theory.terms,
    '',
    `School: ${theory.school}. Frame: \`${theory.frame}\`. Sources: ${theory.sources.join('; ')}.`,
    '',
    '| Sets | Value | Prior | Most favourable | Mark | Source |',
    '|---|---|---|---|---|---|',
    ...settings.map(
      ([id, s]) =>
        `| \`${id}\` | ${s.value} | ${cell(priorWords(s.prior, s.low, s.high))} | ${mostFavourable[id] ?? s.value} | ${s.mark} | ${cell(s.source)} |`,
    ),
    '',
    '| Check | Kind | Expects | Would refute it |',
    '|---|---|---|---|',
    ...theory.checks.map(
      (c) => `| ${cell(c.title)} | ${c.kind} | ${cell(c.expects)} | ${cell(c.wouldRefute)} |`,
    ),
    '',
  ].join('\n');
}

function theoriesPage(): string {
  const { list, facts } = theories();
  return [
    '# The rival theories',
    '',
    'Generated from `theories/*.json`, the files that run. A theory sets only what the record of a case leaves open. What it says of things that the record knows (return, bombing and flight, who was expelled) is not imposed on the runs: it is a check that the theory can fail. Nothing is averaged over theories. A theory of your own is one more such file (`--theory mine.json`); JSON Schemas: [theory](schema/theory.json), [observations](schema/observations.json).',
    '',
    ...list.map(theoryPart),
    '## Kinds of check',
    '',
    'Each answers refuted, not refuted, or nothing to decide it, with the figures. Contributions are those of the frame `all`, also for theories that hold some source fixed.',
    '',
    '| Kind | Arguments | What is compared |',
    '|---|---|---|',
    ...Object.entries(checkKinds).map(
      ([kind, { what, args }]) =>
        `| ${kind} | ${Object.keys(args.shape).join(', ')} | ${cell(what)} |`,
    ),
    '',
    '## Facts that checks may use',
    '',
    'R: read in a text. R2: read in a text that quotes it. C: computed from figures read.',
    '',
    '| Id | Case | Fact | Source | Mark |',
    '|---|---|---|---|---|',
    ...facts.map(
      (f) => `| ${f.id} | ${f.case} | ${cell(f.statement)} | ${cell(f.source)} | ${f.mark} |`,
    ),
    '',
  ].join('\n');
}

/** The article of the case Kosovo 1999. */
function article(): Article {
  const folder = 'cases/kosovo-1999';
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCaseFile);
  const read = readCaseFolder(
    new Map(paths.map((path) => [path, readFileSync(`${folder}/${path}`)])),
  );
  if ('faults' in read) throw new Error(formatFaults(read.faults));
  return read.folder.article!;
}

function claimsPage(): string {
  const { citation, places, claims } = article();
  const rows = claims.map(
    (claim) =>
      `| ${claim.id} | ${claim.place} | ${cell(claim.says)} | ${claim.kind}${claim.voice === 'reported' ? ', reported' : ''} | ${cell(representedBy(claim.maps))} | ${cell(claim.test ? ruleInWords(claim.test) : `none: ${reasonOf(claim)}`)} | ${cell([claim.test ? claim.note : '', claim.byConstruction ?? ''].filter((text) => text).join(' '))} |`,
  );
  const tested = claims.filter((claim) => claim.test).length;
  return [
    '# The article, claim by claim',
    '',
    `Generated from \`cases/kosovo-1999/article/claims.json\`, which is judged. ${citation}: every claim in our words, and where it stands in the program. ${places}. "Reported" is an argument of others that the article gives: a verdict on it is none on the author. A verdict holds under one theory and its assumptions. Harm counts upwards whatever the direction of an outcome; \`.*\` is every neighbour; an outcome without harm decides nothing.`,
    '',
    `${claims.length} claims, ${tested} tested by outcomes, the record or the data; of the others the table says why not.`,
    '',
    '| # | Place | Claim | Kind | Represented by | Test | How read, what is left out |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const schema = (of: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(of, { unrepresentable: 'any' }), null, 2)}\n`;

const pages: readonly (readonly [string, () => string])[] = [
  ['docs/model/day.md', dayPage],
  ['docs/model/parameters.md', parametersPage],
  ['docs/case-format.md', caseFormatPage],
  ['docs/theories.md', theoriesPage],
  ['docs/claims.md', claimsPage],
  ['docs/schema/datapackage.json', () => schema(descriptorSchema)],
  ['docs/schema/article.json', () => schema(articleSchema)],
  ['docs/schema/overlay.json', () => schema(overlaySchema)],
  ['docs/schema/theory.json', () => schema(theorySchema)],
  ['docs/schema/observations.json', () => schema(observationsSchema)],
  ...apiPages(),
];

const stale = pages.filter(
  ([path, page]) => !existsSync(path) || readFileSync(path, 'utf8') !== page(),
);
if (process.argv.includes('--check')) {
  for (const [path] of stale)
    console.error(`${path} does not say what the code says: npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, page] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, page());
  }
}
