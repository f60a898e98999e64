import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatFaults, readCase, tableNames } from '@asylia/cases';
import { findCandidates } from '@asylia/engine';
import { fleeToCase, observe, readFlee } from '@asylia/peers';
import { caseWithRows, mistakesOfAllRows } from '../packages/cases/test/manyRows.ts';
import { plainCandidates } from '../packages/engine/test/reference/candidates.ts';
import { conflictOf, longConflicts } from '../packages/peers/test/manyPlaces.ts';
import { linksOf, syntheticWays } from './synthetic.ts';

/**
 * Times ten times as much beside once, for every loop over what a user brings, and writes
 * docs/growth-benchmarks.md. Times are of the processor, the least of three after a first that does
 * not count, each from a clean memory; ratios are what holds. The short inputs are long enough to
 * fill more than the caches of a processor: else a ratio says where these end.
 */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const [fewRows, fewPlaces] = [18_000, 10_000];
const encoder = new TextEncoder();

type Files = ReadonlyMap<string, string>;

function cpuMs(work: () => void): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function leastMs(work: () => void): number {
  work();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) least = Math.min(least, cpuMs(work));
  return least;
}

function check(files: Files): void {
  const result = readCase(new Map([...files].map(([file, text]) => [file, encoder.encode(text)])));
  if ('faults' in result) formatFaults(result.faults);
}

function importFlee(files: Files): void {
  const read = readFlee('long', files);
  if ('flee' in read) fleeToCase(read.flee, observe(read.flee));
}

/** Times for so much and for ten times as much, and their ratio, as cells of a table. */
function growth(work: (times: number) => () => void): string {
  const [once, tenfold] = [work(1), work(10)];
  const short = leastMs(once);
  const long = leastMs(tenfold);
  return `${short.toPrecision(3)} | ${long.toPrecision(3)} | ${(long / short).toFixed(1)}`;
}

function tableLines(): string[] {
  return tableNames.flatMap((table) =>
    [null, ...mistakesOfAllRows].flatMap((mistake) => {
      if (caseWithRows(table, 1, mistake) === null) return [];
      const cells = growth((times) => {
        const files = caseWithRows(table, times * fewRows, mistake)!;
        return () => check(files);
      });
      return [`| ${table} | ${mistake ?? 'none'} | ${cells} |`];
    }),
  );
}

function fleeLines(): string[] {
  return longConflicts.map((kind) => {
    const cells = growth((times) => {
      const files = conflictOf(times * fewPlaces, kind);
      return () => importFlee(files);
    });
    return `| ${kind} | ${cells} |`;
  });
}

function wayLines(areUneven: boolean): string[] {
  let [before, plainBefore] = [0, 0];
  return [100, 1000, 10_000].map((places) => {
    const input = syntheticWays(places, areUneven);
    const { candidateKm } = findCandidates(input);
    const searches = 20_000 / places;
    const search = () => {
      for (let i = 0; i < searches; i++) findCandidates(input);
    };
    const ms = leastMs(search) / searches;
    const plain = cpuMs(() => plainCandidates(input));
    const ratio = before > 0 ? (ms / before).toFixed(1) : '';
    const plainRatio = plainBefore > 0 ? (plain / plainBefore).toFixed(1) : '';
    [before, plainBefore] = [ms, plain];
    return `| ${areUneven ? 'uneven' : 'even'} | ${linksOf(places)} | ${candidateKm.length} | ${ms.toPrecision(3)} | ${ratio} | ${plain.toPrecision(3)} | ${plainRatio} |`;
  });
}

/** `check` of a million rows in a process of its own: time and the most memory that it held. */
function millionLines(): string[] {
  const command = here('../../../apps/cli/dist/asylia.js');
  const folder = mkdtempSync(join(tmpdir(), 'growth-'));
  const lines = (['record', 'violence', 'incidents'] as const).map((table) => {
    const into = join(folder, table);
    for (const [file, text] of caseWithRows(table, 999_990)!) {
      mkdirSync(dirname(join(into, file)), { recursive: true });
      writeFileSync(join(into, file), text);
    }
    const measured = `import(${JSON.stringify(command)}).then(() => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); console.error(JSON.stringify({ s: (userCPUTime + systemCPUTime) / 1e6, mb: maxRSS / 1024 })); });`;
    const start = performance.now();
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', measured, 'asylia', 'check', into],
      { encoding: 'utf8' },
    );
    const wall = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(stderr + stdout);
    const { s, mb } = JSON.parse(stderr.trim().split('\n').at(-1)!);
    return `| ${table} | ${s.toPrecision(3)} | ${wall.toPrecision(3)} | ${Math.round(mb)} |`;
  });
  rmSync(folder, { recursive: true });
  return lines;
}

const tables = tableLines();
const page = `# How time grows

Written by \`npm run bench:growth\`, on ${cpus()[0]!.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}: what a user brings, once and ten times as much. Times of the processor in ms, the least of three after a first that does not count; they depend on the machine, the ratios should hold elsewhere. A loop within a loop over the same rows would show as a ratio near 100.

## Reading and checking a table

${fewRows} and ${10 * fewRows} rows. In a faulty table every row is wrong in one way; after 1,000 faults no more are collected, so that most grow hardly at all.

| Table | What is wrong | ms | ms for 10 times the rows | Ratio |
|---|---|---|---|---|
${tables.join('\n')}

## A million rows

\`asylia check\`, a process of its own. The incidents hold quotation marks, which need the slower parser.

| Table | Seconds of the processor | Seconds by the clock | Most memory, MB |
|---|---|---|---|
${millionLines().join('\n')}

## Importing a conflict of Flee

${fewPlaces} and ${10 * fewPlaces} places.

| Conflict | ms | ms for 10 times the places | Ratio |
|---|---|---|---|
${fleeLines().join('\n')}

## Ways of a large country

The invented country of the [benchmarks](benchmarks.md): ways from all settlements to their destinations abroad, beside the plain search that serves as a check in the tests. Ways are of a settlement to one destination: the middle country has four frontier towns where the small one has one, all within reach of everybody, so that there are some 40 times as many, each three times as long. On the even grid very many ways are equally short, down to the last digit, and must all be looked at to tell which the plain search would take; where the lengths of roads differ, as on a map, this does not happen.

| Lengths of roads | Links | Ways | ms | Ratio | Plain search, ms | Ratio |
|---|---|---|---|---|---|---|
${[false, true].flatMap(wayLines).join('\n')}
`;
writeFileSync(here('../../../docs/growth-benchmarks.md'), page);
process.stdout.write(page);
