import { describe, expect, test } from 'vitest';
import { attacks } from '../src/consequences/attacks.ts';
import { attitudes } from '../src/consequences/attitudes.ts';
import { dutyOf } from '../src/consequences/duty.ts';
import { incapacityOf, needs } from '../src/consequences/needs.ts';
import { protection } from '../src/consequences/status.ts';
import { consequenceTable } from '../src/consequences/table.ts';
import { policyUnity } from '../src/consequences/unity.ts';
import { unrest } from '../src/consequences/unrest.ts';
import type {
  AssumptionValues,
  ConsequenceFactorId,
  ConsequenceLevels,
  FactorLevels,
} from '../src/index.ts';
import {
  allOn,
  conflictOnset,
  consequenceRows,
  fairShares,
  interstateDispute,
  referenceOf,
} from '../src/index.ts';
import { BBB, CCC, DDD, exposureOf, smallSocietyContext, smallWorld, values } from './invented.ts';

const off = (...names: ConsequenceFactorId[]): FactorLevels => ({
  ...allOn,
  ...Object.fromEntries(names.map((name) => [name, 0])),
});
/** [country][day] the same on every day in BBB, nothing in CCC. */
const inBBB = (days: number, n: number) => [
  new Float64Array(0),
  new Float64Array(days).fill(n),
  new Float64Array(days),
  new Float64Array(0),
];

describe('needs (f4)', () => {
  const seen = exposureOf(3, [
    { country: BBB, host: 'displaced', n: 100_000 },
    { country: BBB, host: 'short', n: 20_000 },
  ]);
  const a = values({ capacityReferenceUsd: 10_000, unseenShortfall: 0.3, hostServiceDraw: 2 });
  const lacking = (levels: ConsequenceLevels) => {
    const societyContext = smallSocietyContext(3);
    return needs(societyContext, seen, incapacityOf(societyContext, a), a, levels);
  };

  test('lack what known lines lack, and of the rest what a state of this product would leave', () => {
    // BBB: 1,000 USD a head, so incapacity 0.9.
    expect(incapacityOf(smallSocietyContext(3), a)[BBB]).toBeCloseTo(0.9, 12);
    const { shortfall, hostShortfall } = lacking(allOn);
    const short = 0.2 + 0.8 * 0.3 * 0.9;
    expect(shortfall[BBB]![1]).toBeCloseTo(short, 12);
    const need = (2 * short * 100_000) / 1e6;
    expect(hostShortfall[BBB]![1]).toBeCloseTo(need / (1 + need), 12);
    expect(shortfall[CCC]!.length).toBe(0);
  });

  test('lack only what known lines lack once neighbours are funded', () => {
    expect(lacking(off('incapacity')).shortfall[BBB]![0]).toBeCloseTo(0.2, 12);
  });
});

