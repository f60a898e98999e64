import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildNetwork, findCandidates, placeKinds } from '../src/index.ts';
import type { CandidateInput } from '../src/network/candidates.ts';
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
