import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { World } from '@asylia/engine';
import { planWorld, simulate } from '@asylia/engine';
import { kosovoWorld, timesPeople } from './kosovo.ts';
import { againstHeading, intervalsHeading, missedHeading, sectionOf } from './section.ts';
import { linksOf, syntheticWorld } from './synthetic.ts';
import { quietOnKosovo, quietTable } from './threat.ts';

/**
 * Times whole worlds and writes docs/benchmarks.md. Figures are of the machine they were made on;
 * what holds elsewhere are the ratios, each taken within this one run.
 */
interface Line {
  readonly what: string;
  readonly ms: number;
  readonly ratio: string;
}

/** Median time of one world, ms, after warming up. */
function time(
  simulated: World,
  mode: 'expected' | 'sampled',
  worlds: number,
  warm: number,
): number {
  const plan = planWorld(simulated);
  for (let i = 0; i < warm; i++) simulate(simulated, { seed: 1, world: i, mode, plan });
  const times = Array.from({ length: worlds }, (_, i) => {
    const start = performance.now();
    simulate(simulated, { seed: 1, world: i, mode, plan });
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[worlds >> 1]!;
}

/** Bytes that one world holds at its end. */
function bytes(sized: World): number {
  const { saved, series } = simulate(sized, { seed: 1, world: 0, mode: 'sampled' });
  const lists = [...Object.values(saved.state), series.values, saved.values];
  return lists.reduce<number>(
    (sum, list) => sum + (list instanceof Float64Array ? list.byteLength : 0),
    0,
  );
}

const world = kosovoWorld();
const thousandfold = timesPeople(world, 1000);
const expected = time(world, 'expected', 60, 40);
const sampled = time(world, 'sampled', 60, 40);
const many = time(thousandfold, 'sampled', 60, 40);
const lines: Line[] = [
  { what: 'Kosovo 1999, one expected world', ms: expected, ratio: '1' },
  {
    what: 'one sampled world',
    ms: sampled,
    ratio: `${(sampled / expected).toFixed(2)} x expected`,
  },
  {
    what: 'one sampled world, 1,000 times the people',
    ms: many,
    ratio: `${(many / sampled).toFixed(2)} x the time, ${(bytes(thousandfold) / bytes(world)).toFixed(2)} x the memory`,
  },
];
let before = 0;
for (const places of [100, 1000, 10_000]) {
  const start = performance.now();
  const synthetic = syntheticWorld(places, 365);
  const made = performance.now() - start;
  const ms = time(synthetic, 'sampled', places > 5000 ? 1 : 3, 1);
  lines.push({
    what: `invented country, ${synthetic.placeIds.length} places, ${linksOf(places)} links, 365 days (ways found before in ${Math.round(made)} ms)`,
    ms,
    ratio: before > 0 ? `${(ms / before).toFixed(1)} x for 10 x the links` : '',
  });
  before = ms;
}
const table = lines
  .map(({ what, ms, ratio }) => `| ${what} | ${ms.toPrecision(3)} | ${ratio} |`)
  .join('\n');
const quiet = quietTable(quietOnKosovo(50));
const page = `# Benchmarks

Written by \`npm run bench\`, on ${cpus()[0]!.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}. Times depend on the machine; ratios are taken within one run and should hold elsewhere. Conservation is checked every day in all of them. How time grows with what a user brings: [growth-benchmarks.md](growth-benchmarks.md).

| What | ms | Ratio |
|---|---|---|
${table}

## How quiet counterfactuals are

Variance of a difference to as it was with independent seeds over its variance on the same keyed worlds; in brackets the mean difference in standard deviations of the measure over worlds. Kosovo 1999 at its fitted numbers, 100 worlds, chance alone. Aimed at: 10 and more. A change that takes away most of what a measure counts leaves nothing to share (ratio near 1): what is left is how worlds differ, not noise, and beside such an effect it is small.

${quiet}
`;
const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
// By bench/against.ts, which needs another checkout, by hand, and by bench/intervals.ts, which takes longer.
const kept = [againstHeading, missedHeading, intervalsHeading].flatMap((heading) => {
  const section = sectionOf(readFileSync(file, 'utf8'), heading);
  return section ? [section.trim()] : [];
});
writeFileSync(file, `${[page.trim(), ...kept].join('\n\n')}\n`);
process.stdout.write(page);
