import { here, loadCheckout, median } from './checkout.ts';

/**
 * Times what comes before each sampled world of Kosovo in two checkouts, turn by turn in one process:
 * the numbers are drawn, the case is compiled with them, the world is planned. The world is lived
 * between, untimed, so that memory is as cold as in a run.
 *   npx tsx --conditions=source bench/setup.ts <folder of the other checkout> [draws]
 * Prints CPU milliseconds a draw, the median over draws, and the ratio of the medians.
 */
type Study = typeof import('@asylia/study');

async function subject(checkout: string, name: string) {
  const { room, engine, kosovo } = await loadCheckout<Study>(checkout, 'study', name);
  const input = kosovo.kosovoInput();
  // A checkout from before studies were prepared plans each world by itself.
  const like = 'centralPlan' in room ? room.centralPlan(room.preparedStudy(input)) : null;
  return (draw: number) => {
    const before = process.cpuUsage();
    const world = room.drawnWorld(input, draw);
    const plan = engine.planWorld(world, like);
    const { user, system } = process.cpuUsage(before);
    engine.simulate(world, { seed: 1, world: draw, mode: 'sampled', plan, exposure: true });
    return (user + system) / 1000;
  };
}

const [other, draws = '200'] = process.argv.slice(2);
if (!other) throw new Error('expected the folder of the other checkout, found nothing');
const old = await subject(other, 'other');
const now = await subject(here, 'this');
const times = Array.from({ length: Number(draws) + 30 }, (_, draw) => ({
  old: old(draw),
  now: now(draw),
})).slice(30);
const ms = { old: median(times.map((one) => one.old)), now: median(times.map((one) => one.now)) };
process.stdout.write(
  `set-up of a draw: other ${ms.old.toFixed(2)} ms, this ${ms.now.toFixed(2)} ms, ratio ${(ms.now / ms.old).toFixed(2)}\n`,
);
