import { describe, expect, test } from 'vitest';
import type { AssumptionValues, Facts } from '../src/index.ts';
import { allOn, measureAll, measuresOf } from '../src/index.ts';
import { smallSocietyContext, values } from './invented.ts';

/**
 * A world of 73 days, a fifth of a year, in round numbers: two groups, and the neighbours BBB with
 * half a million residents and 200 million USD a year, and CCC of which neither is known.
 */
const societyContext = smallSocietyContext(73, {
  countryIds: ['AAA', 'BBB', 'CCC', 'DDD'],
  groupIds: ['east', 'west'],
  hosts: Uint8Array.of(0, 1, 1, 0),
  population: Float64Array.of(2e6, 500_000, 0, 5e7),
  gdpUsd: Float64Array.of(1e9, 2e8, 1e9, 1e12),
});

const inOrigin = new Float64Array(73 * 2).fill(1);
inOrigin.set([800, 2700], 72 * 2);

const movement: Facts['movement'] = {
  exposure: {
    host: new Float64Array(0),
    far: new Float64Array(0),
    leftHome: new Float64Array(73),
    expelled: new Float64Array(73),
    reception: new Float64Array(73),
    turnedBack: new Float64Array(73),
    settlementsKept: new Float64Array(73),
    tiesKept: new Float64Array(73),
    inOrigin,
  },
  killed: Float64Array.of(3, 5),
  shortfallDeaths: Float64Array.of(20, 70),
  lostProtectionDays: 10_000,
  crossedDays: 6000,
  waitingDays: 321,
  everDisplaced: 400,
  expelled: 100,
  evacuated: 50,
  irregular: 13,
  turnedBack: 17,
  atStart: Float64Array.of(1000, 3000),
  homeAtEnd: Float64Array.of(600, 1500),
  returnedAtEnd: Float64Array.of(100, 300),
  cleansed: { worst: 0.3, atEnd: 0.2 },
  settlementsKept: { least: 0.4, atEnd: 0.6 },
  tiesKept: { least: 0.5, atEnd: 0.7 },
};

const byDay = () => [new Float64Array(0)];
const consequences: Facts['consequences'] = {
  abroad: {
    personDays: Float64Array.of(0, 9125, 500, 0),
    perResident: Float64Array.of(0, 0.02, 0.04, 0),
    peak: Float64Array.of(0, 200, 10, 0),
    memberPersonDays: 1460,
    concentration: 0.44,
    meanLogDisplaced: 2,
  },
  incapacity: Float64Array.of(0, 0.5, 0.5, 0),
  needs: {
    shortfall: byDay(),
    hostShortfall: byDay(),
    meanHostShortfall: Float64Array.of(0, 0.2, 0.1, 0),
    unmetDays: 14_600,
  },
  attacks: {
    provoked: Float64Array.of(0, 2, 1, 0),
    pursuit: Float64Array.of(0, 6, 3, 0),
    perDay: byDay(),
    total: 12,
    daysWithAny: new Uint8Array(73),
    hostsDisplaced: Float64Array.of(0, 40, 41, 0),
    hostsAway: byDay(),
    placesHit: 0.33,
  },
  attackDays: new Uint8Array(73),
  unrest: {
    displaced: Float64Array.of(0, 2, 1, 0),
    hosts: Float64Array.of(0, 3, 1, 0),
    betweenHosts: Float64Array.of(0, 5, 1, 0),
  },
  onset: { conflict: Float64Array.of(0, 0.11, 0.12, 0), dispute: 0.13 },
  protection: { gapAbroad: 555, abroad: 6000, undocumented: 1500, status: 4000, convention: 1000 },
  passage: { bribed: 19, assetsLost: 0.35 },
  unionDuty: { due: new Float64Array(73), met: new Float64Array(73), share: 0.21 },
  duty: { due: new Float64Array(73), met: new Float64Array(73), share: 0.22 },
  attitudes: {
    hostility: 0.5,
    staticLoss: 0.51,
    dynamicLoss: -0.52,
    violencePer100k: 0.53,
    votePoints: 0.54,
  },
  unity: 0.23,
};

const assumed = {
  rightsWithoutStatus: 0.25,
  abusedPerExpelled: 0.6,
  aidShareOfCost: 0.7,
  employedShare: 0.1,
  employedShareAtStandard: 0.4,
  taxShareOfWages: 0.2,
  costUsdPerPersonDay: 3,
  welfarePerShare: -2,
  aidMultiplier: 1.5,
  aidSpentLocally: 0.5,
  passagePriceUsd: 1000,
  terrorDeathsPerPersonYear: 1e-6,
  terrorRatio: 3,
  humanCapitalLossPerYear: 0.5,
  assetsInRecovery: 0.3,
} satisfies Partial<AssumptionValues>;

