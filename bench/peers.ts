import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FleeCase } from '@asylia/peers';
import {
  fleeValidation,
  networkOf,
  observe,
  planJourneys,
  readFlee,
  runJourneys,
} from '@asylia/peers';

/**
 * Times conflicts in the format of Flee under its rules, at full population:
 *   npm run bench:peers -- <folder> <folder> ...
 * Prints the table of docs/peers.md. Ratios are taken within one run.
 */
const [mode, ...rest] = process.argv.slice(2);

/** Reads a conflict and simulates one sampled world of it: what a fresh process is timed at. */
function whole(folder: string): FleeCase {
  const flee = read(folder);
  const network = networkOf(flee, observe(flee));
  runJourneys(network, fleeValidation, { seed: 1, world: 0, mode: 'sampled' });
  return flee;
}

function read(folder: string): FleeCase {
  const files = new Map<string, Uint8Array>();
  for (const part of ['input_csv', 'source_data']) {
    for (const name of readdirSync(`${folder}/${part}`)) {
      if (/\.(csv|yml)$/.test(name)) {
        files.set(`${part}/${name}`, readFileSync(`${folder}/${part}/${name}`));
      }
    }
  }
  const result = readFlee(basename(folder), files);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.flee;
}

/** The same conflict with so many times the people, in counts, capacities and homes. */
function timesPeople(flee: FleeCase, factor: number): FleeCase {
  return {
    ...flee,
    locations: flee.locations.map((l) => ({ ...l, population: Math.round(l.population * factor) })),
    series: new Map(
      [...flee.series].map(([file, points]) => [
        file,
        points.map(({ date, count }) => ({ date, count: Math.round(count * factor) })),
      ]),
    ),
  };
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;

/** Seconds of fresh processes, the start of Node included: median of nine. */
function fresh(...args: string[]): number {
  return median(
    Array.from({ length: 9 }, () => {
      const start = performance.now();
      const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...args]);
      if (status !== 0) throw new Error(`${args.join(' ')} failed`);
      return (performance.now() - start) / 1000;
    }),
  );
}

/** Seconds of one more world: medians of several, after warming up, the two in turn. */
function worlds(cases: readonly FleeCase[], runMode: 'sampled' | 'expected'): number[] {
  const lives = cases.map((flee) => {
    const network = networkOf(flee, observe(flee));
    const plan = planJourneys(network, fleeValidation);
    return (world: number) => {
      const start = performance.now();
      runJourneys(network, fleeValidation, { seed: 1, world, mode: runMode, plan });
      return (performance.now() - start) / 1000;
    };
  });
  const times = lives.map(() => [] as number[]);
  for (let world = 0; world < 25; world++) {
    lives.forEach((live, i) => {
      const took = live(world);
      if (world >= 10) times[i]!.push(took);
    });
  }
  return times.map(median);
}

if (mode === '--whole') whole(rest[0]!);
else if (mode !== '--nothing') {
  const folders = [mode, ...rest].filter((folder) => folder !== undefined);
  if (folders.length === 0) console.warn('skipped: give folders of Flee to be timed');
  const nothing = fresh('--nothing');
  for (const folder of folders) {
    const flee = read(folder);
    const total = Math.max(...observe(flee).total);
    const crowd = timesPeople(flee, 1e8 / total);
    const [one, many] = worlds([flee, crowd], 'sampled');
    const [expected] = worlds([flee], 'expected');
    const ratio = many! / one!;
    console.info(
      [
        `| ${flee.name} (${total} people, ${flee.days} days)`,
        `${fresh('--whole', folder).toFixed(3)} (${nothing.toFixed(3)} of it Node and the program read)`,
        one!.toFixed(3),
        expected!.toFixed(3),
        `${many!.toFixed(3)} (${ratio.toFixed(2)} x) |`,
      ].join(' | '),
    );
  }
}
