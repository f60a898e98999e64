import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countEveryone, simulate } from '../src/index.ts';
import { inWords } from './testLength.ts';
import { anyAnsweringSketch, anySketch, randomWorlds, worldOf } from './worlds.ts';

// simulate checks conservation every day by itself and throws; here it meets random crises.

const crises = randomWorlds(10_000);

test(`nobody is lost or invented in ${inWords(crises)} random worlds, to the person`, () => {
  fc.assert(
    fc.property(anyAnsweringSketch, fc.integer({ min: 0, max: 1e6 }), (sketch, seed) => {
      const world = worldOf(sketch);
      const { saved } = simulate(world, { seed, world: 1, mode: 'sampled' });
      expect(Array.from(countEveryone(world, saved.state))).toEqual(Array.from(saved.start));
      for (const list of [
        saved.state.count,
        saved.state.road,
        saved.state.waiting,
        saved.state.away,
      ]) {
        expect(list.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
      }
    }),
    { numRuns: crises, seed: 1999 },
  );
});

test('nobody is lost or invented in the expected mode, within rounding', () => {
  fc.assert(
    fc.property(anyAnsweringSketch, (sketch) => {
      const world = worldOf(sketch);
      const { saved } = simulate(world, { seed: 0, world: 0, mode: 'expected' });
      const now = countEveryone(world, saved.state);
      now.forEach((n, g) => expect(n).toBeCloseTo(saved.start[g]!, 4));
    }),
    { numRuns: randomWorlds(2000), seed: 1999 },
  );
});

test('the stock of a country is the sum over its kinds of shelter, and over its places', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const world = worldOf(sketch);
      const { series } = simulate(world, { seed: 3, world: 0, mode: 'sampled' });
      const read = (name: string, day: number) => {
        const i = series.names.indexOf(name);
        return i < 0 ? 0 : series.values[i * series.days + day]!;
      };
      for (const id of ['BBB', 'CCC']) {
        for (let day = 0; day < series.days; day++) {
          const stock = world.groupIds.reduce((n, g) => n + read(`stock.${id}.${g}`, day), 0);
          const sheltered = ['hostFamily', 'centre', 'camp', 'unsheltered'].reduce(
            (n, s) => n + read(`shelter.${id}.${s}`, day),
            0,
          );
          const places = world.placeIds.reduce(
            (n, p, i) =>
              n + (world.countryIds[world.placeCountry[i]!] === id ? read(`place.${p}`, day) : 0),
            0,
          );
          expect(sheltered).toBe(stock);
          expect(places).toBe(stock);
        }
      }
    }),
    { numRuns: randomWorlds(500), seed: 7 },
  );
});

test('what is cumulative never falls', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const { series } = simulate(worldOf(sketch), { seed: 3, world: 0, mode: 'sampled' });
      series.names.forEach((name, i) => {
        if (
          !/^(outflow|evacuated|returned|secondWave|deaths|claimed|irregular|transferred)/.test(
            name,
          )
        )
          return;
        for (let day = 1; day < series.days; day++) {
          expect(
            series.values[i * series.days + day]! - series.values[i * series.days + day - 1]!,
          ).toBeGreaterThanOrEqual(0);
        }
      });
    }),
    { numRuns: randomWorlds(500), seed: 11 },
  );
});
