import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { World } from '../src/index.ts';
import { at, countEveryone, observeExposure, simulate } from '../src/index.ts';
import { times } from './testLength.ts';
import { anySketch, randomWorlds, smallest, worldOf } from './worlds.ts';

const observers = { exposure: observeExposure };

const open = (world: World, willingShare: number, pacePerDay: number): World => ({
  ...world,
  openAdmission: {
    willingShare,
    pacePerDay,
    weight: Float64Array.from(world.placeKind, (kind) => (kind === 'state' ? 1 : 0)),
    unmetDemand: 0.05,
  },
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** 10,000 people who stand in a town abroad; nobody dies, goes home, claims or pays a smuggler. */
const still: World = (() => {
  const world = worldOf({
    ...smallest,
    days: 30,
    people: [{ place: 2, group: 0, situation: at.camp, n: 10_000 }],
    violence: [
      { kind: 'expulsion', place: 0, group: 0, from: 0, to: 29, amount: 0.02, toward: -1 },
    ],
    parameters: {
      claimPerDay: 0,
      irregularPerDay: 0,
      baselineDeathsPerDay: 0,
    },
  });
  return world;
})();
const evacuated = (world: World, mode: 'sampled' | 'expected', n = 0) => {
  const { series } = simulate(world, { seed: 3, world: n, mode });
  return series.values
    .subarray(series.names.indexOf('evacuated') * series.days)
    .slice(0, series.days);
};

describe('open admission', () => {
  test('loses and invents nobody, in random worlds', () => {
    fc.assert(
      fc.property(anySketch, share, share, (sketch, willing, pace) => {
        const world = open(worldOf(sketch), willing, pace);
        const { saved } = simulate(world, { seed: 8, world: 1, mode: 'sampled' });
        expect(Array.from(countEveryone(world, saved.state))).toEqual(Array.from(saved.start));
      }),
      { numRuns: randomWorlds(1000), seed: 41 },
    );
  });

  test('moves on those who would go and nobody else: willing x (1 - (1 - pace)^days)', () => {
    const moved = evacuated(open(still, 0.4, 0.1), 'expected');
    moved.forEach((n, day) => {
      expect(n).toBeCloseTo(10_000 * 0.4 * (1 - 0.9 ** (day + 1)), 6);
    });
  });

  test('never moves more than the share who would go, and that share in the end', () => {
    fc.assert(
      fc.property(share, share, (willing, pace) => {
        const moved = evacuated(open(still, willing, pace), 'sampled');
        expect(moved.at(-1)!).toBeLessThanOrEqual(willing * 10_000);
      }),
      { numRuns: times(200), seed: 42 },
    );
    expect(evacuated(open(still, 0.4, 1), 'sampled').at(-1)).toBe(4000);
  });

  test('in the mean of sampled worlds is what the expected run says, at six sigma', () => {
    const world = open(still, 0.4, 0.1);
    const expected = evacuated(world, 'expected')[4]!;
    const n = 400;
    const values = Array.from({ length: n }, (_, i) => evacuated(world, 'sampled', i)[4]!);
    const mean = values.reduce((a, b) => a + b, 0) / n;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
    expect(variance).toBeGreaterThan(0);
    expect(Math.abs(mean - expected)).toBeLessThan(6 * Math.sqrt(variance / n));
  });

  test('to nobody or at no pace is as if it were not, but for what it does to smugglers', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const world = worldOf({
          ...sketch,
          parameters: { ...sketch.parameters, irregularPerDay: 0 },
        });
        const plain = simulate(world, { seed: 4, world: 0, mode: 'sampled' }).series.values;
        for (const none of [open(world, 0, 0.5), open(world, 0.5, 0)]) {
          expect(simulate(none, { seed: 4, world: 0, mode: 'sampled' }).series.values).toEqual(
            plain,
          );
        }
      }),
      { numRuns: randomWorlds(200), seed: 43 },
    );
  });
});

describe('moral hazard', () => {
  const answering = (world: World, strength: number, baselineReception: Float64Array): World => ({
    ...world,
    moralHazard: { strength, baselineReception },
  });

  test('leaves expulsion at baseline where reception is at baseline, to the byte, and to the first day', () => {
    fc.assert(
      fc.property(anySketch, share, fc.constantFrom('sampled', 'expected'), (sketch, m, mode) => {
        const world = worldOf(sketch);
        // Some are with receiving states before the first day.
        world.placeKind.forEach((kind, place) => {
          if (kind === 'state') {
            world.initial[(at.claimed * world.placeIds.length + place) * world.groupIds.length] =
              50;
            world.initialAway[0]! += 50;
          }
        });
        const plain = simulate(world, { seed: 9, world: 3, mode, observers });
        const moved = answering(world, m, plain.observed.exposure.reception);
        const again = simulate(moved, { seed: 9, world: 3, mode });
        expect(again.series.values).toEqual(plain.series.values);
      }),
      { numRuns: randomWorlds(400), seed: 51 },
    );
  });

  test('never expels fewer where more are received than were (expected mode, one place)', () => {
    const world = worldOf({ ...smallest, parameters: { irregularPerDay: 0 } });
    const baseline = simulate(world, { seed: 0, world: 0, mode: 'expected', observers });
    const expelled = (willing: number, m: number) => {
      const { observed } = simulate(
        answering(open(world, willing, 0.2), m, baseline.observed.exposure.reception),
        { seed: 0, world: 0, mode: 'expected', observers },
      );
      return observed.exposure.expelled.reduce((a, b) => a + b, 0);
    };
    for (const m of [0.1, 0.3]) {
      const rising = [0, 0.2, 0.5, 0.9].map((willing) => expelled(willing, m));
      rising.slice(1).forEach((n, i) => expect(n).toBeGreaterThan(rising[i]!));
    }
    expect(expelled(0.9, 0)).toBe(expelled(0, 0));
  });
});

describe('passage with smugglers', () => {
  const irregular = (irregularResponse: number, admission: number) => {
    const world = worldOf({ ...smallest, parameters: { irregularResponse } });
    const made: World =
      admission < 0
        ? world
        : {
            ...open(world, 0, 0),
            openAdmission: { ...open(world, 0, 0).openAdmission!, unmetDemand: admission },
          };
    const { series } = simulate(made, { seed: 0, world: 0, mode: 'expected' });
    return series.values[series.names.indexOf('irregular') * series.days + 3]!;
  };

  test('is proportional to unmet demand at an elasticity of 1 and does not answer at 0', () => {
    // With few gone, entry routes are as good as linear in their hazard.
    expect(irregular(1, 0.5) / irregular(1, 1)).toBeCloseTo(0.5, 2);
    expect(irregular(1, -1)).toBe(irregular(1, 1));
    expect(irregular(0, 0.5)).toBe(irregular(0, 1));
    expect(irregular(0.5, 0.25) / irregular(0.5, 1)).toBeCloseTo(0.5, 2);
  });

  test('grows as demand is met where exclusion deters', () => {
    expect(irregular(-0.5, 0.25)).toBeGreaterThan(irregular(-0.5, 1));
  });
});
