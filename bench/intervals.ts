import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Draw, IntervalRule, SampledTable, ThreatInput } from '@asylia/lab';
import {
  coalitionRunner,
  drawOf,
  evenDrawOf,
  expectedWorlds,
  intervalOf,
  intervalRule,
  sampledRow,
  sampledRows,
  sampledWorlds,
  toTheEnd,
} from '@asylia/lab';
import type { Interval } from '@asylia/security';
import {
  defaultFactors,
  defaultRemedies,
  headlinesOf,
  isPlacebo,
  objectsOf,
} from '@asylia/security';
import { kosovoInput } from './kosovo.ts';
import { intervalsHeading, replaceSection } from './section.ts';
import { theory } from './theory.ts';

/**
 * Intervals over 64 draws laid out evenly beside those over many independent draws, each with a
 * world of its own: how far the ends lie apart, whether any is far too narrow, and whether the
 * printed error says so. Writes its section of docs/benchmarks.md. Figures are kept in a file where
 * one is named, and read from it where it is there.
 */

/** Draws of the brute force, and its seed: it shares neither draws nor chance with the program. */
const bruteDraws = 512;
const bruteSeed = 2_024;
const evenDraws = 64;
const theories = ['T1', 'T7'];
const worstShown = 8;

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
    given: 'persecution',
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

/** [measure x theory x row] of [draw] */
type Figures = Map<string, Float64Array>;

async function compare(): Promise<void> {
  const input = inputOf(1999);
  const kept = process.argv[2];
  const { even, brute } = kept && existsSync(kept) ? readFigures(kept) : await runFigures(input);
  if (kept) {
    const plain = (map: Figures) => Object.fromEntries([...map].map(([k, v]) => [k, [...v]]));
    writeFileSync(kept, JSON.stringify({ even: plain(even), brute: plain(brute) }));
  }
  const text = section(input, even, brute);
  const page = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), intervalsHeading, text));
  process.stdout.write(`${text}\n`);
}

async function runFigures(input: ThreatInput) {
  const task = { first: 0 } as const;
  return {
    even: await figures(input, { ...task, seed: 1999, layout: 'even', count: evenDraws }),
    brute: await figures(input, {
      ...task,
      seed: bruteSeed,
      layout: 'independent',
      count: bruteDraws,
    }),
  };
}

/** Figures that an earlier call has kept. */
function readFigures(file: string): { even: Figures; brute: Figures } {
  const { even, brute } = JSON.parse(readFileSync(file, 'utf8'));
  const read = (plain: Record<string, number[]>) =>
    new Map(Object.entries(plain).map(([name, list]) => [name, Float64Array.from(list)]));
  return { even: read(even), brute: read(brute) };
}

/**
 * Simulates draws on all cores and reads what intervals are of: levels, contributions, remedies.
 */
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
      const baseline = over(sampledRow.baseline());
      const without = over(sampledRow.without());
      const less = (a: Float64Array, b: Float64Array) => a.map((x, w) => x - b[w]!);
      const put = (what: string, values: Float64Array) =>
        found.set(`${id} ${outcome} ${what}`, values);
      put('as it was', baseline);
      put('no source', without);
      input.factors.forEach((factor, i) => {
        if (isPlacebo(factor)) return;
        put(`${factor.id} alone`, less(over(sampledRow.alone(input, i)), without));
        put(`but for ${factor.id}`, less(baseline, over(sampledRow.allBut(input, i))));
      });
      input.remedies.forEach((remedy, r) => {
        put(`remedy ${remedy}`, less(over(sampledRow.remedy(input, r)), baseline));
      });
    });
  });
  return found;
}

interface Compared {
  readonly name: string;
  readonly own: Interval;
  readonly brute: Interval;
  /** of the brute force, above 0 */
  readonly width: number;
  /** error of either end as a part of the width of the brute force */
  readonly ends: readonly [number, number];
  /** the same in standard errors of the difference */
  readonly inErrors: readonly [number, number];
}

const widthOf = ({ low90, high90 }: Interval) => high90 - low90;

/** An interval beside that of the brute force; null where that has no width. */
function compareOne(name: string, values: Float64Array, all: Float64Array): Compared | null {
  const own = intervalOf(values, ruleOf(values.length))!;
  const brute = intervalOf(all, ruleOf(all.length))!;
  const width = widthOf(brute);
  if (width === 0) return null;
  const low = Math.abs(own.low90 - brute.low90);
  const high = Math.abs(own.high90 - brute.high90);
  const times = (x: number, a: number, b: number) => (x === 0 ? 0 : x / Math.sqrt(a * a + b * b));
  return {
    name,
    own,
    brute,
    width,
    ends: [low / width, high / width],
    inErrors: [
      times(low, own.lowError, brute.lowError),
      times(high, own.highError, brute.highError),
    ],
  };
}

const rules = new Map<number, IntervalRule>();
function ruleOf(draws: number): IntervalRule {
  const rule = rules.get(draws) ?? intervalRule(draws, 1)!;
  rules.set(draws, rule);
  return rule;
}

