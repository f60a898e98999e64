import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../src/index.ts';
import type { Sketch } from './worlds.ts';
import { anySketch, randomWorlds, smallest, worldOf } from './worlds.ts';

const run = (sketch: Sketch, mode: 'sampled' | 'expected' = 'sampled', world = 0) =>
  simulate(worldOf(sketch), { seed: 21, world, mode }).series;
const last = (series: ReturnType<typeof run>, name: string) =>
  series.values[series.names.indexOf(name) * series.days + series.days - 1]!;

test('the order in which routes are listed does not matter', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const turned = {
        ...sketch,
        routes: [...sketch.routes].reverse().map((r) => ({ from: r.to, to: r.from, km: r.km })),
      };
      expect(run(turned).values).toEqual(run(sketch).values);
    }),
    { numRuns: randomWorlds(300), seed: 1 },
  );
});

test('a spell of violence of size zero equals no spell', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const kind = 'killing' as const;
      const idle = {
        ...sketch,
        violence: [
          ...sketch.violence,
          { kind, place: 0, group: 0, from: 0, to: sketch.days - 1, amount: 0, toward: -1 },
        ],
      };
      expect(run(idle).values).toEqual(run(sketch).values);
    }),
    { numRuns: randomWorlds(300), seed: 2 },
  );
});

test('an unreachable place without people changes nobody', () => {
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const more = {
        ...sketch,
        places: [...sketch.places, { kind: 'settlement' as const, country: 0, frontierKm: 5 }],
      };
      const a = run(sketch);
      const b = run(more);
      expect(b.names).toEqual(a.names);
      expect(b.values).toEqual(a.values);
    }),
    { numRuns: randomWorlds(300), seed: 3 },
  );
});

test('closing a crossing never moves anyone before the closing day', () => {
  const closing = (from: number) =>
    run({ ...smallest, frontier: [{ crossing: 1, from, to: 39, throughput: 0, share: 1 }] });
  const open = run(smallest);
  const closed = closing(15);
  for (let s = 0; s < open.names.length; s++) {
    expect(closed.values.subarray(s * 40, s * 40 + 15)).toEqual(
      open.values.subarray(s * 40, s * 40 + 15),
    );
  }
  expect(last(closed, 'outflow')).toBeLessThan(last(open, 'outflow'));
});

test('twice the people and everything counted in people give twice of each count (expected mode)', () => {
  const linear: Sketch = {
    ...smallest,
    offers: [
      {
        id: 'o',
        programme: 'evacuation',
        statePlace: 3,
        fromCountry: 1,
        fromDay: 5,
        toDay: 40,
        places: 4000,
      },
    ],
    hosting: [{ place: 2, line: 'camp', fromDay: 0, amount: 9000 }],
    frontier: [{ crossing: 1, from: 10, to: 30, throughput: 700, share: 1 }],
  };
  const twice: Sketch = {
    ...linear,
    people: linear.people.map((p) => ({ ...p, n: 2 * p.n })),
    offers: linear.offers.map((o) => ({ ...o, places: 2 * o.places })),
    hosting: linear.hosting.map((h) => ({ ...h, amount: 2 * h.amount })),
    frontier: linear.frontier.map((f) => ({ ...f, throughput: 2 * f.throughput })),
  };
  const one = run(linear, 'expected');
  const two = run(twice, 'expected');
  one.values.forEach((x, i) => expect(two.values[i]! / 2).toBeCloseTo(x, 6));
});

test('more expulsion never leaves more people at home (theorem: monotone quantiles, one settlement)', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (hazard, factor) => {
        const at = (amount: number) =>
          run({ ...smallest, days: 10, violence: [{ ...smallest.violence[0]!, to: 9, amount }] });
        const a = at(hazard);
        const b = at(hazard * factor);
        const home = a.names.indexOf('home.group-0');
        // Day 0 only is a theorem: later days begin with fewer people at home.
        expect(b.values[home * 10]!).toBeLessThanOrEqual(a.values[home * 10]!);
      },
    ),
    { numRuns: randomWorlds(300), seed: 5 },
  );
});

test('more places on offer never evacuate fewer people', () => {
  const offered = (places: number) =>
    last(
      run({
        ...smallest,
        offers: [
          {
            id: 'o',
            programme: 'evacuation',
            statePlace: 3,
            fromCountry: 1,
            fromDay: 3,
            toDay: 40,
            places,
          },
        ],
      }),
      'evacuated',
    );
  const taken = [0, 500, 2000, 8000, 40_000].map(offered);
  expect(taken).toEqual([...taken].sort((a, b) => a - b));
  expect(taken[0]).toBe(0);
  expect(taken[4]).toBeGreaterThan(0);
});

test('a longer road brings nobody earlier', () => {
  const firstArrival = (km: number) => {
    const series = run({ ...smallest, routes: [{ from: 0, to: 1, km }, smallest.routes[1]!] });
    const i = series.names.indexOf('entries.place-1');
    return Array.from({ length: 40 }, (_, d) => series.values[i * 40 + d]!).findIndex((n) => n > 0);
  };
  const arrivals = [10, 100, 190, 250, 290].map(firstArrival);
  expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
  expect(arrivals[4]).toBeGreaterThan(arrivals[0]!);
});

test('people driven to one country do not arrive in another', () => {
  const two: Sketch = {
    ...smallest,
    places: [...smallest.places, { kind: 'town', country: 2, frontierKm: 40 }],
    routes: [...smallest.routes, { from: 1, to: 4, km: 5 }],
    violence: [{ ...smallest.violence[0]!, toward: 1 }],
    parameters: { fleeingPerExpelled: 0, onwardFromFederationPerDay: 0 },
  };
  const series = run(two);
  expect(last(series, 'stock.CCC.group-0')).toBe(0);
  expect(last(series, 'stock.BBB.group-0')).toBeGreaterThan(0);
});

test('paired worlds are at least ten times quieter than independent ones', () => {
  const calm = { ...smallest, parameters: { campaignSpread: 0, dayToDaySpread: 0 } };
  const harsher: Sketch = { ...calm, violence: [{ ...smallest.violence[0]!, amount: 0.021 }] };
  const stock = (sketch: Sketch, world: number) =>
    last(run(sketch, 'sampled', world), 'stock.BBB.group-0');
  const variance = (xs: number[]) => {
    const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
    return xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (xs.length - 1);
  };
  const worlds = Array.from({ length: 100 }, (_, w) => w);
  const paired = variance(worlds.map((w) => stock(harsher, w) - stock(calm, w)));
  const independent = variance(worlds.map((w) => stock(harsher, w) - stock(calm, w + 1000)));
  expect(independent / paired).toBeGreaterThan(10);
});
