import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * Changes the sources of a set in every small way that Stryker knows and counts the changes that
 * its tests do not notice. Run by hand, never by the gate:
 *
 *   npm run mutation -- attribution               one set, whole
 *   npm run mutation -- rows --every 4            of its lines only those whose number 4 divides
 *   npm run mutation -- rows --files evacuation   files whose path holds this word
 *   npm run mutation -- rows --report             only writes the table anew, from the last run
 *
 * Writes reports/mutation-SET.json (Stryker's own) and reports/mutation-SET.md: a table of files
 * and the changes that no test noticed. Texts are left as they are: messages and labels.
 */
interface MutationSet {
  /** what is changed: files, and folders for the files in them */
  readonly sources: readonly string[];
  /** what guards it, as globs */
  readonly tests: readonly string[];
}

const sets: Readonly<Record<string, MutationSet>> = {
  attribution: {
    sources: ['packages/attribution/src'],
    tests: ['packages/attribution/test/*.test.ts'],
  },
  measures: {
    sources: ['packages/security/src/measures'],
    tests: ['packages/security/test/{measures,gaps,composite}.test.ts'],
  },
  validation: {
    sources: ['packages/lab/src/validate', 'packages/lab/src/baselines.ts'],
    tests: ['packages/lab/test/checks.test.ts'],
  },
  rows: {
    sources: ['packages/engine/src/rows'],
    tests: ['packages/engine/test/*.test.ts'],
  },
  chance: {
    sources: [
      'packages/engine/src/chance',
      'packages/engine/src/people.ts',
      'packages/engine/src/conservation.ts',
    ],
    tests: ['packages/engine/test/**/*.test.ts'],
  },
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    files: { type: 'string', default: '' },
    report: { type: 'boolean', default: false },
  },
});
const name = positionals[0] ?? '';
const set = sets[name];
const every = Number(options.every);
if (!set || positionals.length !== 1 || !Number.isInteger(every) || every < 1) {
  console.error(
    `Expected one set (${Object.keys(sets).join(', ')}) and --every with a whole number from 1, got: ${process.argv.slice(2).join(' ')}`,
  );
  process.exit(1);
}

const report = `reports/mutation-${name}.json`;
if (!options.report) runStryker(set);
const table = tableOf(JSON.parse(readFileSync(report, 'utf8')) as StrykerReport);
writeFileSync(report.replace(/json$/, 'md'), table);
console.log(table);

function runStryker({ sources, tests }: MutationSet): void {
  const files = sources
    .flatMap((path) => (path.endsWith('.ts') ? [path] : filesIn(path)))
    .filter((file) => file.includes(options.files));
  const mutate = files.flatMap((file) => (every === 1 ? [file] : linesOf(file)));
  mkdirSync('reports', { recursive: true });
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate.join(',')], {
    stdio: 'inherit',
    env: { ...process.env, ASYLIA_MUTATION_TESTS: tests.join(';') },
  });
  if (status !== 0) process.exit(status ?? 1);
  renameSync('reports/mutation.json', report);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** Every n-th line of a file as a range of Stryker; a change over several lines is in none. */
function linesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').length;
  return Array.from({ length: Math.floor(lines / every) }, (_, n) => {
    const line = (n + 1) * every;
    return `${file}:${line}-${line}`;
  });
}

/** What is read of Stryker's report. */
interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: Mutant[] }>>;
}

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: Readonly<Record<'start' | 'end', { line: number; column: number }>>;
}

/** A table of files with what was noticed, and each change that was not. */
function tableOf({ files }: StrykerReport): string {
  const unnoticed = new Set(['Survived', 'NoCoverage']);
  const tried = Object.entries(files)
    .map(([file, { source, mutants }]) => ({
      file,
      source: source.split('\n'),
      mutants: mutants.filter(({ status }) => !['Ignored', 'CompileError'].includes(status)),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const counted = tried.map(({ file, mutants }) => ({
    file,
    changes: mutants.length,
    noticed: mutants.filter(({ status }) => !unnoticed.has(status)).length,
  }));
  const whole = {
    file: 'together',
    changes: counted.reduce((sum, one) => sum + one.changes, 0),
    noticed: counted.reduce((sum, one) => sum + one.noticed, 0),
  };
  const rows = [...counted, whole]
    .filter(({ changes }) => changes > 0)
    .map(
      ({ file, changes, noticed }) =>
        `| ${file} | ${changes} | ${noticed} | ${Math.round((100 * noticed) / changes)} |`,
    );
  const survivors = tried.flatMap(({ file, source, mutants }) =>
    mutants
      .filter(({ status }) => unnoticed.has(status))
      .map((mutant) => `- ${file}:${mutant.location.start.line}: ${changeOf(source, mutant)}`),
  );
  return [
    '| File | Changes | Noticed | % |',
    '|---|---:|---:|---:|',
    ...rows,
    '',
    ...survivors,
    '',
  ].join('\n');
}

/** A change in a line: what stood there and what was put in its place, each cut to be read. */
function changeOf(source: readonly string[], { location, replacement }: Mutant): string {
  const { start, end } = location;
  const before = source
    .slice(start.line - 1, end.line)
    .map((line, n, all) =>
      line.slice(n === 0 ? start.column - 1 : 0, n === all.length - 1 ? end.column - 1 : undefined),
    )
    .join(' ');
  return `\`${shortened(before)}\` -> \`${shortened(replacement)}\``;
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return flat.length > 90 ? `${flat.slice(0, 60)} ... ${flat.slice(-25)}` : flat;
}
