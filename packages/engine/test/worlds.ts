import fc from 'fast-check';
import type { ParameterValues, PlaceKind, ViolenceKind, World } from '../src/index.ts';
import {
  at,
  buildNetwork,
  defaultParameters,
  findCandidates,
  parameters,
  placeKinds,
  situations,
  violenceKinds,
} from '../src/index.ts';

/** A crisis in a few words, from which a world is built. */
export interface Sketch {
  readonly days: number;
  readonly places: readonly {
    readonly kind: PlaceKind;
    readonly country: number;
    readonly frontierKm: number;
    readonly key?: number;
  }[];
  readonly routes: readonly { readonly from: number; readonly to: number; readonly km: number }[];
  readonly groups: number;
  readonly people: readonly {
    readonly place: number;
    readonly group: number;
    readonly situation: number;
    readonly n: number;
  }[];
  readonly violence: readonly {
    readonly kind: ViolenceKind;
    readonly place: number;
    readonly group: number;
    readonly from: number;
    readonly to: number;
    readonly amount: number;
    readonly toward: number;
  }[];
  readonly frontier: readonly {
    readonly crossing: number;
    readonly from: number;
    readonly to: number;
    readonly throughput: number;
    readonly share: number;
  }[];
  readonly hosting: World['hosting'];
  readonly offers: World['offers'];
  readonly safeDay: readonly number[];
  readonly destroyed: number;
  readonly parameters: Partial<ParameterValues>;
  /** Admission open to all; absent = by offer only. */
  readonly open?: {
    readonly willingShare: number;
    readonly pacePerDay: number;
    readonly unmetDemand: number;
  };
  /** Expulsion that answers to reception, against a reception that was the same every day. */
  readonly moralHazard?: { readonly strength: number; readonly baseline: number };
}

export const countries = ['AAA', 'BBB', 'CCC', 'DDD'] as const;

export function worldOf(sketch: Sketch): World {
  const { places, groups: g } = sketch;
  const p = places.length;
  const placeKind = places.map((place) => place.kind);
  const placeCountry = Int32Array.from(places, (place) => place.country);
  const values = { ...defaultParameters(), ...sketch.parameters };
  const candidates = findCandidates({
    network: buildNetwork(p, sketch.routes),
    placeKind,
    placeCountry,
    originCountry: 0,
    maxKm: values.awarenessKm,
    maxCandidates: values.awarenessPlaces,
  });
  const initial = new Float64Array(situations.length * p * g);
  const initialAway = new Float64Array(p * g);
  const home = places.findIndex((place) => place.kind === 'settlement' && place.country === 0);
  for (const { place, group, situation, n } of sketch.people) {
    initial[(situation * p + place) * g + group]! += n;
    if (situation !== at.home) initialAway[home * g + group]! += n;
  }
  return {
    days: sketch.days,
    placeIds: places.map((_, i) => `place-${i}`),
    placeKey: Uint32Array.from(places, (place, i) => place.key ?? 1000 + i),
    countryKey: Uint32Array.from(countries, (_, i) => 9000 + i),
    placeKind,
    placeCountry,
    placeRegion: Int32Array.from(places, (place) =>
      place.country === 0 && place.kind === 'settlement' ? 0 : -1,
    ),
    frontierKm: Float64Array.from(places, (place) => place.frontierKm),
    groupIds: Array.from({ length: g }, (_, i) => `group-${i}`),
    countryIds: countries,
    regionIds: ['region'],
    originCountry: 0,
    inFederation: Uint8Array.of(0, 0, 1, 0),
    hostPopulation: new Float64Array(4).fill(1e6),
    statusShare: Float64Array.of(0, 0.5, 0, 1),
    conventionShare: Float64Array.of(0, 0.1, 0, 0.5),
    claimWeight: Float64Array.from(places, (place) => (place.kind === 'state' ? 1 : 0)),
    initial,
    initialAway,
    violence: sketch.violence.map((v, row) => ({
      row,
      kind: v.kind,
      place: v.place,
      group: v.group,
      fromDay: v.from,
      toDay: v.to,
      toward: v.toward,
      amountPerDay: v.amount,
    })),
    violenceRowKey: Uint32Array.from(sketch.violence, (_, row) => 7000 + row),
    frontier: sketch.frontier.map((f) => ({
      crossing: f.crossing,
      fromDay: f.from,
      toDay: f.to,
      throughputPerDay: f.throughput,
      admittedShare: f.share,
    })),
    hosting: sketch.hosting,
    offers: sketch.offers,
    openAdmission: sketch.open
      ? {
          ...sketch.open,
          weight: Float64Array.from(places, (place, i) => (place.kind === 'state' ? 1 + i : 0)),
        }
      : null,
    moralHazard: sketch.moralHazard
      ? {
          strength: sketch.moralHazard.strength,
          baselineReception: new Float64Array(sketch.days).fill(sketch.moralHazard.baseline),
        }
      : null,
    homes: Array.from({ length: p * g }, (_, i) => ({
      safeDay: sketch.safeDay[i % g]!,
      destroyedShare: sketch.destroyed,
    })),
    ...candidates,
    turnBackPlace: Int32Array.from(places, (place) => (place.kind === 'crossing' ? home : -1)),
    tie: Float64Array.from({ length: 4 * g }, (_, i) => [0, 1, 0.7, 0][Math.floor(i / g)]!),
    onwardTie: Float64Array.from({ length: 4 * g }, (_, i) => [0, 1, 0, 0][Math.floor(i / g)]!),
    returnTie: new Float64Array(4 * g).fill(1),
    parameters: values,
  };
}

