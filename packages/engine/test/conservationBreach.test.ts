import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { State } from '../src/index.ts';
import { ConservationError, checkConservation, planWorld, simulate } from '../src/index.ts';
import { anyAnsweringSketch, randomWorlds, worldOf } from './worlds.ts';

test('at the end of any day a person lost, invented, misplaced or owed anywhere is found', () => {
  const found: Record<string, number> = {};
  fc.assert(
    fc.property(anyAnsweringSketch, fc.nat(), fc.nat(), (sketch, day, raw) => {
      const world = worldOf(sketch);
      const plan = planWorld(world);
      const untilDay = 1 + (day % world.days);
      const { saved } = simulate(world, { seed: 1, world: 1, mode: 'sampled', plan, untilDay });
      const check = (state: State) => checkConservation(world, plan, state, saved.start, true);
      check(saved.state);
      const group = raw % world.groupIds.length;
      const away = plan.usable.away[group]!;
      const settled = plan.usable.settled[group]!;
      const listed = new Set(
        [...plan.usable.away, ...plan.usable.settled].flatMap((list) => [...list]),
      );
      const any = <T>(list: ArrayLike<T>) => list[raw % list.length]!;
      const faults: Record<string, (state: State) => void> = {
        'lost at home': ({ count }) => count[any(settled)]!--,
        'lost away': ({ count }) => count[any(away)]!--,
        'invented at home': ({ count }) => count[any(settled)]!++,
        'invented away': ({ count }) => count[any(away)]!++,
        'away without leaving a home': ({ count }) => {
          count[any(settled)]!--;
          count[any(away)]!++;
        },
        'a home that waits for nobody': (state) =>
          state.away[plan.settlements[0]! * world.groupIds.length + group]!++,
        'lost at a frontier': ({ waiting }) => waiting[group]!--,
        'invented on the road': ({ road }) => road[group]!++,
        'fewer than nobody in a cell': ({ count }) => {
          const empty = away.find((one) => count[one] === 0);
          if (empty === undefined) return;
          count[empty]!--;
          count[any(away.filter((one) => one !== empty))]!++;
        },
        'where nobody can stand': ({ count }) => {
          const nowhere = count.findIndex((_, i) => !listed.has(i));
          const from = settled.find((one) => count[one]! > 0);
          if (nowhere < 0 || from === undefined) return;
          count[from]!--;
          count[nowhere]!++;
        },
      };
      for (const [name, plant] of Object.entries(faults)) {
        const state = structuredClone(saved.state);
        plant(state);
        const changed = (['count', 'road', 'waiting', 'away'] as const).some((list) =>
          state[list].some((n, i) => n !== saved.state[list][i]),
        );
        if (!changed) continue;
        found[name] = (found[name] ?? 0) + 1;
        expect(() => check(state), name).toThrow(ConservationError);
      }
    }),
    { numRuns: randomWorlds(200), seed: 7 },
  );
  expect(Object.keys(found)).toHaveLength(10);
});
