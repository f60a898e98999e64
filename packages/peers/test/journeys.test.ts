import type { JourneyNetwork, JourneyPlaceKind } from '@asylia/destinations';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomWorlds } from '../../engine/test/testLength.ts';
import type { JourneyRules } from '../src/index.ts';
import { runJourneys } from '../src/index.ts';

const rules: JourneyRules = {
  kmPerDay: 400,
  walkKmPerDay: 35,
  startOnFoot: false,
  leaveCamp: 0,
  leaveInnerCamp: 0,
  leaveConflict: 1,
  leaveTown: 0.5,
  campWeight: 1,
  foreignWeight: 1,
  conflictWeight: 0.25,
  softeningKm: 50,
  distancePower: 0.75,
  weightSoftening: 0,
  weightPower: 1,
  awareness: 1,
  capacityScale: 1,
  capacityBuffer: 0.9,
  avoidShortStints: false,
  conflictDecay: [1],
  conflictDecayDays: 30,
};

interface Toy {
  readonly kinds: readonly JourneyPlaceKind[];
  readonly roads: readonly (readonly [number, number, number])[];
  readonly days?: number;
  readonly capacity?: readonly number[];
  readonly closures?: JourneyNetwork['closures'];
  readonly perDay?: number;
}

function network({
  kinds,
  roads,
  days = 20,
  capacity,
  closures,
  perDay = 1000,
}: Toy): JourneyNetwork {
  const places = kinds.length;
  return {
    days,
    placeIds: kinds.map((_, i) => `place-${i}`),
    placeKey: Uint32Array.from(kinds, (_, i) => 500 + i),
    placeKind: kinds,
    placeCountry: Int32Array.from(kinds, (kind, i) => (kind === 'camp' ? 1 + (i % 2) : 0)),
    population: Float64Array.from(kinds, (kind) => (kind === 'conflict' ? 1000 : 0)),
    capacity: Float64Array.from(kinds, (_, i) => capacity?.[i] ?? -1),
    roads: roads.map(([from, to, km]) => ({ from, to, km, kmPerDay: Number.NaN })),
    closures: closures ?? [],
    conflict: Float64Array.from({ length: days * places }, (_, i) =>
      kinds[i % places] === 'conflict' ? 1 : 0,
    ),
    initial: new Float64Array(places),
    arrivals: Float64Array.from({ length: days }, (_, day) => (day === 0 ? 0 : perDay)),
  };
}

const at = (net: JourneyNetwork, people: Float64Array, place: number, day: number) =>
  people[place * net.days + day]!;

describe('six toy networks', () => {
  const last = 19;
  const shares = (net: JourneyNetwork, camps: readonly number[], r = rules) => {
    const { people } = runJourneys(net, r, { seed: 1, world: 0, mode: 'expected' });
    const counts = camps.map((camp) => at(net, people, camp, last));
    const sum = counts.reduce((a, b) => a + b, 0);
    return counts.map((n) => n / sum);
  };
  const weight = (km: number) => (50 + km) ** -0.75;

  test('a star: camps share by attraction', () => {
    const net = network({
      kinds: ['conflict', 'camp', 'camp', 'camp'],
      roads: [
        [0, 1, 50],
        [0, 2, 100],
        [0, 3, 300],
      ],
    });
    const weights = [50, 100, 300].map(weight);
    const sum = weights.reduce((a, b) => a + b, 0);
    shares(net, [1, 2, 3]).forEach((share, i) => {
      expect(share).toBeCloseTo(weights[i]! / sum, 12);
    });
  });

  test('a line: whoever passes a town goes on or back, and all end in the camp', () => {
    const net = network({
      kinds: ['conflict', 'town', 'camp'],
      roads: [
        [0, 1, 80],
        [1, 2, 80],
      ],
      days: 60,
      perDay: 10,
    });
    const { people } = runJourneys(net, rules, { seed: 1, world: 0, mode: 'expected' });
    expect(at(net, people, 2, 59)).toBeGreaterThan(500);
    expect(at(net, people, 0, 59) + at(net, people, 1, 59) + at(net, people, 2, 59)).toBeCloseTo(
      590,
      6,
    );
  });

  test('a marker is no destination, and the way over it is one way', () => {
    const over = network({
      kinds: ['conflict', 'marker', 'camp', 'camp'],
      roads: [
        [0, 1, 40],
        [1, 2, 60],
        [0, 3, 100],
      ],
    });
    const [one, two] = shares(over, [2, 3]);
    expect(one).toBeCloseTo(two!, 12);
  });

  test('a camp that is not open yet is a town, then a camp', () => {
    const net = network({
      kinds: ['conflict', 'camp', 'camp'],
      roads: [
        [0, 1, 100],
        [0, 2, 100],
      ],
      closures: [{ what: 'camp', place: 1, fromDay: 0, toDay: 10 }],
    });
    const { people } = runJourneys(
      net,
      { ...rules, leaveTown: 1 },
      { seed: 1, world: 0, mode: 'expected' },
    );
    expect(at(net, people, 1, 9)).toBeLessThan(at(net, people, 2, 9));
    expect(at(net, people, 1, 19)).toBeGreaterThan(at(net, people, 1, 9));
  });

  test('a closed frontier lets nobody pass, and a place closed off is empty', () => {
    const net = network({
      kinds: ['conflict', 'camp', 'camp'],
      roads: [
        [0, 1, 100],
        [0, 2, 100],
      ],
      closures: [{ what: 'countries', one: 0, other: 2, fromDay: 0, toDay: 12 }],
    });
    const { people } = runJourneys(net, rules, { seed: 1, world: 0, mode: 'expected' });
    expect(at(net, people, 1, 11)).toBe(0);
    expect(at(net, people, 2, 11)).toBe(11_000);
    expect(at(net, people, 1, 19)).toBeGreaterThan(0);
  });

  test('a camp that fills up draws less, and none when it is full', () => {
    const net = network({
      kinds: ['conflict', 'camp', 'camp'],
      roads: [
        [0, 1, 100],
        [0, 2, 100],
      ],
      capacity: [-1, 2000, -1],
    });
    const { people } = runJourneys(net, rules, { seed: 1, world: 0, mode: 'expected' });
    expect(at(net, people, 1, 19)).toBeGreaterThan(1800);
    expect(at(net, people, 1, 19)).toBeLessThanOrEqual(2500);
    expect(at(net, people, 1, 19) + at(net, people, 2, 19)).toBeCloseTo(19_000, 6);
  });
});

