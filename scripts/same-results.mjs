/**
 * Two built checkouts compute the same: what the command and the page make of the cases that come
 * along is computed by both and compared, text byte by byte, containers by their decoded values.
 *
 *   node scripts/same-results.mjs OLD_CHECKOUT NEW_CHECKOUT [--only kosovo,run] [--worlds 8]
 *     [--scratch FOLDER] [--with-intervals]
 *
 * --only takes beginnings of names of cases and of jobs (./same-results/jobs.mjs), joined with
 * commas. What is never compared, and why, stands in ./same-results/leftOut.mjs; the intervals of
 * the threat are compared only --with-intervals. Nothing is written into either checkout. Exit
 * code 1 where something differs or a side fails. All jobs: about 4 minutes of processor time a
 * side with 8 worlds, both sides at once; about 300 MB in the scratch folder, removed at the end
 * when it was not given.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFolders } from './same-results/compareFolders.mjs';
import { jobsOf } from './same-results/jobs.mjs';
import { leavingOut } from './same-results/leftOut.mjs';
import { runJob } from './same-results/runJob.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    worlds: { type: 'string', default: '8' },
    scratch: { type: 'string' },
    'with-intervals': { type: 'boolean', default: false },
  },
});
if (positionals.length !== 2) {
  console.error(`same-results: expected two folders with built checkouts, got ${positionals.length}.
Give the old and the new one: node scripts/same-results.mjs ../before . --only two-valleys`);
  process.exit(2);
}
const sides = positionals.map((path, i) => ({ name: ['old', 'new'][i], checkout: resolve(path) }));
const scratch = options.scratch
  ? resolve(options.scratch)
  : mkdtempSync(join(tmpdir(), 'asylia-same-'));
mkdirSync(scratch, { recursive: true });
if (readdirSync(scratch).length > 0) {
  console.error(`same-results: expected an empty folder for --scratch, got ${scratch}.`);
  process.exit(2);
}
const jobs = jobsOf(Number(options.worlds), options.only.split(',').filter(Boolean));
if (jobs.length === 0) {
  console.error(`same-results: no job matches --only ${options.only}.`);
  process.exit(2);
}

const isLeftOut = leavingOut({ withIntervals: options['with-intervals'] });
const codes = new Map();
const total = { files: 0, values: 0, leftOut: 0, different: 0, failed: 0 };
for (const job of jobs) {
  const folders = sides.map((side) => join(scratch, side.name, job.of, job.name));
  const ran = await Promise.all(sides.map((side, i) => runJob(side.checkout, job, folders[i])));
  const failures = ran.flatMap(({ failure }, i) =>
    failure ? [`failed   ${job.of} ${job.name}: the ${sides[i].name} checkout: ${failure}`] : [],
  );
  const found =
    failures.length > 0 ? null : await compareFolders(job, folders, sides, isLeftOut, codes);
  const differences = found?.differences ?? [];
  const verdict = failures.length > 0 ? 'failed' : differences.length > 0 ? 'differs' : 'equal';
  const counts = found
    ? `${found.files} files, ${found.values} values, ${found.leftOut.length} files left out`
    : 'not compared';
  const seconds = ran.map((side, i) => `${sides[i].name} ${side.seconds.toFixed(1)} s`).join(', ');
  console.log(`${verdict.padEnd(8)} ${job.of} ${job.name}: ${counts} (${seconds})`);
  for (const line of failures) console.log(`  ${line}`);
  for (const { place, before, after } of differences)
    console.log(`  ${place}\n    old: ${before}\n    new: ${after}`);
  total.files += found?.files ?? 0;
  total.values += found?.values ?? 0;
  total.leftOut += found?.leftOut.length ?? 0;
  total.different += differences.length;
  total.failed += failures.length;
}
console.log(
  `${jobs.length} jobs, ${total.files} files and ${total.values} values compared, ${total.leftOut} files left out: ${total.different} files differ, ${total.failed} failures`,
);
if (!options.scratch) rmSync(scratch, { recursive: true });
else console.log(`what was computed: ${scratch}`);
process.exitCode = total.different + total.failed > 0 ? 1 : 0;