describe('attacks (f6)', () => {
  const societyContext = () => {
    const made = smallSocietyContext(10);
    const list = new Float64Array(40);
    list[2 * 4 + BBB] = 3;
    list[5 * 4 + BBB] = 1;
    return { ...made, attacks: list, attacksAt: Float64Array.of(0, 0, 4, 0) };
  };
  const near = (n: number) => exposureOf(10, [{ country: BBB, host: 'near', n }]);
  const reference = referenceOf(societyContext(), near(500));
  const a = values({ provokedShare: 0.3, hostsDisplacedPerAttack: 100, hostsReturnPerDay: 0.5 });
  const sum = (list: Iterable<number>) => [...list].reduce((x, y) => x + y, 0);

  test('are those of the record with everything at baseline, day by day', () => {
    const found = attacks(societyContext(), near(500), reference, a, allOn);
    found.perDay[BBB]!.forEach((n, day) =>
      expect(n).toBeCloseTo(societyContext().attacks[day * 4 + BBB]!, 12),
    );
    expect(found.total).toBeCloseTo(4, 12);
    expect(Array.from(found.daysWithAny)).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 0, 0]);
    expect(found.provoked[BBB]).toBeCloseTo(0.3 * 4, 12);
    expect(found.pursuit[BBB]).toBeCloseTo(0.7 * 4, 12);
    expect(found.placesHit).toBeCloseTo(1 - Math.exp(-4), 12);
  });

  test('follow the people near the frontier, and are none where nobody is near', () => {
    expect(attacks(societyContext(), near(250), reference, a, allOn).total).toBeCloseTo(2, 12);
    const none = attacks(societyContext(), near(0), reference, a, allOn);
    expect([none.total, sum(none.hostsDisplaced), none.placesHit]).toEqual([0, 0, 0]);
  });

  test('in pursuit end with pursuit, those in answer to fighters with the fighters', () => {
    const noFighters = attacks(societyContext(), near(500), reference, a, off('fighters'));
    expect(noFighters.provoked[BBB]).toBe(0);
    expect(noFighters.pursuit[BBB]).toBeCloseTo(2.8, 12);
    const neither = attacks(
      societyContext(),
      near(500),
      reference,
      a,
      off('fighters', 'crossBorderAttacks'),
    );
    expect(neither.total).toBe(0);
    expect(sum(neither.daysWithAny)).toBe(0);
  });

  test('drive villagers out, who go back by the day, and never more than there are', () => {
    const found = attacks(societyContext(), near(500), reference, a, allOn);
    expect(found.hostsDisplaced[BBB]).toBeCloseTo(400, 9);
    expect(found.hostsAway[BBB]![3]).toBeCloseTo(150, 9);
    expect(found.hostsAway[BBB]![5]).toBeCloseTo(300 / 8 + 100, 9);
    const few = { ...societyContext(), population: Float64Array.of(0, 50, 0, 0) };
    expect(attacks(few, near(500), reference, a, allOn).hostsAway[BBB]![2]).toBe(50);
  });
});

describe('unrest (f5)', () => {
  const days = 30;
  const a = values({
    unrestDisplacedPer100k: 2,
    unrestHostsPer100k: 3,
    unrestPerShortfall: 1.5,
    unrestPerHostShortfall: 2,
    unrestPerAidGap: 1,
    aidShared: 0.25,
    unrestPerBalance: 0.1,
  });
  const seen = exposureOf(days, [
    { country: BBB, host: 'displaced', n: 100_000 },
    { country: BBB, host: 'persecuted', n: 100_000 },
  ]);
  const lack = {
    shortfall: inBBB(days, 0.4),
    hostShortfall: inBBB(days, 0.1),
    meanHostShortfall: Float64Array.of(0, 0.1, 0, 0),
    unmetDays: 0.4 * 100_000 * days,
  };

  test('grows with what is lacking, with aid that passes hosts by, and with a shifted balance', () => {
    const found = unrest(smallSocietyContext(days), seen, lack, a, allOn);
    expect(found.displaced[BBB]).toBeCloseTo(2 * Math.exp(1.5 * 0.4), 9);
    expect(found.hosts[BBB]).toBeCloseTo(30 * Math.exp(2 * 0.1 + 0.1 * 0.75), 9);
    // 250,000 kin of a million become 350,000 of 1.1 million.
    const points = 100 * (350_000 / 1_100_000 - 0.25);
    expect(found.betweenHosts[BBB]).toBeCloseTo(0.1 * 10 * points, 9);
  });

  test('between host groups needs presence and kin who are kept from power', () => {
    for (const one of ['presence', 'hostIntolerance'] as const) {
      expect(unrest(smallSocietyContext(days), seen, lack, a, off(one)).betweenHosts[BBB]).toBe(0);
    }
    const equal = smallSocietyContext(days, { kinExcluded: new Float64Array(4) });
    expect(unrest(equal, seen, lack, a, allOn).betweenHosts[BBB]).toBe(0);
  });

  test('by hosts forgets the gap of aid once it is shared in full', () => {
    const found = unrest(smallSocietyContext(days), seen, lack, a, off('incapacity'));
    expect(found.hosts[BBB]).toBeCloseTo(30 * Math.exp(2 * 0.1), 9);
  });
});

