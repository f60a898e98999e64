import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Interval } from '@asylia/security';
import { defaultFactors, defaultRemedies, headlinesOf, objectsOf } from '@asylia/security';
import type { Draw, SampledTable, ThreatInput } from '@asylia/study';
import {
  benchOf,
  drawOf,
  evenDrawOf,
  expectedWorlds,
  intervalOf,
  intervalRule,
  sampledRow,
  sampledRows,
  sampledWorlds,
  toTheEnd,
} from '@asylia/study';
import { kosovoInput } from './kosovo.ts';
import { replaceSection } from './section.ts';
import { theory } from './theory.ts';

/**
 * Intervals over 64 draws laid out evenly beside those over many independent draws, each with a
 * world of its own: how far the ends lie apart, whether any is far too narrow, and whether the
 * printed error says so. Writes its section of docs/benchmarks.md.
 */

/** Draws of the brute force, and its seed: it shares neither draws nor chance with the program. */
const bruteDraws = 512;
const bruteSeed = 2_024;
const evenDraws = 64;
const theories = ['T1', 'T7'];

type Layout = 'even' | 'independent';
const layouts: Record<Layout, (seed: number, index: number) => Draw> = {
  even: evenDrawOf,
  independent: drawOf,
};

function inputOf(seed: number): ThreatInput {
  return {
    study: { ...kosovoInput(), seed },
    theories: theories.map(theory),
    factors: defaultFactors,
    frames: ['all'],
    given: 'O1',
    remedies: [...defaultRemedies],
    alternative: [],
    ledgerDraws: 0,
  };
}

interface Task {
  readonly seed: number;
  readonly layout: Layout;
  readonly first: number;
  readonly count: number;
}

function live({ seed, layout, first, count }: Task): SampledTable {
  return toTheEnd(sampledWorlds(inputOf(seed), first, count, layouts[layout]));
}

if (!isMainThread) {
  parentPort!.postMessage(live(workerData));
} else {
  await compare();
}

/** [measure x theory x row] of [draw] */
type Figures = Map<string, Float64Array>;

async function compare(): Promise<void> {
  const input = inputOf(1999);
  const even = await figures(input, { seed: 1999, layout: 'even', first: 0, count: evenDraws });
  const brute = await figures(input, {
    seed: bruteSeed,
    layout: 'independent',
    first: 0,
    count: bruteDraws,
  });
  const kept = process.argv[2];
  if (kept) {
    const plain = (map: Figures) => Object.fromEntries([...map].map(([k, v]) => [k, [...v]]));
    writeFileSync(kept, JSON.stringify({ even: plain(even), brute: plain(brute) }));
  }
  const text = section(input, even, brute);
  const page = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), heading, text));
  process.stdout.write(`${text}\n`);
}

/** Lives draws on all cores and reads what intervals are of: levels, contributions, remedies. */
async function figures(input: ThreatInput, task: Task): Promise<Figures> {
  const cores = Math.min(availableParallelism(), task.count);
  const share = Math.ceil(task.count / cores);
  const tables = await Promise.all(
    Array.from({ length: cores }, (_, c) => {
      const first = task.first + c * share;
      const count = Math.min(share, task.first + task.count - first);
      return new Promise<SampledTable>((resolve, reject) => {
        const worker = new Worker(fileURLToPath(import.meta.url), {
          workerData: { ...task, first, count },
        });
        worker.once('message', resolve).once('error', reject);
      });
    }),
  );
  const found: Figures = new Map();
  const each = sampledRows(input);
  tables[0]!.columns.forEach((outcome, o) => {
    input.theories.forEach(({ id }, t) => {
      const over = (row: number) =>
        Float64Array.from(
          tables.flatMap(({ rows, values }) =>
            Array.from(
              { length: rows / each / theories.length },
              (_, w) => values[o * rows + (w * theories.length + t) * each + row]!,
            ),
          ),
        );
      const asItWas = over(sampledRow.asItWas());
      const without = over(sampledRow.without());
      const less = (a: Float64Array, b: Float64Array) => a.map((x, w) => x - b[w]!);
      const put = (what: string, values: Float64Array) =>
        found.set(`${id} ${outcome} ${what}`, values);
      put('as it was', asItWas);
      put('no source', without);
      input.factors.forEach((factor, i) => {
        if (factor.id === 'P0') return;
        put(`${factor.id} alone`, less(over(sampledRow.alone(input, i)), without));
        put(`but for ${factor.id}`, less(asItWas, over(sampledRow.allBut(input, i))));
      });
      input.remedies.forEach((remedy, r) => {
        put(`remedy ${remedy}`, less(over(sampledRow.remedy(input, r)), asItWas));
      });
    });
  });
  return found;
}

