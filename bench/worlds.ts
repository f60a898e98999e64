import type { Pair } from './checkout.ts';
import { here, loadCheckout, turnByTurn } from './checkout.ts';

const worldsARound = 10;

async function subject(checkout: string, name: string) {
  const { engine, kosovo } = await loadCheckout<unknown>(checkout, 'engine', name);
  const world = kosovo.kosovoWorld();
  const plan = engine.planWorld(world);
  return (mode: 'expected' | 'sampled') => (round: number) => {
    const before = process.cpuUsage();
    for (let i = 0; i < worldsARound; i++) {
      engine.simulate(world, { seed: 1, world: round * worldsARound + i, mode, plan });
    }
    return process.cpuUsage(before).user / 1000 / worldsARound;
  };
}

/** CPU milliseconds of one world of Kosovo, its plan being given, in two checkouts. */
export async function timeWorlds(other: string, rounds: number): Promise<Pair[]> {
  const old = await subject(other, 'other-world');
  const now = await subject(here, 'this-world');
  return (['sampled', 'expected'] as const).map((mode) =>
    turnByTurn(
      `Kosovo, one ${mode} world (\`simulate\` alone)`,
      'ms',
      rounds,
      old(mode),
      now(mode),
    ),
  );
}
