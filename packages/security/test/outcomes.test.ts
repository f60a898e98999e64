import { planWorld, simulate } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomWorlds, worldOf } from '../../engine/test/worlds.ts';
import {
  allOn,
  computeConsequences,
  headlinesOf,
  measuresOf,
  objectsOf,
  referenceOf,
  summarise,
} from '../src/index.ts';
import {
  anyAssumptions,
  anyCrisis,
  anyLevels,
  crisis,
  inputsOf,
  measured,
  moved,
  societyContextFor,
  values,
} from './invented.ts';

const list = measuresOf(societyContextFor(worldOf(crisis)));

describe('measures', () => {
  test('are named once, and say what they do not see', () => {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    for (const one of list) {
      for (const text of [one.title, one.unit, one.formula, one.limitations]) {
        expect(text, one.id).not.toBe('');
      }
    }
  });

  test('cover every object of the table, each with its headline', () => {
    for (const object of objectsOf(list))
      expect(headlinesOf(object, list).length).toBeGreaterThan(0);
    const of = (start: string) => list.filter(({ code }) => code.startsWith(start)).length;
    const numbered = [
      ...[1, 2, 3, 4].map((n) => `REG${n}`),
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `IND${n}`),
      ...[1, 2, 3, 4, 5].map((n) => `ORI${n}`),
      ...[1, 2, 3, 4, 5].map((n) => `NEI${n}`),
      ...['1a', '1b', '2', '3', '4', '5', '6', '7'].map((n) => `REC${n}`),
      ...[1, 2, 3].map((n) => `GLO${n}`),
    ];
    expect(numbered.filter((id) => of(id) === 0)).toEqual([]);
  });

  test('keep within the range of their unit, in random worlds, theories and coalitions', () => {
    const within01 = /^(share|index 0-1|probability|loss 0-1)/;
    const signed = new Set(['receiving.identityDynamic', 'receiving.exclusionaryVote']);
    const free = /^host\.(publicMoney|welfare)\./;
    fc.assert(
      fc.property(
        anyCrisis,
        anyAssumptions,
        anyLevels,
        fc.constantFrom('sampled', 'expected'),
        (sketch, a, levels, mode) => {
          const found = measured(inputsOf(worldOf(sketch), a), levels, mode);
          for (const one of measuresOf(societyContextFor(worldOf(sketch)))) {
            const value = found.get(one.id)!;
            const about = `${one.id} = ${value}`;
            expect(Number.isFinite(value), about).toBe(true);
            if (!signed.has(one.id) && !free.test(one.id)) {
              expect(value, about).toBeGreaterThanOrEqual(-1e-9);
            }
            if (within01.test(one.unit)) expect(value, about).toBeLessThanOrEqual(1 + 1e-9);
          }
        },
      ),
      { numRuns: randomWorlds(300), seed: 71 },
    );
  });

  test('that add up to another do', () => {
    fc.assert(
      fc.property(anyCrisis, anyAssumptions, (sketch, a) => {
        const found = measured(inputsOf(worldOf(sketch), a));
        const adds = (whole: string, ...parts: string[]) => {
          const sum = parts.reduce((n, id) => n + found.get(id)!, 0);
          expect(Math.abs(sum - found.get(whole)!)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(sum)));
        };
        adds('individuals.excessDeaths', 'individuals.killed', 'individuals.shortfallDeaths');
        adds(
          'individuals.excessDeaths',
          ...worldOf(sketch).groupIds.map((id) => `individuals.excessDeathsByGroup.${id}`),
        );
        adds('region.attacks', 'region.attacksProvoked', 'region.attacksInPursuit');
        for (const id of found.keys()) {
          const iso = /^host\.unrest\.(...)$/.exec(id)?.[1];
          if (iso)
            adds(
              id,
              ...['ByDisplaced', 'ByHosts', 'BetweenHosts'].map(
                (part) => `host.unrest${part}.${iso}`,
              ),
            );
        }
      }),
      { numRuns: randomWorlds(100), seed: 72 },
    );
  });

  test('count the same person-days abroad as the series of those who crossed a frontier', () => {
    fc.assert(
      fc.property(anyCrisis, (sketch) => {
        const world = worldOf(sketch);
        const societyContext = societyContextFor(world);
        const movement = moved(world);
        const { exposure } = movement;
        const reference = referenceOf(societyContext, exposure);
        const { protection } = computeConsequences(societyContext, movement, reference)(values())(
          allOn,
        );
        expect(Math.abs(protection.abroad - movement.crossedDays)).toBeLessThanOrEqual(
          1e-9 * (1 + movement.crossedDays),
        );
        expect(protection.status).toBeLessThanOrEqual(protection.abroad + 1e-9);
        expect(protection.convention).toBeLessThanOrEqual(protection.status + 1e-9);
      }),
      { numRuns: randomWorlds(200), seed: 73 },
    );
  });

  test('need a run that gathered who is exposed', () => {
    const world = worldOf(crisis);
    const simulated = simulate(world, { seed: 1, world: 0, mode: 'expected' });
    // @ts-expect-error: it does not compile either
    expect(() => summarise(world, planWorld(world), simulated)).toThrow(TypeError);
  });
});

describe('what theory says of directions (expected run)', () => {
  const inputs = inputsOf(worldOf(crisis));
  const with_ = (changed: Parameters<typeof values>[0], id: string) =>
    measured({ ...inputs, assumptions: values(changed) }).get(id)!;

  test('attacks at baseline are those of the record, once more for each not recorded', () => {
    expect(with_({}, 'region.attacks')).toBeCloseTo((4 * 30) / 40, 9);
    expect(with_({ attacksPerRecorded: 3 }, 'region.attacks')).toBeCloseTo((12 * 30) / 40, 9);
  });

  test('worse assumptions make worse measures', () => {
    expect(with_({ hostilityAtZero: 0.4 }, 'receiving.xenophobicViolence')).toBeGreaterThan(
      with_({ hostilityAtZero: 0.1 }, 'receiving.xenophobicViolence'),
    );
    expect(with_({ unseenShortfall: 0.6 }, 'individuals.unmetNeeds')).toBeGreaterThan(
      with_({ unseenShortfall: 0.1 }, 'individuals.unmetNeeds'),
    );
    expect(with_({ terrorRatio: 2 }, 'receiving.terrorDeaths')).toBeCloseTo(
      2 * with_({ terrorRatio: 1 }, 'receiving.terrorDeaths'),
      20,
    );
    expect(with_({ rightsTemporary: 0.9 }, 'individuals.protectionGap')).toBeLessThan(
      with_({ rightsTemporary: 0.4 }, 'individuals.protectionGap'),
    );
    expect(with_({ assetsTakenAtExpulsion: 0.9 }, 'origin.humanCapital')).toBeLessThanOrEqual(
      with_({ assetsTakenAtExpulsion: 0.1 }, 'origin.humanCapital'),
    );
  });

  test('nothing happens to anybody where nobody is persecuted', () => {
    const found = measured(inputs, { ...allOn, persecution: 0 });
    for (const id of [
      'individuals.excessDeaths',
      'individuals.protectionGap',
      'individuals.abusedHouseholds',
      'individuals.unmetNeeds',
      'individuals.smuggled',
      'origin.cleansing',
      'origin.cleansingAtWorst',
      'region.attacks',
      'receiving.terrorDeaths',
    ]) {
      expect(found.get(id), id).toBe(0);
    }
    for (const id of ['origin.populationKept.group-0', 'origin.settlementsKept', 'origin.tiesKept'])
      expect(found.get(id), id).toBeCloseTo(1, 2);
  });
});
