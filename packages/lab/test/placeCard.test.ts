import { compileCase } from '@asylia/cases';
import { observePeople, simulate } from '@asylia/engine';
import { describe, expect, test } from 'vitest';
import type { Daily, PlaceCard } from '../src/index.ts';
import { placeCard } from '../src/index.ts';
import { caseAt } from './shipped.ts';

const valleys = caseAt('two-valleys');
const world = compileCase(valleys);
const simulated = simulate(world, {
  seed: 3,
  world: 1,
  mode: 'sampled',
  observers: { people: observePeople },
});
const people = simulated.observed.people;
const cards = world.placeIds.map((id) => placeCard(valleys, world, people, id)!);
const card = (id: string) => cards.find((one) => one.id === id) as PlaceCard;
const series = (name: string): number[] => {
  const i = simulated.series.names.indexOf(name);
  if (i < 0) throw new Error(name);
  return [...simulated.series.values.subarray(i * world.days, (i + 1) * world.days)];
};
const add = (lists: readonly Daily[]): number[] =>
  Array.from({ length: world.days }, (_, day) => lists.reduce((n, list) => n + list[day]!, 0));
const close = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
  a.forEach((x, day) => {
    expect(x, `day ${day}`).toBeCloseTo(b[day]!, 6);
  });

describe('the cards of all places of Two Valleys', () => {
  test('hold every person exactly once on every day: at places, waiting, on the road, dead', () => {
    const all = add(cards.flatMap((one) => one.bySituation.map(({ persons }) => persons)));
    const everyone = [...simulated.saved.start].reduce((a, b) => a + b, 0);
    expect(new Set(all)).toEqual(new Set([everyone]));
  });

  test('say for a town or camp abroad what its series says, for a crossing who waits', () => {
    for (const one of cards) {
      if (one.supply) expect(one.refuge).toEqual(series(`place.${one.id}`));
      if (one.kind === 'crossing') expect(one.refuge).toEqual(series(`waiting.${one.id}`));
    }
    expect(cards.filter((one) => one.supply).map(({ id }) => id)).toContain('border-camp');
    expect(card('north-pass').peak!.persons).toBeGreaterThan(0);
  });

  test('divide those alive at a place by group, and those who fled by situation', () => {
    for (const one of cards) {
      expect(add(one.byGroup.map(({ persons }) => persons))).toEqual(one.everyone);
      const here = one.bySituation.filter(
        ({ situation }) =>
          !/^(home|returned|onTheRoad)$/.test(situation) && !situation.startsWith('dead'),
      );
      expect(add(here.map(({ persons }) => persons))).toEqual(one.refuge);
    }
  });

  test('count at home, displaced and returned in settlements as the series of the origin do', () => {
    const homes = cards.flatMap((one) => (one.home ? [one.home] : []));
    expect(homes).toHaveLength(4);
    const over = (prefix: string) =>
      add(world.groupIds.map((group) => series(`${prefix}.${group}`)));
    expect(add(homes.map(({ displaced }) => displaced))).toEqual(over('idp'));
    expect(add(homes.map(({ atHome }) => atHome))).toEqual(over('home'));
  });

  test('have as many whose home is somewhere and who are away as people who are away', () => {
    const gone = add(cards.flatMap((one) => (one.home ? [one.home.away] : [])));
    const road = cards.flatMap((one) =>
      one.bySituation.filter(({ situation }) => situation === 'onTheRoad'),
    );
    expect(gone).toEqual(
      add([...cards.map((one) => one.refuge), ...road.map(({ persons }) => persons)]),
    );
  });

  test('give a status to as many as are refugees under that meaning of the word', () => {
    const statuses = cards.flatMap((one) => (one.status ? [{ ...one.status, one }] : []));
    for (const { none, other, convention, one } of statuses) {
      close(add([none, other, convention]), one.refuge);
    }
    const conventions = add(statuses.map(({ convention }) => convention));
    close(conventions, series('refugees.convention'));
    close(
      add([conventions, ...statuses.map(({ other }) => other)]),
      series('refugees.grantedStatus'),
    );
  });
});

describe('the card of Border Camp', () => {
  const camp = card('border-camp');
  const known = (line: string) => camp.supply!.known.find((one) => one.line === line)!;

  test('holds water against the standard: litres from the day of the row, need by the people', () => {
    const water = known('water');
    const first = 11; // 12 January
    expect(water.perPerson).toBe(world.parameters.waterLitresPerPersonPerDay);
    expect(water.supply.slice(0, first)).toEqual(new Array(first).fill(null));
    expect(new Set(water.supply.slice(first))).toEqual(new Set([90_000]));
    camp.refuge.forEach((n, day) => {
      expect(water.need[day]).toBe(n! * water.perPerson);
      const covered = day < first || n === 0 ? null : Math.min(1, 90_000 / (n! * water.perPerson));
      expect(water.coverage[day]).toBe(covered);
    });
    expect(water.sources).toEqual(['invented']);
    expect(water.source).not.toBe('');
  });

  test('runs short of food from the first day to the last day with more people than rations', () => {
    const food = known('food');
    const short = [...camp.refuge.keys()].filter(
      (day) => day >= 11 && camp.refuge[day]! * food.perPerson > 7000,
    );
    expect(short.length).toBeGreaterThan(0);
    expect(food.firstShortDay).toBe(short[0]);
    expect(food.lastShortDay).toBe(short.at(-1));
    expect(food.shortDays).toBe(short.length);
    const most = Math.max(...short.map((day) => camp.refuge[day]!));
    expect(food.worstCoverage).toBe(7000 / (most * food.perPerson));
  });

  test('names the lines for which the case has no figure, with their standards', () => {
    expect(camp.supply!.known.map(({ line }) => line)).toEqual([
      'shelter',
      'water',
      'food',
      'education',
      'health',
    ]);
    expect(camp.supply!.unknown.map(({ line }) => line)).toEqual(['documents', 'employment']);
    expect(camp.supply!.unknown[0]!.perPerson).toBe(world.parameters.documentsPerPerson);
  });

  test('knows the status as shares of the country, the same in all its places', () => {
    expect(camp.status!.granted).toBe('temporary');
    expect(camp.status!.countryStatusShare).toBe(0.5);
    close(
      camp.status!.none,
      camp.refuge.map((n) => 0.5 * n!),
    );
    expect(card('high-city').status!.countryStatusShare).toBe(0.5);
  });
});

test('a place of the origin has no status and no supply, one beyond the neighbours no supply', () => {
  expect(card('mill-town').status).toBeNull();
  expect(card('mill-town').supply).toBeNull();
  expect(card('north-pass').status).toBeNull();
  expect(card('farland').supply).toBeNull();
  expect(card('farland').status).not.toBeNull();
});

test('days that were not simulated are unknown, not empty', () => {
  const half = simulate(world, {
    seed: 3,
    world: 1,
    mode: 'sampled',
    observers: { people: observePeople },
    untilDay: 30,
  });
  for (const id of world.placeIds) {
    const one = placeCard(valleys, world, half.observed.people, id)!;
    expect(one.everyone[29]).not.toBeNull();
    expect(one.everyone.slice(30)).toEqual(new Array(world.days - 30).fill(null));
    expect(one.refuge.slice(0, 30)).toEqual(card(id).refuge.slice(0, 30));
    for (const line of one.supply?.known ?? []) expect(line.worstCoverage).not.toBeNaN();
  }
});

test('a place that the case does not have has no card', () => {
  expect(placeCard(valleys, world, people, 'nowhere')).toBeNull();
});
