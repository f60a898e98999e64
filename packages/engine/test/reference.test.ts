import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, simulate } from '../src/index.ts';
import { count, hostsOf, runSlowDay, settlements, startSlow } from './reference/day.ts';
import type { Sketch } from './worlds.ts';
import { anyAnsweringSketch, anyCrowdedSketch, randomWorlds, worldOf } from './worlds.ts';

/** Compares every series that the slow implementation has, day by day. @returns people compared */
function compare(sketch: Sketch): number {
  let people = 0;
  const world = worldOf(sketch);
  const { series } = simulate(world, { seed: 0, world: 0, mode: 'expected' });
  const slow = startSlow(world);
  for (let day = 0; day < world.days; day++) {
    runSlowDay(slow);
    const agrees = (name: string, value: number) => {
      const fast = series.values[series.names.indexOf(name) * series.days + day]!;
      people += value;
      expect(
        Math.abs(fast - value),
        `${name} on day ${day}: ${fast}, slowly ${value}`,
      ).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(value)) + 1e-7);
    };
    world.groupIds.forEach((id, group) => {
      const inside = (situation: number) =>
        settlements(world).reduce((n, place) => n + count(slow, situation, place, group), 0);
      agrees(`home.${id}`, inside(at.home));
      agrees(`idp.${id}`, inside(at.displaced));
      agrees(
        `road.${id}`,
        slow.travellers.filter((one) => one.group === group).reduce((n, one) => n + one.n, 0),
      );
      for (const [cause, situation] of [
        ['violence', at.deadViolence],
        ['shortfall', at.deadShortfall],
        ['natural', at.deadNatural],
      ] as const) {
        const dead = world.placeIds.reduce((n, _, i) => n + count(slow, situation, i, group), 0);
        agrees(`deaths.${id}.${cause}`, dead);
      }
    });
    world.countryIds.forEach((id, country) => {
      const hosts = hostsOf(world, country);
      if (hosts.length === 0) return;
      for (const [column, situation] of [
        ['hostFamily', at.hostFamily],
        ['centre', at.centre],
        ['camp', at.camp],
        ['unsheltered', at.unsheltered],
      ] as const) {
        const n = world.groupIds.reduce(
          (sum, _, g) => sum + hosts.reduce((m, place) => m + count(slow, situation, place, g), 0),
          0,
        );
        agrees(`shelter.${id}.${column}`, n);
      }
    });
    agrees('evacuated', slow.totals.evacuated);
    agrees('claimed', slow.totals.claimed);
    agrees('irregular', slow.totals.irregular);
    agrees('returned', slow.totals.returned);
  }
  return people;
}

test('a slow, plain second implementation of the day agrees in the expected mode', () => {
  let people = 0;
  fc.assert(
    fc.property(anyAnsweringSketch, (sketch) => {
      people += compare(sketch);
    }),
    { numRuns: randomWorlds(400, 400), seed: 1999 },
  );
  expect(people).toBeGreaterThan(1e6);
});

test('it agrees where countries are full, transport moves people inland and states receive many', () => {
  let people = 0;
  fc.assert(
    fc.property(anyCrowdedSketch, (sketch) => {
      people += compare(sketch);
    }),
    { numRuns: randomWorlds(200), seed: 1999 },
  );
  expect(people).toBeGreaterThan(1e7);
});