/** One settlement, one crossing, one town: the smallest crisis. */
export const smallest: Sketch = {
  days: 40,
  places: [
    { kind: 'settlement', country: 0, frontierKm: 20 },
    { kind: 'crossing', country: 0, frontierKm: 0 },
    { kind: 'town', country: 1, frontierKm: 60 },
    { kind: 'state', country: 3, frontierKm: 1000 },
  ],
  routes: [
    { from: 0, to: 1, km: 20 },
    { from: 1, to: 2, km: 60 },
  ],
  groups: 1,
  people: [{ place: 0, group: 0, situation: at.home, n: 100_000 }],
  violence: [{ kind: 'expulsion', place: 0, group: 0, from: 0, to: 39, amount: 0.02, toward: -1 }],
  frontier: [],
  hosting: [],
  offers: [],
  safeDay: [Number.POSITIVE_INFINITY],
  destroyed: 0,
  parameters: {},
};

const kindsAbroad = ['town', 'camp'] as const;

/** Random crises: dead ends, islands, closed crossings, empty places, every kind of row. */
export const anySketch: fc.Arbitrary<Sketch> = fc
  .record({
    days: fc.integer({ min: 1, max: 40 }),
    groups: fc.integer({ min: 1, max: 3 }),
    settlements: fc.integer({ min: 1, max: 5 }),
    crossings: fc.integer({ min: 0, max: 3 }),
    towns: fc.integer({ min: 0, max: 4 }),
    states: fc.integer({ min: 0, max: 2 }),
  })
  .chain((size) => {
    const total = size.settlements + size.crossings + size.towns + size.states;
    const day = fc.integer({ min: 0, max: size.days - 1 });
    const span = fc.tuple(day, day).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const settlement = fc.integer({ min: 0, max: size.settlements - 1 });
    const group = fc.integer({ min: 0, max: size.groups - 1 });
    const firstTown = size.settlements + size.crossings;
    const places = fc.tuple(
      fc.constant(
        Array.from({ length: size.settlements }, () => ({
          kind: 'settlement' as PlaceKind,
          country: 0,
          frontierKm: 30,
        })),
      ),
      fc.constant(
        Array.from({ length: size.crossings }, () => ({
          kind: 'crossing' as PlaceKind,
          country: 0,
          frontierKm: 0,
        })),
      ),
      fc.array(
        fc.record({
          kind: fc.constantFrom(...kindsAbroad),
          country: fc.integer({ min: 1, max: 2 }),
          frontierKm: fc.integer({ min: 0, max: 100 }),
        }),
        { minLength: size.towns, maxLength: size.towns },
      ),
      fc.constant(
        Array.from({ length: size.states }, () => ({
          kind: 'state' as PlaceKind,
          country: 3,
          frontierKm: 900,
        })),
      ),
    );
    const place = fc.integer({ min: 0, max: total - 1 });
    const town = fc.integer({
      min: firstTown,
      max: Math.max(firstTown, firstTown + size.towns - 1),
    });
    const many = <T>(item: fc.Arbitrary<T>, max: number, possible = true) =>
      possible ? fc.array(item, { maxLength: max }) : fc.constant([] as T[]);
    return fc.record({
      days: fc.constant(size.days),
      groups: fc.constant(size.groups),
      places: places.map((lists) => lists.flat()),
      routes: many(
        fc
          .record({ from: place, to: place, km: fc.integer({ min: 1, max: 150 }) })
          .filter((r) => r.from !== r.to),
        14,
        total > 1,
      ),
      people: fc
        .tuple(
          many(
            fc.record({
              place: settlement,
              group,
              situation: fc.constantFrom(at.home, at.displaced),
              n: fc.integer({ min: 0, max: 5000 }),
            }),
            6,
          ),
          many(
            fc.record({
              place: town,
              group,
              situation: fc.constantFrom(at.hostFamily, at.camp, at.unsheltered),
              n: fc.integer({ min: 0, max: 500 }),
            }),
            3,
            size.towns > 0,
          ),
        )
        .map((lists) => lists.flat()),
      violence: many(
        fc.record({
          kind: fc.constantFrom(...violenceKinds),
          place: settlement,
          group,
          span,
          amount: fc.double({ min: 0, max: 3, noNaN: true }),
          toward: fc.constantFrom(-1, -1, 1, 2),
        }),
        6,
      ).map((list) => list.map(({ span: [from, to], ...rest }) => ({ ...rest, from, to }))),
      frontier: many(
        fc.record({
          crossing: fc.integer({
            min: size.settlements,
            max: Math.max(size.settlements, firstTown - 1),
          }),
          span,
          throughput: fc.constantFrom(0, -1, 7, 300, Number.POSITIVE_INFINITY),
          share: fc.constantFrom(0, 0.3, 1),
        }),
        4,
        size.crossings > 0,
      ).map((list) => list.map(({ span: [from, to], ...rest }) => ({ ...rest, from, to }))),
      hosting: many(
        fc.record({
          place: town,
          line: fc.constantFrom('hostFamily', 'centre', 'camp', 'relocation', 'food', 'water'),
          fromDay: day,
          amount: fc.constantFrom(0, 13, 400, 10_000),
        }),
        6,
        size.towns > 0,
      ) as fc.Arbitrary<World['hosting']>,
      offers: many(
        fc.record({
          id: fc.constant('offer'),
          programme: fc.constantFrom('evacuation', 'transfer'),
          statePlace: fc.integer({ min: total - Math.max(1, size.states), max: total - 1 }),
          fromCountry: fc.integer({ min: 1, max: 2 }),
          fromDay: day,
          toDay: fc.constant(size.days),
          places: fc.integer({ min: 0, max: 3000 }),
        }),
        3,
        size.states > 0,
      ) as fc.Arbitrary<World['offers']>,
      safeDay: fc.array(fc.constantFrom(0, 3, 20, Number.POSITIVE_INFINITY), {
        minLength: size.groups,
        maxLength: size.groups,
      }),
      destroyed: fc.constantFrom(0, 0.4, 1),
      parameters: anyParameters,
    });
  });

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Random crises in which admission can be open and expulsion can answer to reception. */
export const anyAnsweringSketch: fc.Arbitrary<Sketch> = fc
  .tuple(
    anySketch,
    fc.record(
      {
        open: fc.record({ willingShare: share, pacePerDay: share, unmetDemand: share }),
        moralHazard: fc.record({ strength: share, baseline: share }),
      },
      { requiredKeys: [] },
    ),
    fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: 1 }),
  )
  .map(([sketch, answers, irregularResponse]) => ({
    ...sketch,
    ...answers,
    parameters: { ...sketch.parameters, irregularResponse },
  }));