const anyToy = fc
  .record({
    kinds: fc.array(
      fc.constantFrom<JourneyPlaceKind>('conflict', 'town', 'camp', 'hub', 'marker', 'innerCamp'),
      {
        minLength: 1,
        maxLength: 9,
      },
    ),
    roads: fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 900 })), {
      maxLength: 16,
    }),
    awareness: fc.integer({ min: 1, max: 2 }),
    startOnFoot: fc.boolean(),
    avoidShortStints: fc.boolean(),
    perDay: fc.integer({ min: 0, max: 5000 }),
    room: fc.integer({ min: -1, max: 6000 }),
  })
  .map(({ kinds, roads, room, perDay, ...rest }) => {
    const all: JourneyPlaceKind[] = ['conflict', ...kinds];
    return {
      rules: { ...rules, leaveCamp: 0.01, leaveInnerCamp: 0.1, ...rest },
      net: network({
        kinds: all,
        perDay,
        roads: roads
          .map(([a, b, km]) => [a % all.length, b % all.length, km] as const)
          .filter(([a, b]) => a !== b),
        capacity: all.map((kind) => (kind === 'camp' ? room : -1)),
      }),
    };
  });

test('nobody is lost on the way, to the person, on any network', () => {
  fc.assert(
    fc.property(anyToy, fc.nat(1e6), ({ net, rules: r }, seed) => {
      for (const mode of ['sampled', 'expected'] as const) {
        const { people, onRoads } = runJourneys(net, r, { seed, world: 2, mode });
        let out = 0;
        for (let day = 0; day < net.days; day++) {
          out += net.arrivals[day]!;
          let there = onRoads[day]!;
          for (let place = 0; place < net.placeIds.length; place++)
            there += at(net, people, place, day);
          if (mode === 'sampled') expect(there).toBe(out);
          else expect(Math.abs(there - out)).toBeLessThan(1e-6 * (1 + out));
        }
      }
    }),
    { numRuns: randomWorlds(400), seed: 12 },
  );
});

test('the mean of sampled journeys is the expected one, at six standard errors', () => {
  const net = network({
    kinds: ['conflict', 'town', 'camp', 'camp'],
    roads: [
      [0, 1, 60],
      [1, 2, 90],
      [0, 3, 200],
      [1, 3, 50],
    ],
    perDay: 50,
  });
  const mean = runJourneys(net, rules, { seed: 1, world: 0, mode: 'expected' }).people;
  const n = 300;
  const worlds = Array.from(
    { length: n },
    (_, world) => runJourneys(net, rules, { seed: 1, world, mode: 'sampled' }).people,
  );
  for (const place of [0, 1, 2, 3]) {
    const values = worlds.map((people) => at(net, people, place, 15));
    const m = values.reduce((a, b) => a + b, 0) / n;
    const sd = Math.sqrt(values.reduce((s, x) => s + (x - m) ** 2, 0) / (n - 1));
    expect(Math.abs(m - at(net, mean, place, 15))).toBeLessThan((6 * sd) / Math.sqrt(n) + 0.01);
  }
});

test('people who set out where nothing is in conflict are a mistake that is said', () => {
  const net = network({ kinds: ['town', 'camp'], roads: [[0, 1, 10]] });
  expect(() => runJourneys(net, rules, { seed: 1, world: 0, mode: 'expected' })).toThrow(
    /day 1: 1000 people set out/,
  );
});
