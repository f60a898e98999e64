import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Simulation, World } from '../src/index.ts';
import { at, observePeople, peopleRow, simulate } from '../src/index.ts';
import { anySketch, randomWorlds, worldOf } from './worlds.ts';

const observers = { people: observePeople };
const usable = (world: World, mode: 'sampled' | 'expected') =>
  simulate(world, { seed: 5, world: 2, mode, observers });
const anyMode = fc.constantFrom('sampled' as const, 'expected' as const);
const sum = (list: ArrayLike<number>) => {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i]!;
  return total;
};
const part = (list: Float64Array, day: number, days: number) =>
  list.subarray((day * list.length) / days, ((day + 1) * list.length) / days);

test('keeping who stands where changes no byte of what is simulated', () => {
  fc.assert(
    fc.property(anySketch, anyMode, (sketch, mode) => {
      const world = worldOf(sketch);
      const plain = simulate(world, { seed: 5, world: 2, mode });
      const kept = usable(world, mode);
      expect(plain.observed).toEqual({});
      expect(kept.series.values).toEqual(plain.series.values);
      expect(kept.saved).toEqual(plain.saved);
    }),
    { numRuns: randomWorlds(300), seed: 41 },
  );
});

test('on every day those in all places, waiting and on the road are everyone', () => {
  fc.assert(
    fc.property(anySketch, anyMode, (sketch, mode) => {
      const world = worldOf(sketch);
      const { observed, saved } = usable(world, mode);
      const everyone = sum(saved.start);
      for (let day = 0; day < world.days; day++) {
        const there = [observed.people.count, observed.people.waiting, observed.people.road].map(
          (list) => sum(part(list, day, world.days)),
        );
        if (mode === 'sampled') expect(sum(there)).toBe(everyone);
        else expect(sum(there)).toBeCloseTo(everyone, 4);
      }
    }),
    { numRuns: randomWorlds(300), seed: 42 },
  );
});

test('people of a place in towns and camps abroad are those of its series, on every day', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const world = worldOf(sketch);
      const simulated = usable(world, 'sampled');
      world.placeIds.forEach((id, place) => {
        for (let day = 0; day < world.days; day++) {
          const here = [at.hostFamily, at.centre, at.camp, at.unsheltered].reduce(
            (n, situation) => {
              const row = peopleRow(world, day, situation, place);
              return (
                n + sum(simulated.observed.people.count.subarray(row, row + world.groupIds.length))
              );
            },
            0,
          );
          const series = seriesAt(simulated, `place.${id}`, day);
          if (series !== null) expect(here).toBe(series);
        }
      });
    }),
    { numRuns: randomWorlds(300), seed: 43 },
  );
});

test('days that were not simulated are not a number, before a resumed run and after the last day', () => {
  fc.assert(
    fc.property(anySketch, fc.nat(40), (sketch, stop) => {
      const world = worldOf(sketch);
      const untilDay = stop % world.days;
      const options = { seed: 9, world: 2, mode: 'sampled', observers } as const;
      const half = simulate(world, { ...options, untilDay });
      const rest = simulate(world, { ...options, resumeFrom: half.saved });
      const whole = simulate(world, options);
      for (let day = 0; day < world.days; day++) {
        const [simulated, not] = day < untilDay ? [half, rest] : [rest, half];
        expect(part(simulated.observed.people.count, day, world.days)).toEqual(
          part(whole.observed.people.count, day, world.days),
        );
        expect(part(not.observed.people.count, day, world.days).every(Number.isNaN)).toBe(true);
      }
    }),
    { numRuns: randomWorlds(300), seed: 44 },
  );
});

function seriesAt({ series: { names, days, values } }: Simulation, name: string, day: number) {
  const i = names.indexOf(name);
  return i < 0 ? null : values[i * days + day]!;
}