/**
 * Crises that last, with little room: a town and a camp near the frontier out of which transport goes
 * inland, lines of shelter and of supply known at some places only, open admission, expulsion that
 * answers to it.
 */
export const anyCrowdedSketch: fc.Arbitrary<Sketch> = fc
  .record({
    hazard: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    groups: fc.integer({ min: 1, max: 3 }),
    hosting: fc.array(
      fc.record({
        place: fc.integer({ min: 2, max: 6 }),
        line: fc.constantFrom(
          ...(['hostFamily', 'centre', 'camp', 'relocation', 'food', 'water', 'health'] as const),
        ),
        fromDay: fc.integer({ min: 0, max: 20 }),
        amount: fc.constantFrom(0, 13, 150, 900, 4000),
      }),
      { minLength: 6, maxLength: 16 },
    ),
    open: fc.record({ willingShare: share, pacePerDay: share, unmetDemand: share }),
    moralHazard: fc.record({ strength: share, baseline: share }),
  })
  .map(({ hazard, groups, ...rest }) => ({
    ...smallest,
    ...rest,
    days: 30,
    groups,
    places: [
      { kind: 'settlement', country: 0, frontierKm: 20 },
      { kind: 'crossing', country: 0, frontierKm: 0 },
      { kind: 'town', country: 1, frontierKm: 5 },
      { kind: 'camp', country: 1, frontierKm: 8 },
      { kind: 'town', country: 1, frontierKm: 60 },
      { kind: 'camp', country: 1, frontierKm: 90 },
      { kind: 'town', country: 2, frontierKm: 70 },
      { kind: 'state', country: 3, frontierKm: 1000 },
    ],
    routes: [
      { from: 0, to: 1, km: 20 },
      { from: 1, to: 2, km: 5 },
      { from: 1, to: 3, km: 10 },
      { from: 1, to: 6, km: 70 },
      { from: 2, to: 4, km: 55 },
      { from: 4, to: 5, km: 30 },
    ],
    people: Array.from({ length: groups }, (_, group) => ({
      place: 0,
      group,
      situation: at.home,
      n: 20_000,
    })),
    violence: [
      { kind: 'expulsion', place: 0, group: 0, from: 0, to: 29, amount: hazard, toward: 1 },
      { kind: 'reprisal', place: 0, group: groups - 1, from: 5, to: 25, amount: 0.02, toward: -1 },
    ],
    safeDay: Array.from({ length: groups }, () => 25),
  }));

/** A few parameters moved anywhere within their declared ranges. */
const anyParameters: fc.Arbitrary<Partial<ParameterValues>> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: parameters.length - 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { maxLength: 6 },
  )
  .map((moves) =>
    Object.fromEntries(
      moves
        .map(([i, u]) => [parameters[i]!, u] as const)
        .filter(([p]) => !p.id.startsWith('awareness'))
        .map(([p, u]) => [p.id, p.low + u * (p.high - p.low)]),
    ),
  );

export { randomWorlds } from './testLength.ts';
export { placeKinds };
