import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsdown';
import common from './tsdown.config.ts';

/**
 * Times one world of Kosovo in two checkouts, turn by turn in one process, so that both meet the
 * same machine:
 *   npx tsx --conditions=source bench/worlds.ts <folder of the other checkout> [rounds]
 * Prints CPU milliseconds a world, the median over rounds, and the median ratio of a round.
 */
type Engine = typeof import('@asylia/engine');
type Kosovo = typeof import('./kosovo.ts');

const here = fileURLToPath(new URL('..', import.meta.url));
const worldsARound = 10;

/** One checkout, built by itself: the code of the other has no part in how it is compiled. */
async function subject(checkout: string, name: string) {
  // As deep as bench/dist, for the case is looked for from there.
  const outDir = `${here}/dist/${name}`;
  await build({
    ...common,
    cwd: `${checkout}/bench`,
    config: false,
    entry: { engine: `${checkout}/packages/engine/src/index.ts`, kosovo: 'kosovo.ts' },
    outDir,
  });
  const load = (file: string) => import(pathToFileURL(`${outDir}/${file}.js`).href);
  const { planWorld, simulate } = (await load('engine')) as Engine;
  const { kosovoWorld } = (await load('kosovo')) as Kosovo;
  const world = kosovoWorld();
  const plan = planWorld(world);
  return (mode: 'expected' | 'sampled', round: number) => {
    const before = process.cpuUsage();
    for (let i = 0; i < worldsARound; i++) {
      simulate(world, { seed: 1, world: round * worldsARound + i, mode, plan });
    }
    return process.cpuUsage(before).user / 1000 / worldsARound;
  };
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;

const [other, rounds = '30'] = process.argv.slice(2);
if (!other) throw new Error('expected the folder of the other checkout, found nothing');
const old = await subject(other, 'other');
const now = await subject(here, 'this');
for (const mode of ['sampled', 'expected'] as const) {
  const times = Array.from({ length: Number(rounds) + 5 }, (_, round) => ({
    old: old(mode, round),
    now: now(mode, round),
  })).slice(5);
  const ms = (which: 'old' | 'now') => median(times.map((time) => time[which])).toFixed(2);
  const ratio = median(times.map((time) => time.now / time.old)).toFixed(3);
  process.stdout.write(`${mode}: other ${ms('old')} ms, this ${ms('now')} ms, ratio ${ratio}\n`);
}
