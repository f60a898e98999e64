import type { Exposure, FarField, HostField, World } from '@asylia/engine';
import { at, farFields, hostFields, planWorld, simulate } from '@asylia/engine';
import fc from 'fast-check';
import type { Sketch } from '../../engine/test/worlds.ts';
import { anySketch, smallest, worldOf } from '../../engine/test/worlds.ts';
import type {
  AssumptionValues,
  FactorLevels,
  Inputs,
  Movement,
  SocietyContext,
} from '../src/index.ts';
import {
  allOn,
  applyLevels,
  computeConsequences,
  assumptions as declared,
  defaultAssumptions,
  fairShares,
  measureAll,
  measuresOf,
  observersOfMovement,
  referenceOf,
  summarise,
} from '../src/index.ts';

/** Societies around a world of `worldOf`: AAA origin, BBB and CCC hosts, DDD receives. */
export function societyContextFor(
  world: World,
  changed: Partial<SocietyContext> = {},
): SocietyContext {
  const { days, countryIds, placeKind, placeCountry } = world;
  const population = Float64Array.of(2e6, 1e6, 3e6, 5e7);
  const gdpUsd = Float64Array.of(2e9, 1e9, 9e9, Number.NaN);
  const hostPlace = Uint8Array.from(placeKind, (kind) =>
    kind === 'town' || kind === 'camp' ? 1 : 0,
  );
  const hosts = new Uint8Array(countryIds.length);
  const attacks = new Float64Array(days * countryIds.length);
  const attacksAt = new Float64Array(placeKind.length);
  hostPlace.forEach((is, place) => {
    if (is) hosts[placeCountry[place]!] = 1;
  });
  for (const spell of world.violence) {
    if (spell.kind !== 'pursuit') continue;
    for (let day = spell.fromDay; day <= spell.toDay; day++) {
      attacks[day * countryIds.length + placeCountry[spell.place]!]! += spell.amountPerDay;
      attacksAt[spell.place]! += spell.amountPerDay;
    }
  }
  return {
    days,
    countryIds,
    groupIds: world.groupIds,
    role: ['origin', 'neighbour', 'federation', 'receiving'],
    hosts,
    population,
    gdpUsd,
    member: Uint8Array.of(0, 0, 0, 1),
    union: '',
    intervened: new Uint8Array(4),
    kinShare: Float64Array.of(0, 0.25, 0, 0),
    kinExcluded: Float64Array.of(0, 1, 0, 0),
    sharedEnemy: new Float64Array(4).fill(Number.NaN),
    statusShare: world.statusShare,
    conventionShare: world.conventionShare,
    attacks,
    attacksAt,
    placeCountry,
    hostPlace,
    fairShare: fairShares(world, population, gdpUsd),
    ...changed,
  };
}

/** Days on which nothing is known of anybody; set fills in people by day, country and field. */
export function exposureOf(days: number, set: readonly Seen[]): Exposure {
  const host = new Float64Array(days * 4 * hostFields.length);
  const far = new Float64Array(days * 4 * farFields.length);
  for (const { country, n, from = 0, to = days - 1, ...one } of set) {
    for (let day = from; day <= to; day++) {
      const row = day * 4 + country;
      if ('host' in one) host[row * hostFields.length + hostFields.indexOf(one.host)] = n;
      else far[row * farFields.length + farFields.indexOf(one.far)] = n;
    }
  }
  const none = () => new Float64Array(days);
  return {
    host,
    far,
    leftHome: none(),
    expelled: none(),
    reception: none(),
    turnedBack: none(),
    settlementsKept: none().fill(1),
    tiesKept: none().fill(1),
    inOrigin: none(),
  };
}
type Seen = {
  readonly country: number;
  readonly n: number;
  readonly from?: number;
  readonly to?: number;
} & ({ readonly host: HostField } | { readonly far: FarField });

export const [BBB, CCC, DDD] = [1, 2, 3] as const;
export const values = (changed: Partial<AssumptionValues> = {}): AssumptionValues => ({
  ...defaultAssumptions(),
  ...changed,
});