interface Compared {
  readonly name: string;
  readonly own: Interval;
  readonly true: Interval;
  readonly width: number;
  /** error of either end as a part of the width of the brute force */
  readonly ends: readonly [number, number];
  /** the same in printed errors; the error of the brute force is counted in */
  readonly inErrors: readonly [number, number];
  /** share of the independent draws in which the figure is not what it is in most */
  readonly share: number;
}

const heading = '## How sure the intervals of the threat are';

function section(input: ThreatInput, even: Figures, brute: Figures): string {
  const { outcomes } = benchOf(expectedWorlds(input.study), input.theories[0]!, []);
  const headlines = new Set(
    objectsOf(outcomes).flatMap((object) => headlinesOf(object, outcomes).map((one) => one.id)),
  );
  const ruleOf = (draws: number) => intervalRule(draws, 1);
  const compared: Compared[] = [];
  for (const [name, values] of even) {
    if (!headlines.has(name.split(' ')[1]!)) continue;
    const all = brute.get(name)!;
    const own = intervalOf(values, ruleOf(values.length))!;
    const reference = intervalOf(all, ruleOf(all.length))!;
    const width = reference.high90 - reference.low90;
    if (width === 0 && own.high90 === own.low90 && own.low90 === reference.low90) continue;
    const scaled = (x: number) => (width > 0 ? x / width : Number.POSITIVE_INFINITY);
    const low = Math.abs(own.low90 - reference.low90);
    const high = Math.abs(own.high90 - reference.high90);
    const spread = (a: number, b: number) => Math.sqrt(a * a + b * b);
    const times = (x: number, error: number) => (x === 0 ? 0 : x / error);
    const middle = [...all].sort((a, b) => a - b)[all.length >> 1]!;
    compared.push({
      name,
      own,
      true: reference,
      width,
      ends: [scaled(low), scaled(high)],
      inErrors: [
        times(low, spread(own.lowError, reference.lowError)),
        times(high, spread(own.highError, reference.highError)),
      ],
      share: all.filter((x) => x !== middle).length / all.length,
    });
  }
  return written(compared, even.size);
}

const quantile = (list: readonly number[], p: number) => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
};
const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
const short = (x: number) => Number(x.toPrecision(3)).toString();

function written(compared: readonly Compared[], all: number): string {
  const row = (what: string, list: readonly Compared[]) => {
    const ends = list.flatMap((one) => one.ends);
    const within = list.flatMap((one) => one.inErrors).filter((x) => x <= 2).length;
    const ratio = list.map((one) => (one.own.high90 - one.own.low90) / one.width);
    return `| ${what} | ${list.length} | ${percent(quantile(ends, 0.5))} | ${percent(quantile(ends, 0.9))} | ${percent(Math.max(...ends))} | ${short(quantile(ratio, 0.5))} | ${short(Math.min(...ratio))} | ${percent(within / (2 * list.length))} |`;
  };
  const withWidth = compared.filter((one) => one.width > 0);
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['as it was', / as it was$/],
    ['no source', / no source$/],
    ['each alone', / alone$/],
    ['but for each', / but for /],
    ['remedies', / remedy /],
  ];
  const narrow = compared.filter(
    (one) =>
      one.own.high90 - one.own.low90 < one.width / 2 ||
      (one.width === 0 && one.own.low90 !== one.own.high90),
  );
  const list =
    narrow.length === 0
      ? 'No interval is narrower than half of that of the brute force.'
      : `Narrower than half of the brute force, ${narrow.length} of ${withWidth.length}:\n\n| Figure | 64 draws | ${bruteDraws} draws | Share of draws in which it is not at its usual value |\n|---|---|---|---|\n${narrow
          .map(
            (one) =>
              `| ${one.name} | ${short(one.own.low90)} to ${short(one.own.high90)} | ${short(one.true.low90)} to ${short(one.true.high90)} | ${percent(one.share)} |`,
          )
          .join('\n')}`;
  return `${heading}

Written by \`npm run bench:intervals\`. Kosovo 1999, ${theories.join(' and ')}, headline measures: intervals over the program's ${evenDraws} draws laid out evenly beside those over ${bruteDraws} independent draws, each with a world of its own and another seed. Of ${all} figures of all measures those of headline measures are compared that are not the same number in every draw. Error of an end: its distance from that of the brute force, as a part of the width of the brute force. Last column: share of ends no more than two errors apart, the errors of both sides together.

| Intervals of | how many | error of an end: median | ninth decile | worst | width, median ratio | least ratio | within two errors |
|---|---|---|---|---|---|---|---|
${row('all', withWidth)}
${kinds
  .map(([what, name]) =>
    row(
      what,
      withWidth.filter((one) => name.test(one.name)),
    ),
  )
  .join('\n')}

${list}`;
}