const facts: Facts = {
  societyContext,
  movement,
  consequences,
  assumptions: values(assumed),
  levels: { ...allOn, incapacity: 0.5, presence: 0.5 },
};

/** Every measure of some facts, by id. */
function measured(changed: Partial<Facts> = {}): Map<string, number> {
  const given = { ...facts, ...changed };
  const list = measuresOf(given.societyContext);
  const found = measureAll(list, given);
  return new Map(list.map(({ id }, i) => [id, found[i]!]));
}

const assuming = (changed: Partial<AssumptionValues>) =>
  measured({ assumptions: values({ ...assumed, ...changed }) });

describe('each measure of a world in round numbers, by hand', () => {
  const found = measured();
  const byHand: readonly (readonly [id: string, value: number])[] = [
    ['individuals.excessDeaths', 3 + 5 + 20 + 70],
    ['individuals.killed', 3 + 5],
    ['individuals.shortfallDeaths', 20 + 70],
    ['individuals.excessDeathsByGroup.east', 3 + 20],
    ['individuals.excessDeathsByGroup.west', 5 + 70],
    // 4,000 person-days inside lack three rights in four, and 555 are lacking abroad.
    ['individuals.protectionGap', 3000 + 555],
    // 100 expelled stand for 60 abused of 400.
    ['individuals.abusedHouseholds', 0.15],
    ['individuals.unmetNeeds', 14_600],
    ['individuals.smuggled', 13],
    ['individuals.assetsLost', 0.35],
    ['individuals.bribed', 19],
    ['individuals.withoutPapers', 0.25],
    ['individuals.timeDisplaced', 25],
    ['origin.populationKept.east', 0.8],
    ['origin.populationKept.west', 0.9],
    ['origin.cleansing', 0.2],
    ['origin.cleansingAtWorst', 0.3],
    // A tenth of a year without: 0.95 of skills are left, 0.65 of assets: 0.7 and 0.3 of them 0.86.
    ['origin.humanCapital', (600 + 1500 + 400 * 0.86) / 4000],
    ['origin.settlementsKept', 0.4],
    ['origin.settlementsKeptAtEnd', 0.6],
    ['origin.tiesKept', 0.5],
    ['origin.tiesKeptAtEnd', 0.7],
    ['host.serviceCover.BBB', 0.8],
    // Per 100,000 of 500,000: a fifth; in 30 of 73 days.
    ['host.unrest.BBB', ((2 + 3 + 5) / 5) * (30 / 73)],
    ['host.unrestByDisplaced.BBB', (2 / 5) * (30 / 73)],
    ['host.unrestByHosts.BBB', (3 / 5) * (30 / 73)],
    ['host.unrestBetweenHosts.BBB', (5 / 5) * (30 / 73)],
    // 25 person-years, a quarter at work for 400 USD a year, a fifth taxed: 500 USD. Needs cost
    // 27,375 USD, 15 % of it borne by the state: 4,106.25. The GDP of a fifth of a year: 40 million.
    ['host.publicMoney.BBB', (100 * (500 - 4106.25)) / 40e6],
    // 2 % more people: -4 %; of 23,268.75 USD of aid three quarters become income.
    ['host.welfare.BBB', -4 + (100 * 0.75 * 23_268.75) / 40e6],
    ['host.armedConflict.BBB', 0.11],
    ['host.villagersDisplaced.BBB', 40],
    ['host.serviceCover.CCC', 0.9],
    ['host.unrest.CCC', 0],
    ['host.unrestByDisplaced.CCC', 0],
    ['host.unrestByHosts.CCC', 0],
    ['host.unrestBetweenHosts.CCC', 0],
    ['host.publicMoney.CCC', 0],
    ['host.welfare.CCC', 0],
    ['host.armedConflict.CCC', 0.12],
    ['host.villagersDisplaced.CCC', 41],
    ['receiving.identityStatic', 0.51],
    ['receiving.identityDynamic', -0.52],
    ['receiving.xenophobicViolence', 0.53],
    ['receiving.exclusionaryVote', 0.54],
    ['receiving.irregularEntries', 13],
    ['receiving.smugglersRevenue', 13_000],
    // 20 people present on a day, three in a million, half of presence.
    ['receiving.terrorDeaths', 20 * 3e-6 * 0.5],
    ['receiving.fidelity', 0.21],
    ['receiving.unity', 0.23],
    ['regime.recognised', 0.4],
    ['regime.recognisedAbroad', 2 / 3],
    ['regime.conventionStatus', 0.1],
    ['regime.turnedBack', 17],
    ['regime.waiting', 321],
    ['regime.accessToAsylum', 0.22],
    ['region.attacks', (12 * 30) / 73],
    ['region.attacksProvoked', (3 * 30) / 73],
    ['region.attacksInPursuit', (9 * 30) / 73],
    ['region.widening', 0.33],
    ['region.concentration', 0.44],
    ['region.interstateDispute', 0.13],
  ];

  test.each(byHand)('%s is %d', (id, value) => {
    expect(Math.abs(found.get(id)! - value)).toBeLessThan(1e-12 * (1 + Math.abs(value)));
  });

  test('and there is no other', () => {
    expect([...found.keys()].sort()).toEqual(byHand.map(([id]) => id).sort());
  });
});

