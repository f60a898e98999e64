import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlightDays, ParameterId, World } from '../src/index.ts';
import { parameters, planWorld, simulate } from '../src/index.ts';
import { anyCrowdedSketch, anySketch, randomWorlds, worldOf } from './worlds.ts';

const chance = { seed: 4, world: 7, mode: 'sampled', exposure: true } as const;

/** The same days of violence; what is done about those who flee, and for them, is another. */
const changes: ((world: World) => Partial<World>)[] = [
  () => ({}),
  ({ offers }) => ({ offers: offers.map((offer) => ({ ...offer, places: 0 })) }),
  ({ hosting }) => ({ hosting: hosting.map((row) => ({ ...row, amount: 2 * row.amount })) }),
  ({ frontier, placeKind, days }) => {
    const shut = { fromDay: 2, toDay: days, throughputPerDay: 0, admittedShare: 1 };
    return { frontier: [...frontier, { ...shut, crossing: placeKind.indexOf('crossing') }] };
  },
  ({ homes }) => ({ homes: homes.map((home) => ({ ...home, safeDay: 5 })) }),
  ({ violence }) => ({
    violence: violence.map((spell) => ({ ...spell, amountPerDay: spell.amountPerDay / 2 })),
  }),
];

/** One parameter elsewhere in its range. */
const moved =
  (id: ParameterId, to: number) =>
  ({ parameters: values }: World): Partial<World> => {
    const { low, high } = parameters.find((one) => one.id === id)!;
    return { parameters: { ...values, [id]: low + to * (high - low) } };
  };
const eachParameter = parameters.map(({ id }) => moved(id, 0.35));

test('runs that take over days of flight from each other give the same bytes as each alone', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(anySketch, anyCrowdedSketch), (sketch) => {
      const world = worldOf(sketch);
      const plan = planWorld(world);
      const flightDays: FlightDays = [];
      for (const change of [...changes, ...eachParameter]) {
        const changed = { ...world, ...change(world) };
        const own = { ...chance, plan: planWorld(changed, plan) };
        const alone = simulate(changed, own);
        const kept = flightDays.length;
        expect(simulate(changed, { ...own, flightDays })).toEqual(alone);
        if (kept > 0 && flightDays.length === kept) taken += 1;
      }
      // Another chance has other days.
      const other = { ...chance, world: 8, plan };
      expect(simulate(world, { ...other, flightDays })).toEqual(simulate(world, other));
    }),
    { numRuns: randomWorlds(60, 8), seed: 41 },
  );
  expect(taken).toBeGreaterThan(100);
});