/** Parts of the brute force as long as the program's draws, each beside all the rest. */
function independentParts(name: string, all: Float64Array): (Compared | null)[] {
  return Array.from({ length: bruteDraws / evenDraws }, (_, part) => {
    const [from, to] = [part * evenDraws, (part + 1) * evenDraws];
    const rest = [...all.subarray(0, from), ...all.subarray(to)];
    return compareOne(name, all.subarray(from, to), Float64Array.from(rest));
  });
}

const quantile = (list: readonly number[], p: number) => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
};
const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
const short = (x: number) => Number(x.toPrecision(3)).toString();
const isThere = (one: Compared | null) => one !== null;

function summaryRow(what: string, list: readonly Compared[]): string {
  const ends = list.flatMap((one) => one.ends);
  const within = list.flatMap((one) => one.inErrors).filter((x) => x <= 2).length;
  const ratio = list.map((one) => widthOf(one.own) / one.width);
  const cells = [
    what,
    list.length,
    percent(quantile(ends, 0.5)),
    percent(quantile(ends, 0.9)),
    percent(Math.max(...ends)),
    short(quantile(ratio, 0.5)),
    short(Math.min(...ratio)),
    percent(within / ends.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['as it was', / as it was$/],
  ['no source', / no source$/],
  ['each alone', / alone$/],
  ['but for each', / but for /],
  ['remedies', / remedy /],
];

function section(input: ThreatInput, even: Figures, brute: Figures): string {
  const { outcomes } = coalitionRunner(expectedWorlds(input.study), input.theories[0]!, []);
  const headlines = new Set(
    objectsOf(outcomes).flatMap((object) => headlinesOf(object, outcomes).map((one) => one.id)),
  );
  const wanted = [...even].filter(([name]) => headlines.has(name.split(' ')[1]!));
  const compared = wanted
    .map(([name, values]) => compareOne(name, values, brute.get(name)!))
    .filter(isThere);
  const independent = wanted
    .flatMap(([name]) => independentParts(name, brute.get(name)!))
    .filter(isThere);
  /** How large a measure can be: what a change of it is held against. */
  const sizeOf = (name: string) => {
    const measure = name.split(' ').slice(0, 2).join(' ');
    const levels = [`${measure} as it was`, `${measure} no source`].map(
      (level) => intervalOf(brute.get(level)!, ruleOf(bruteDraws))!,
    );
    return Math.max(...levels.flatMap((one) => [Math.abs(one.low90), Math.abs(one.high90)]));
  };
  const figure = (one: Compared) => {
    const all = [...brute.get(one.name)!].sort((a, b) => a - b);
    const usual = all[all.length >> 1]!;
    const other = all.filter((x) => x !== usual).length / all.length;
    const cells = [
      one.name,
      `${short(one.own.low90)} ± ${short(one.own.lowError)} to ${short(one.own.high90)} ± ${short(one.own.highError)}`,
      `${short(one.brute.low90)} to ${short(one.brute.high90)}`,
      percent(one.width / sizeOf(one.name)),
      other > 0.5 ? 'no usual value' : percent(other),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const narrow = compared.filter((one) => widthOf(one.own) < one.width / 2);
  const worst = [...compared]
    .sort((a, b) => Math.max(...b.ends) - Math.max(...a.ends))
    .slice(0, worstShown);
  const head = `| Figure | ${evenDraws} draws | ${bruteDraws} draws | Width, of the measure | Draws in which it is not at its usual value |\n|---|---|---|---|---|`;
  return `${intervalsHeading}

Written by \`npm run bench:intervals\`. Kosovo 1999, ${theories.join(' and ')}, headline measures: intervals over the program's ${evenDraws} draws laid out evenly beside those over ${bruteDraws} independent draws, each with a world of its own and another seed; figures that are the same number in nearly every draw have no width and are left out. Error of an end: its distance from that of the brute force, as a part of the width of the brute force. Last column: share of ends no further apart than two standard errors of the difference, as printed. Last row: eight parts of the brute force, each beside the rest, to see what the even layout is worth.

| Intervals of | how many | error of an end: median | ninth decile | worst | width, median ratio | least ratio | within two errors |
|---|---|---|---|---|---|---|---|
${summaryRow('all', compared)}
${kinds
  .map(([what, name]) =>
    summaryRow(
      what,
      compared.filter((one) => name.test(one.name)),
    ),
  )
  .join('\n')}
${summaryRow(`all, ${evenDraws} independent draws`, independent)}

Narrower than half of the brute force are ${narrow.length} of ${compared.length}${narrow.length > 0 ? ' (and why, in the last two columns: the change is next to nothing beside its measure, or comes about in so few draws that the end lies where they begin)' : ''}:

${head}
${narrow.map(figure).join('\n')}

The ${worstShown} with the worst end:

${head}
${worst.map(figure).join('\n')}`;
}

if (!isMainThread) {
  parentPort!.postMessage(live(workerData));
} else {
  await compare();
}