describe('measures at their ends', () => {
  test('where the income of a country is not known, only the number of people moves welfare', () => {
    for (const gdp of [Number.NaN, 0]) {
      const found = measured({
        societyContext: { ...societyContext, gdpUsd: new Float64Array(4).fill(gdp) },
      });
      expect(found.get('host.publicMoney.BBB')).toBe(0);
      expect(found.get('host.welfare.BBB')).toBe(-4);
    }
  });

  test('no more households are abused than there are, no skill is lost twice', () => {
    expect(assuming({ abusedPerExpelled: 5 }).get('individuals.abusedHouseholds')).toBe(1);
    // Nothing of skills is left: only 0.65 of assets, which count for 0.3.
    expect(assuming({ humanCapitalLossPerYear: 20 }).get('origin.humanCapital')).toBeCloseTo(
      (2100 + 400 * 0.3 * 0.65) / 4000,
      12,
    );
  });

  test('needs that are met to standard cost the neighbour nothing and bring it more at work', () => {
    const standard = measured({ levels: { ...facts.levels, incapacity: 0 } });
    // 25 person-years, 0.4 of them at work for 400 USD, a fifth taxed: 800 USD.
    expect(standard.get('host.publicMoney.BBB')).toBeCloseTo((100 * 800) / 40e6, 12);
    const asItWas = measured({ levels: { ...facts.levels, incapacity: 1 } });
    // A tenth at work: 200 USD; 0.3 of 27,375 USD is borne.
    expect(asItWas.get('host.publicMoney.BBB')).toBeCloseTo((100 * (200 - 8212.5)) / 40e6, 12);
  });
});

describe('what the table of threats takes from the declarations', () => {
  const list = measuresOf(societyContext);

  test('more is better of nothing but these', () => {
    const better = list.filter(({ direction }) => direction === 'moreIsBetter');
    expect([...new Set(better.map(({ declared }) => declared))].sort()).toEqual([
      'host.publicMoney',
      'host.serviceCover',
      'host.welfare',
      'origin.humanCapital',
      'origin.populationKept',
      'origin.settlementsKept',
      'origin.settlementsKeptAtEnd',
      'origin.tiesKept',
      'origin.tiesKeptAtEnd',
      'receiving.fidelity',
      'receiving.unity',
      'regime.accessToAsylum',
      'regime.conventionStatus',
      'regime.recognised',
      'regime.recognisedAbroad',
    ]);
  });

  test('the headlines of an object are numbered from one, none twice', () => {
    const objects = new Set(list.map(({ object }) => object));
    expect(objects.size).toBe(7);
    for (const object of objects) {
      const places = list.filter((one) => one.object === object && one.headline !== null);
      const numbers = places.map(({ headline }) => headline!).sort((a, b) => a - b);
      expect(numbers, object).toEqual(numbers.map((_, i) => i + 1));
      expect(numbers.length, object).toBeGreaterThan(0);
    }
  });

  test('a neighbour is measured where people can be hosted, under its own name', () => {
    const neighbours = list.filter(({ object }) => object.startsWith('neighbour:'));
    expect([...new Set(neighbours.map(({ object }) => object))]).toEqual([
      'neighbour:BBB',
      'neighbour:CCC',
    ]);
    expect(neighbours[0]).toMatchObject({
      id: 'host.serviceCover.BBB',
      code: 'NEI1.BBB',
      title: 'Service cover of hosts: BBB',
      name: 'Service cover of hosts',
      declared: 'host.serviceCover',
      member: 'BBB',
      headline: null,
    });
    expect(list.find(({ id }) => id === 'regime.waiting')).toMatchObject({
      code: 'GLO2.waiting',
      title: 'Waiting at a frontier',
      member: '',
      object: 'regime',
    });
  });
});
