import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planWorld, simulate } from '../src/index.ts';
import { anySketch, randomWorlds, smallest, worldOf } from './worlds.ts';

test('the same world and seed give the same bytes, with the plan made anew or used again', () => {
  fc.assert(
    fc.property(anySketch, fc.integer({ min: 0, max: 2 ** 40 }), (sketch, seed) => {
      const world = worldOf(sketch);
      const plan = planWorld(world);
      const first = simulate(world, { seed, world: 5, mode: 'sampled' }).series.values;
      simulate(world, { seed, world: 6, mode: 'sampled', plan });
      expect(simulate(world, { seed, world: 5, mode: 'sampled', plan }).series.values).toEqual(
        first,
      );
    }),
    { numRuns: randomWorlds(300), seed: 1 },
  );
});

test('stopping on any day and going on equals never having stopped, also through JSON', () => {
  fc.assert(
    fc.property(anySketch, fc.nat(40), (sketch, stop) => {
      const world = worldOf(sketch);
      const whole = simulate(world, { seed: 9, world: 2, mode: 'sampled' });
      const half = simulate(world, {
        seed: 9,
        world: 2,
        mode: 'sampled',
        untilDay: stop % world.days,
      }).saved;
      const kept = structuredClone(half);
      const resumed = simulate(world, { seed: 9, world: 2, mode: 'sampled', resumeFrom: kept });
      expect(resumed.series.values).toEqual(whole.series.values);
      expect(half).toEqual(kept);
    }),
    { numRuns: randomWorlds(300), seed: 2 },
  );
});

test('a run saved from another layout is refused with what to do', () => {
  const saved = simulate(worldOf(smallest), {
    seed: 1,
    world: 0,
    mode: 'sampled',
    untilDay: 5,
  }).saved;
  const longer = worldOf({ ...smallest, days: 50 });
  expect(() => simulate(longer, { seed: 1, world: 0, mode: 'sampled', resumeFrom: saved })).toThrow(
    /change only amounts and dates/,
  );
});

test('a change from a day on leaves every day before it as it was', () => {
  fc.assert(
    fc.property(anySketch, fc.nat(39), (sketch, from) => {
      const day = from % sketch.days;
      const changed = {
        ...sketch,
        violence: [
          ...sketch.violence,
          {
            kind: 'expulsion' as const,
            place: 0,
            group: 0,
            from: day,
            to: sketch.days - 1,
            amount: 0.5,
            toward: -1,
          },
        ],
      };
      // Whether a group is persecuted at all is a fact of the case, so both worlds must agree on it.
      const base = {
        ...sketch,
        violence: [
          ...sketch.violence,
          {
            kind: 'expulsion' as const,
            place: 0,
            group: 0,
            from: day,
            to: sketch.days - 1,
            amount: 0,
            toward: -1,
          },
        ],
      };
      const a = simulate(worldOf(base), { seed: 4, world: 0, mode: 'sampled' }).series;
      const b = simulate(worldOf(changed), { seed: 4, world: 0, mode: 'sampled' }).series;
      for (let s = 0; s < a.names.length; s++) {
        expect(b.values.subarray(s * a.days, s * a.days + day)).toEqual(
          a.values.subarray(s * a.days, s * a.days + day),
        );
      }
    }),
    { numRuns: randomWorlds(300), seed: 3 },
  );
});
