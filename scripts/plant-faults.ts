import { spawnSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Plants deliberate faults, one after the other, in a copy of the checkout, and says which of them
 * the tests notice. Run by hand, never by the gate:
 *
 *   npm run faults                         all faults of scripts/faults/review.json
 *   npm run faults -- --only S4,S7         some of them
 *   npm run faults -- --nearest            the nearest test files only, for a quick look
 *   npm run faults -- --list other.json    faults of another list
 *   npm run faults -- --check              only whether every text to replace is still there
 *
 * A fault is first tried on its nearest test files; those that survive are planted all together for
 * the whole of `npm test`, and halved as long as that fails. Ends with 1 when a text is gone.
 */
const { values: options } = parseArgs({
  options: {
    list: { type: 'string', default: 'scripts/faults/review.json' },
    only: { type: 'string', default: '' },
    nearest: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

interface Fault {
  readonly id: string;
  readonly file: string;
  /** text that stands in the file exactly once, and what is put in its place */
  readonly from: string;
  readonly to: string;
  /** what goes wrong with it in place */
  readonly consequence: string;
  /** test files that are tried first */
  readonly nearest?: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = options.only.split(',').filter((id) => id !== '');
const faults = (JSON.parse(readFileSync(options.list, 'utf8')) as readonly Fault[]).filter(
  ({ id }) => wanted.length === 0 || wanted.includes(id),
);
const nearestOf = ({ nearest }: Fault) => nearest ?? [];

/** How often the text of a fault stands in its file; 0 also where there is no such file. */
function occurrences({ file, from }: Fault): number {
  try {
    return readFileSync(join(root, file), 'utf8').split(from).length - 1;
  } catch {
    return 0;
  }
}

const stale = faults.filter((fault) => occurrences(fault) !== 1);
for (const fault of stale) {
  console.error(
    `${fault.id}: expected the text once in ${fault.file}, found it ${occurrences(fault)} times: ${JSON.stringify(fault.from)}. Write the fault anew for the code of today.`,
  );
}
if (stale.length > 0) process.exit(1);
if (options.check) {
  console.log(`${faults.length} faults, every text is there`);
  process.exit(0);
}

/** A copy of the checkout whose packages are its own and whose other modules are borrowed. */
function scratchCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'planted-faults-'));
  const listed = spawnSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root });
  for (const file of listed.stdout.toString().split('\0')) {
    if (file === '') continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  borrow('node_modules');
  for (const parent of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, parent))) borrow(join(parent, name, 'node_modules'));
  }
  return copy;

  function borrow(folder: string): void {
    let names: string[];
    try {
      names = readdirSync(join(root, folder));
    } catch {
      return;
    }
    mkdirSync(join(copy, folder), { recursive: true });
    for (const name of names) {
      const path = join(folder, name);
      if (name.startsWith('.') && name !== '.bin') continue;
      if (lstatSync(join(root, path)).isSymbolicLink()) {
        // A package of the workspace: the link is relative, so it leads into the copy.
        symlinkSync(readlinkSync(join(root, path)), join(copy, path));
      } else if (name.startsWith('@')) borrow(path);
      else symlinkSync(join(root, path), join(copy, path));
    }
  }
}

/** Runs tests in the copy. @returns the names of those that failed, or null where all passed */
function failing(folder: string, files: readonly string[]): readonly string[] | null {
  const report = join(folder, 'report-of-tests.json');
  rmSync(report, { force: true });
  // Under load a test may take long: a fault is noticed by what is asserted, not by the clock.
  const run = spawnSync(
    'npx',
    [
      ...['vitest', 'run', ...files, '--bail=1', '--testTimeout=3000000'],
      ...['--reporter=json', `--outputFile=${report}`],
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, CI: 'true', NO_COLOR: '1' } },
  );
  if (run.status === 0) return null;
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: {
        name: string;
        status: string;
        assertionResults: { status: string; fullName: string }[];
      }[];
    };
    return testResults.flatMap(({ name, status, assertionResults }) => {
      const file = name.slice(folder.length + 1);
      const failed = assertionResults.filter((one) => one.status === 'failed');
      return failed.length > 0
        ? failed.map((one) => `${file}: ${one.fullName}`)
        : status === 'failed'
          ? [`${file}: did not run`]
          : [];
    });
  } catch {
    throw new Error(`the tests did not run:\n${run.stdout}\n${run.stderr}`);
  }
}

const copy = scratchCopy();
const killedBy = new Map<string, string>();

/** Runs tests with some faults in place, and takes them out again. */
function withFaults(planted: readonly Fault[], files: readonly string[]) {
  const before = new Map<string, string>();
  for (const { file, from, to } of planted) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    if (!before.has(path)) before.set(path, text);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  try {
    return failing(copy, files);
  } finally {
    for (const [path, text] of before) writeFileSync(path, text);
  }
}

/** Which of some faults the whole of the tests notice: all at once, halved as long as one does. */
function judge(group: readonly Fault[]): void {
  if (group.length === 0) return;
  const failed = withFaults(group, []);
  if (failed === null) return;
  if (group.length === 1) {
    killedBy.set(group[0]!.id, failed[0] ?? 'npm test');
    return;
  }
  const half = Math.ceil(group.length / 2);
  judge(group.slice(0, half));
  judge(group.slice(half));
}

try {
  const near = [...new Set(faults.flatMap(nearestOf))];
  const broken = failing(copy, options.nearest ? near : []);
  if (broken !== null) throw new Error(`without any fault these fail:\n${broken.join('\n')}`);
  for (const fault of faults) {
    if (nearestOf(fault).length === 0) continue;
    const failed = withFaults([fault], nearestOf(fault));
    if (failed !== null) killedBy.set(fault.id, failed[0] ?? 'a test');
    console.error(`${fault.id}: ${failed === null ? 'lives so far' : 'killed'}`);
  }
  if (!options.nearest) judge(faults.filter(({ id }) => !killedBy.has(id)));
  console.log('| | Fault | Noticed by |\n|---|---|---|');
  for (const { id, consequence } of faults) {
    console.log(`| ${id} | ${consequence} | ${killedBy.get(id) ?? '**lives**'} |`);
  }
  console.log(`\n${killedBy.size} of ${faults.length} killed`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