/** A world with one town in BBB and one state in DDD, of so many days. */
export const smallWorld = (days: number): World => worldOf({ ...smallest, days, violence: [] });
export const smallSocietyContext = (
  days: number,
  changed: Partial<SocietyContext> = {},
): SocietyContext => societyContextFor(smallWorld(days), changed);

/** Attacks on towns abroad beside any crisis. */
export const anyCrisis: fc.Arbitrary<Sketch> = fc
  .tuple(anySketch, fc.double({ min: 0, max: 2, noNaN: true }))
  .map(([sketch, amount]) => {
    const town = sketch.places.findIndex((place) => place.kind === 'town' || place.kind === 'camp');
    if (town < 0) return sketch;
    const attack = {
      kind: 'pursuit' as const,
      place: town,
      group: 0,
      from: 0,
      to: sketch.days - 1,
      amount,
      toward: -1,
    };
    return { ...sketch, violence: [...sketch.violence, attack] };
  });

/** Assumptions, each a share of the way through its declared range. */
const assumptionsAt = (share: fc.Arbitrary<number>): fc.Arbitrary<AssumptionValues> =>
  fc
    .array(share, { minLength: declared.length, maxLength: declared.length })
    .map(
      (list) =>
        Object.fromEntries(
          declared.map(({ id, low, high }, i) => [id, low + list[i]! * (high - low)]),
        ) as AssumptionValues,
    );

/** Anywhere in their ranges. */
export const anyAssumptions = assumptionsAt(fc.double({ min: 0, max: 1, noNaN: true }));

/** Well within them: most doubles drawn above are next to nothing, and nothing comes of them. */
export const feltAssumptions = assumptionsAt(fc.integer({ min: 1, max: 9 }).map((n) => n / 10));

export const anyLevels: fc.Arbitrary<FactorLevels> = fc
  .array(fc.constantFrom(0, 0.5, 1), { minLength: 13, maxLength: 13 })
  .map(
    (list) => Object.fromEntries(Object.keys(allOn).map((id, i) => [id, list[i]!])) as FactorLevels,
  );

export function inputsOf(world: World, a: AssumptionValues = values()): Inputs {
  return {
    world,
    societyContext: societyContextFor(world),
    assumptions: a,
    baselineReception: null,
  };
}

export function moved(world: World, mode: 'sampled' | 'expected' = 'expected'): Movement {
  const plan = planWorld(world);
  return summarise(
    world,
    plan,
    simulate(world, { seed: 6, world: 0, mode, plan, observers: observersOfMovement }),
  );
}

/** Every measure of a world under some levels, by id. */
export function measured(
  inputs: Inputs,
  levels: FactorLevels = allOn,
  mode: 'sampled' | 'expected' = 'expected',
): Map<string, number> {
  const reference = referenceOf(inputs.societyContext, moved(inputs.world).exposure);
  const { world, societyContext, assumptions } = applyLevels(inputs, levels);
  const movement = moved(world, mode);
  const consequences = computeConsequences(societyContext, movement, reference)(assumptions)(
    levels,
  );
  const list = measuresOf(societyContext);
  const found = measureAll(list, { societyContext, movement, consequences, assumptions, levels });
  return new Map(list.map((outcome, i) => [outcome.id, found[i]!]));
}

/** 20,000 people driven to a town in BBB, some received by DDD, with attacks on the town. */
export const crisis: Sketch = {
  ...smallest,
  people: [{ place: 0, group: 0, situation: at.home, n: 100_000 }],
  violence: [
    ...smallest.violence,
    { kind: 'killing', place: 0, group: 0, from: 0, to: 39, amount: 1e-4, toward: -1 },
    { kind: 'pursuit', place: 2, group: 0, from: 10, to: 19, amount: 0.4, toward: -1 },
  ],
  hosting: [
    { place: 2, line: 'camp', fromDay: 0, amount: 8000 },
    { place: 2, line: 'food', fromDay: 0, amount: 9000 },
  ],
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
};