describe('conflict (f7) and dispute', () => {
  const a = values({
    onsetLogit: -3,
    onsetPerLogDisplaced: 0.02,
    onsetPerExcludedKin: 0.4,
    onsetPerIncapacity: 0.05,
    onsetPerAttack: 0.1,
  });
  const logit = (p: number) => Math.log(p / (1 - p));
  const size = Math.log(1 + 50_000);

  test('is the logit written by hand', () => {
    const p = conflictOnset(smallSocietyContext(1), BBB, 50_000, 2, 0.9, a, allOn);
    expect(logit(p)).toBeCloseTo(-3 + (0.02 + 0.4 * 0.25) * size + 0.05 * size * 0.9 + 0.2, 9);
  });

  test('loses with each source what that source brought', () => {
    const at = (...names: Parameters<typeof off>) =>
      logit(conflictOnset(smallSocietyContext(1), BBB, 50_000, 2, 0.9, a, off(...names)));
    expect(at('presence')).toBeCloseTo(-3 + 0.05 * size * 0.9 + 0.2, 9);
    expect(at('hostIntolerance')).toBeCloseTo(-3 + 0.02 * size + 0.05 * size * 0.9 + 0.2, 9);
    expect(at('incapacity')).toBeCloseTo(-3 + 0.12 * size + 0.2, 9);
  });

  test('with nobody displaced and no attack is the base rate', () => {
    expect(logit(conflictOnset(smallSocietyContext(1), BBB, 0, 0, 0.9, a, allOn))).toBeCloseTo(
      -3,
      9,
    );
  });

  test('of states adds a hazard for each attack of a year and for the size of displacement', () => {
    const d = values({
      disputePerYear: 0.02,
      disputePerAttack: 0.05,
      disputePerLogDisplaced: 0.01,
    });
    const societyContext = smallSocietyContext(73);
    expect(interstateDispute(societyContext, 4, 10, d, allOn)).toBeCloseTo(
      1 - Math.exp(-(0.02 + 1 + 0.1)),
      9,
    );
    expect(interstateDispute(societyContext, 4, 10, d, off('presence'))).toBeCloseTo(
      1 - Math.exp(-1.02),
      9,
    );
  });
});

describe('the table of consequences', () => {
  test('has every row after those that it reads, so that none is handed what is not there yet', () => {
    const rows = Object.entries(consequenceTable);
    for (const [i, [, { after }]] of rows.entries()) {
      const before = rows.slice(0, i).map(([id]) => id);
      expect(before).toEqual(expect.arrayContaining([...after]));
    }
  });

  test('names the factors that switch a row through another that it reads', () => {
    const switching = (id: string) => consequenceRows.find((row) => row.id === id)!.switchedBy;
    expect(switching('attitudes')).toEqual([
      'crossBorderAttacks',
      'receivingIntolerance',
      'fighters',
      'presence',
    ]);
    expect(switching('unrest')).toEqual(['incapacity', 'hostIntolerance', 'presence']);
    expect(switching('duty')).toEqual([]);
  });
});

describe('status (f2)', () => {
  const a = values({
    registrationDays: 4,
    documentsDays: 5,
    undocumentedAtArrival: 0.8,
    rightsNonRefoulement: 0.25,
    rightsTemporary: 0.5,
    recognitionDays: 10,
    rightsWithoutStatus: 0.1,
  });

  test('comes to those registered, with a time constant, up to the share a neighbour registers', () => {
    const seen = exposureOf(3, [{ country: BBB, host: 'displaced', n: 1000 }]);
    const found = protection(smallSocietyContext(3), seen, a, allOn);
    // Half of them are to be registered: a quarter of what is left each day.
    const registered = [125, 218.75, 289.0625];
    const all = registered.reduce((x, y) => x + y, 0);
    expect(found.status).toBeCloseTo(all, 9);
    expect(found.convention).toBeCloseTo(0.1 * all, 9);
    expect(found.abroad).toBe(3000);
    expect(found.gapAbroad).toBeCloseTo(3000 - 0.25 * (3000 - all) - 0.5 * all, 9);
    expect(found.undocumented).toBeCloseTo(800 * (1 + 0.8 + 0.64), 9);
    expect(protection(smallSocietyContext(3), seen, a, off('incapacity')).undocumented).toBe(0);
  });

  test('comes to claims with time, to those evacuated at once, to the smuggled never', () => {
    const seen = exposureOf(2, [
      { country: DDD, far: 'evacuated', n: 100 },
      { country: DDD, far: 'claimed', n: 200 },
      { country: DDD, far: 'irregular', n: 50 },
    ]);
    const found = protection(smallSocietyContext(2), seen, a, allOn);
    const recognised = [10, 19];
    expect(found.status).toBeCloseTo(200 + 29, 9);
    expect(found.convention).toBeCloseTo(29, 9);
    expect(found.undocumented).toBe(100);
    const rights = recognised.map((n) => 50 + n + 0.25 * (200 - n) + 5);
    expect(found.gapAbroad).toBeCloseTo(700 - rights[0]! - rights[1]!, 9);
  });

  test('is Convention status for everybody where none is withheld', () => {
    const seen = exposureOf(2, [{ country: DDD, far: 'irregular', n: 50 }]);
    const found = protection(smallSocietyContext(2), seen, a, off('statusWithheld'));
    expect(found).toEqual({
      gapAbroad: 0,
      abroad: 100,
      undocumented: 0,
      status: 100,
      convention: 100,
    });
  });

  test('recognised once is not kept for those who come after all have left', () => {
    const seen = exposureOf(3, [
      { country: DDD, far: 'claimed', n: 1000, to: 0 },
      { country: DDD, far: 'claimed', n: 1000, from: 2 },
    ]);
    expect(protection(smallSocietyContext(3), seen, a, allOn).status).toBeCloseTo(50 + 50, 9);
  });
});

