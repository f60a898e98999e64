import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildNetwork, findCandidates, placeKinds } from '../src/index.ts';
import type { CandidateInput } from '../src/network/candidateInput.ts';
import { plainCandidates } from './reference/candidates.ts';
import { randomWorlds } from './worlds.ts';

/** Lengths of ways: whole, in tenths (sums are rounded), all alike (ties everywhere), any. */
const lengths: Record<string, fc.Arbitrary<number>> = {
  whole: fc.integer({ min: 1, max: 9 }),
  tenths: fc.integer({ min: 1, max: 60 }).map((n) => n / 10),
  alike: fc.constantFrom(12, 16.8, 25.2),
  any: fc.double({ min: 0.01, max: 50, noNaN: true }),
};

function anyInput(length: fc.Arbitrary<number>): fc.Arbitrary<CandidateInput> {
  return fc.integer({ min: 2, max: 30 }).chain((places) => {
    const place = fc.integer({ min: 0, max: places - 1 });
    return fc
      .record({
        kinds: fc.array(fc.constantFrom(...placeKinds, 'settlement' as const, 'town' as const), {
          minLength: places,
          maxLength: places,
        }),
        countries: fc.array(fc.constantFrom(0, 0, 0, 1, 1, 2, 3), {
          minLength: places,
          maxLength: places,
        }),
        routes: fc.array(fc.record({ from: place, to: place, km: length }), {
          minLength: places,
          maxLength: 3 * places,
        }),
        maxKm: fc.constantFrom(5, 40, 400, Number.POSITIVE_INFINITY),
        maxCandidates: fc.constantFrom(1, 2, 3, 12),
      })
      .map(({ kinds, countries, routes, maxKm, maxCandidates }) => ({
        network: buildNetwork(
          places,
          routes.filter(({ from, to }) => from !== to),
        ),
        placeKind: kinds,
        placeCountry: Int32Array.from(countries),
        originCountry: 0,
        maxKm,
        maxCandidates,
      }));
  });
}

test.each(Object.keys(lengths))(
  'on random networks the candidates are those of the plain search, to the last bit: lengths %s',
  (name) => {
    let candidates = 0;
    fc.assert(
      fc.property(anyInput(lengths[name]!), (input) => {
        const found = findCandidates(input, 0);
        expect(found).toEqual(plainCandidates(input));
        expect(findCandidates(input)).toEqual(found);
        candidates += found.candidateKm.length;
      }),
      { numRuns: randomWorlds(2000), seed: 1999 },
    );
    expect(candidates).toBeGreaterThan(randomWorlds(2000));
  },
);

test('in a country of ten times the settlements ten times as many places are looked at, not a hundred times', () => {
  /** Reads of places at the ends of links, while the ways of a square of settlements are found. */
  const reads = (side: number): number => {
    const routes = [];
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const here = row * side + column;
        if (column + 1 < side) routes.push({ from: here, to: here + 1, km: 12 });
        if (row + 1 < side) routes.push({ from: here, to: here + side, km: 12.7 });
      }
    }
    // On one side, every fifth row, a town abroad.
    const towns = Math.ceil(side / 5);
    const [inside, all] = [side * side, side * side + towns];
    for (let t = 0; t < towns; t++) routes.push({ from: 5 * t * side, to: inside + t, km: 20 });
    const network = buildNetwork(all, routes);
    let count = 0;
    const to = new Proxy(network.to, {
      get: (links, index) => {
        count += 1;
        return links[index as unknown as number];
      },
    });
    const found = findCandidates(
      {
        network: { ...network, to },
        placeKind: Array.from({ length: all }, (_, p) => (p < inside ? 'settlement' : 'town')),
        placeCountry: Int32Array.from({ length: all }, (_, p) => (p < inside ? 0 : 1)),
        originCountry: 0,
        maxKm: 150,
        maxCandidates: 3,
      },
      0,
    );
    expect(found.candidateKm.length).toBeGreaterThan(inside / 10);
    return count;
  };
  const [few, many] = [reads(20), reads(63)];
  expect(many / few).toBeLessThan(15);
  // The plain search looks at some 1,000 links for each settlement.
  expect(many / 63 ** 2).toBeLessThan(60);
});
