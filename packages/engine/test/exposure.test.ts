import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FarField, HostField, Simulation, World } from '../src/index.ts';
import { farFields, hostFields, observeExposure, observeFlows, simulate } from '../src/index.ts';
import { anySketch, randomWorlds, worldOf } from './worlds.ts';

const plainly = (world: World, mode: 'sampled' | 'expected') =>
  simulate(world, { seed: 5, world: 2, mode });
const usable = (world: World, mode: 'sampled' | 'expected') =>
  simulate(world, { seed: 5, world: 2, mode, observers: { exposure: observeExposure } });
const series = (
  { series: { names, days, values } }: Pick<Simulation, 'series'>,
  name: string,
  day: number,
) => {
  const i = names.indexOf(name);
  return i < 0 ? 0 : values[i * days + day]!;
};

test('gathering who is exposed changes no byte of what is simulated', () => {
  fc.assert(
    fc.property(anySketch, fc.constantFrom('sampled', 'expected'), (sketch, mode) => {
      const world = worldOf(sketch);
      const plain = plainly(world, mode);
      const gathered = usable(world, mode);
      expect(plain.observed).toEqual({});
      expect(gathered.series.values).toEqual(plain.series.values);
      expect(gathered.saved).toEqual(plain.saved);
    }),
    { numRuns: randomWorlds(300), seed: 31 },
  );
});

test('those exposed in a country are its stock, and in each shelter those of the series', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const world = worldOf(sketch);
      const simulated = usable(world, 'sampled');
      const { host } = simulated.observed.exposure;
      for (let day = 0; day < world.days; day++) {
        world.countryIds.forEach((id, c) => {
          const read = (field: HostField) =>
            host[
              (day * world.countryIds.length + c) * hostFields.length + hostFields.indexOf(field)
            ]!;
          const shelter = (column: string) => series(simulated, `shelter.${id}.${column}`, day);
          const stock = world.groupIds.reduce(
            (n, g) => n + series(simulated, `stock.${id}.${g}`, day),
            0,
          );
          expect(read('displaced')).toBe(stock);
          expect(read('inFamilies')).toBe(shelter('hostFamily'));
          expect(read('inSites')).toBe(shelter('centre') + shelter('camp'));
          expect(read('unsheltered')).toBe(shelter('unsheltered'));
          expect(read('persecuted')).toBeLessThanOrEqual(stock);
          // People weighted by a share are never more than the people.
          expect(read('near')).toBeLessThanOrEqual(stock);
          expect(read('short')).toBeLessThanOrEqual(stock + 1e-9);
        });
      }
    }),
    { numRuns: randomWorlds(300), seed: 32 },
  );
});

test('everybody across a frontier is in a neighbouring country or in a receiving state', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const world = worldOf(sketch);
      const simulated = usable(world, 'sampled');
      const { host, far } = simulated.observed.exposure;
      const countries = world.countryIds.length;
      for (let day = 0; day < world.days; day++) {
        let abroad = 0;
        for (let c = 0; c < countries; c++) {
          abroad += host[(day * countries + c) * hostFields.length]!;
          for (let f = 0; f < farFields.length; f++) {
            abroad += far[(day * countries + c) * farFields.length + f]!;
          }
        }
        expect(abroad).toBe(series(simulated, 'refugees.crossedFrontier', day));
      }
    }),
    { numRuns: randomWorlds(300), seed: 33 },
  );
});

test('who left home on a day is who was expelled, fled or hid, and who was driven out in reprisal', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const world = worldOf(sketch);
      const simulated = usable(world, 'sampled');
      const { leftHome, expelled, inOrigin } = simulated.observed.exposure;
      const groups = world.groupIds.length;
      for (let day = 0; day < world.days; day++) {
        expect(expelled[day]).toBe(series(simulated, 'left.region.expelled', day));
        const before = day > 0 ? series(simulated, 'secondWave', day - 1) : 0;
        const reprisal = series(simulated, 'secondWave', day) - before;
        // Those found in a refuge inside left home on an earlier day.
        const setOut = ['expelled', 'fled', 'inside'].reduce(
          (n, option) => n + series(simulated, `left.region.${option}`, day),
          reprisal,
        );
        expect(leftHome[day]).toBeLessThanOrEqual(setOut);
        expect(leftHome[day]).toBeGreaterThanOrEqual(
          series(simulated, 'left.region.inside', day) + reprisal,
        );
        world.groupIds.forEach((id, g) => {
          expect(inOrigin[day * groups + g]).toBeGreaterThanOrEqual(
            series(simulated, `home.${id}`, day) + series(simulated, `idp.${id}`, day),
          );
        });
      }
    }),
    { numRuns: randomWorlds(300), seed: 34 },
  );
});

test('settlements and ties kept are shares, all of them while nobody has left', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const { settlementsKept, tiesKept } = usable(worldOf(sketch), 'sampled').observed.exposure;
      for (const list of [settlementsKept, tiesKept]) {
        expect(list.every((x) => x >= 0 && x <= 1)).toBe(true);
      }
    }),
    { numRuns: randomWorlds(300), seed: 35 },
  );
  const calm = worldOf({
    ...fc.sample(anySketch, { numRuns: 1, seed: 2 })[0]!,
    violence: [],
    people: [],
  });
  const { settlementsKept, tiesKept } = usable(calm, 'sampled').observed.exposure;
  expect(new Set([...settlementsKept, ...tiesKept])).toEqual(new Set([1]));
});

test('fields are told apart by name', () => {
  const all: readonly (HostField | FarField)[] = [...hostFields, ...farFields];
  expect(new Set(all).size).toBe(all.length);
});

test('gathering who set out for where changes no byte, and misses nobody whom the series count', () => {
  fc.assert(
    fc.property(anySketch, fc.constantFrom('sampled', 'expected'), (sketch, mode) => {
      const world = worldOf(sketch);
      const simulated = simulate(world, {
        seed: 5,
        world: 2,
        mode,
        observers: { flows: observeFlows },
      });
      expect(simulated.series.values).toEqual(plainly(world, mode).series.values);
      const { setOut } = simulated.observed.flows;
      const places = setOut.length / (world.entryRoutes.length * world.days);
      for (let day = 0; day < world.days; day++) {
        world.countryIds.forEach((id, country) => {
          let gathered = 0;
          for (let place = 0; place < places; place++) {
            world.entryRoutes.forEach(({ to }, entryRoute) => {
              if (world.placeCountry[to] !== country) return;
              gathered +=
                setOut[(place * world.entryRoutes.length + entryRoute) * world.days + day]!;
            });
          }
          const counted = world.regionIds.reduce(
            (sum, region) => sum + series(simulated, `left.${region}.to.${id}`, day),
            0,
          );
          expect(gathered).toBeGreaterThanOrEqual(counted - 1e-6 * (1 + counted));
        });
      }
    }),
    { numRuns: randomWorlds(100), seed: 32 },
  );
});