describe('attitudes (f10) and identity (f11)', () => {
  const days = 60;
  // 500,000 of 50 million residents: one point, received evenly from the first day.
  const seen = exposureOf(days, [
    { country: DDD, far: 'evacuated', n: 250_000 },
    { country: DDD, far: 'claimed', n: 250_000 },
  ]);
  const nobody = exposureOf(days, []);
  const quiet = new Uint8Array(days);
  const told = (
    exposure: typeof seen,
    a: AssumptionValues,
    { changed = {}, news = quiet, levels = allOn } = {},
  ) => {
    const societyContext = smallSocietyContext(days, changed);
    const duty = dutyOf(societyContext, exposure, societyContext.member, a);
    return attitudes(societyContext, exposure, duty, news, a, levels);
  };

  test('where nobody has arrived are H_0 times intolerance, in violence too', () => {
    const a = values({ hostilityAtZero: 0.2, violencePer100k: 5, hostilityPerPoint: 0.1 });
    const found = told(nobody, a);
    expect(found.hostility).toBeCloseTo(0.2, 12);
    expect(found.violencePer100k).toBeCloseTo(1, 12);
    expect([found.votePoints, found.staticLoss]).toEqual([0, 0]);
    const welcome = { sharedEnemy: new Float64Array(4).fill(1) };
    expect(
      told(nobody, values({ sharedEnemyWelcome: 0.5 }), { changed: welcome }).hostility,
    ).toBeCloseTo(0.1, 12);
  });

  test('without intolerance are nothing at all', () => {
    const found = told(seen, values({ votePerPoint: 2 }), { levels: off('receivingIntolerance') });
    expect([found.hostility, found.violencePer100k, found.votePoints]).toEqual([0, 0, 0]);
  });

  test('answer to presence point by point, and to its change for thirty days', () => {
    const a = values({
      hostilityAtZero: 0.1,
      hostilityPerPoint: 0.05,
      hostilityPerExposure: 0.04,
      hostilityPerContact: 0.02,
      contactShare: 0.25,
      hostilityPerRapidChange: 0.2,
      hostilityPerExclusion: 0,
    });
    const steady = 0.1 + 0.05 + 0.04 * 0.75 - 0.02 * 0.25;
    expect(told(seen, a).hostility).toBeCloseTo(steady + 0.2 / 2, 9);
    expect(told(seen, a, { levels: off('presence') }).hostility).toBeCloseTo(0.1, 12);
  });

  test('vote by points, exposure, contact, and the cue of exclusion', () => {
    const a = values({
      votePerPoint: 1.2,
      votePerExposure: 1.5,
      votePerContact: 4,
      contactShare: 0.25,
      votePerExclusion: 0.5,
      willingShare: 1,
    });
    // All who are abroad are with DDD, whose fair share is all: the duty is met.
    expect(told(seen, a).votePoints).toBeCloseTo(1.2 + 1.5 * 0.75 - 4 * 0.25, 9);
    const away = exposureOf(days, [{ country: BBB, host: 'persecuted', n: 1000 }]);
    expect(told(away, a).votePoints).toBeCloseTo(0.5, 9);
  });

  test('turn to more violence on days with attacks in the news', () => {
    const a = values({ hostilityAtZero: 0.2, violencePer100k: 5, violenceAfterAttack: 0.47 });
    const news = Uint8Array.from({ length: days }, (_, day) => (day < 30 ? 1 : 0));
    expect(told(nobody, a, { news }).violencePer100k).toBeCloseTo(1 + 0.47 / 2, 9);
  });

  test('identity held to be static loses share times distance, and nothing without presence', () => {
    expect(told(seen, values()).staticLoss).toBeCloseTo(0.01, 12);
    const kin = { kinShare: Float64Array.of(0, 0, 0, 0.4) };
    expect(told(seen, values(), { changed: kin }).staticLoss).toBeCloseTo(0.006, 12);
    expect(told(seen, values(), { levels: off('presence') }).staticLoss).toBe(0);
  });

  test('identity held to be dynamic takes in change, gains by inclusion, loses by hostility', () => {
    const a = values({
      hostilityAtZero: 0.4,
      identityAdaptation: 0.5,
      identityInclusion: 0.05,
      identityPolarisation: 0.15,
      willingShare: 1,
    });
    let identity = 1;
    for (let day = 0; day < days; day++) {
      identity += (0.5 * (1 - identity) + 0.05 - 0.15 * 0.4) / 365;
    }
    expect(told(seen, a).dynamicLoss).toBeCloseTo(1 - identity, 12);
    // Without hostility inclusion reinforces it.
    expect(told(seen, a, { levels: off('receivingIntolerance') }).dynamicLoss).toBeLessThan(0);
  });
});

