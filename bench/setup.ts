import { existsSync } from 'node:fs';
import type { Pair } from './checkout.ts';
import { here, loadCheckout, turnByTurn } from './checkout.ts';

type Study = typeof import('@asylia/lab');

/** What comes before each sampled world: numbers drawn, the case compiled with them, the world planned. */
async function subject(checkout: string, name: string) {
  // A checkout from before the lab had its name calls it study.
  const folder = existsSync(`${checkout}/packages/lab`) ? 'lab' : 'study';
  const { room, engine, kosovo } = await loadCheckout<Study>(checkout, folder, name);
  const input = kosovo.kosovoInput();
  // A checkout from before studies were prepared plans each world by itself.
  const like = 'centralPlan' in room ? room.centralPlan(room.preparedStudy(input)) : null;
  const watched =
    'observeExposure' in engine
      ? { observers: { exposure: engine.observeExposure } }
      : { exposure: true };
  return (draw: number) => {
    const before = process.cpuUsage();
    const world = room.drawnWorld(input, draw);
    const plan = engine.planWorld(world, like);
    const { user, system } = process.cpuUsage(before);
    // Run between, untimed, so that memory is as cold as in an ensemble.
    engine.simulate(world, { seed: 1, world: draw, mode: 'sampled', plan, ...watched });
    return (user + system) / 1000;
  };
}

/** CPU milliseconds of setting up a world of Kosovo for a new draw, in two checkouts. */
export async function timeSetup(other: string, draws: number): Promise<Pair[]> {
  const old = await subject(other, 'other-setup');
  const now = await subject(here, 'this-setup');
  return [turnByTurn('set-up of a world for a new draw', 'ms', draws, old, now)];
}