describe('duty and unity', () => {
  test('is met up to what is due, each day, and is all met where nothing is due', () => {
    const a = values({ willingShare: 0.5 });
    const societyContext = smallSocietyContext(2);
    const seen = exposureOf(2, [
      { country: BBB, host: 'persecuted', n: 900 },
      { country: DDD, far: 'evacuated', n: 100 },
      { country: DDD, far: 'irregular', n: 200 },
    ]);
    const duty = dutyOf(societyContext, seen, societyContext.member, a);
    expect(Array.from(duty.due)).toEqual([600, 600]);
    expect(Array.from(duty.met)).toEqual([100, 100]);
    expect(duty.share).toBeCloseTo(1 / 6, 12);
    expect(dutyOf(societyContext, exposureOf(2, []), societyContext.member, a).share).toBe(1);
  });

  test('of policy is whole with one member or equal ones, less where one takes all', () => {
    const seen = exposureOf(1, [{ country: DDD, far: 'evacuated', n: 100 }]);
    expect(policyUnity(smallSocietyContext(1), seen, values(), allOn)).toBe(1);
    const two = smallSocietyContext(1, {
      member: Uint8Array.of(0, 0, 1, 1),
      population: Float64Array.of(1, 1, 5e7, 5e7),
      statusShare: new Float64Array(4).fill(1),
    });
    // Intake (0, x): coefficient of variation 1; rights alike.
    expect(policyUnity(two, seen, values(), allOn)).toBeCloseTo(0.5, 12);
  });
});

describe('fair shares', () => {
  const world = {
    countryIds: ['O', 'X', 'Y'],
    placeKind: ['settlement', 'state', 'state'] as const,
    placeCountry: Int32Array.of(0, 1, 2),
  };
  const share = (people: number[], gdp: number[]) =>
    Array.from(fairShares(world, Float64Array.from(people), Float64Array.from(gdp)));

  test('are half by people and half by product, and add up to all', () => {
    expect(share([9, 10, 30], [9, 300, 100])).toEqual([0, 0.125 + 0.375, 0.375 + 0.125]);
    expect(share([9, 10, 30], [9, 300, Number.NaN])).toEqual([0, 0.25, 0.75]);
    expect(share([9, 0, 30], [9, 300, 100])).toEqual([0, 0.75, 0.25]);
    expect(share([0, 0, 0], [Number.NaN, Number.NaN, Number.NaN])).toEqual([0, 0.5, 0.5]);
  });

  test('of the small world are those of its one receiving state', () => {
    expect(smallSocietyContext(1).fairShare).toEqual(Float64Array.of(0, 0, 0, 1));
    expect(smallWorld(1).placeKind).toContain('state');
  });
});
