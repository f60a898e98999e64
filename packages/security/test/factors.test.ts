import { at, simulate } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sketch } from '../../engine/test/worlds.ts';
import { randomWorlds, smallest, worldOf } from '../../engine/test/worlds.ts';
import type { AssumptionValues, Factor, FactorLevels, SingleFactorId } from '../src/index.ts';
import {
  allOn,
  applyLevels,
  circleOf,
  closeAdmission,
  defaultFactors,
  defaultRemedies,
  extendedFactors,
  levelsOf,
  movementName,
  noRelocation,
  remedyLevels,
  remedyOf,
  singleFactors,
} from '../src/index.ts';
import {
  anyAssumptions,
  anyCrisis,
  anyLevels,
  crisis,
  inputsOf,
  measured,
  moved,
  values,
} from './invented.ts';

const at0 = (...names: SingleFactorId[]): FactorLevels => ({
  ...allOn,
  ...Object.fromEntries(names.map((name) => [name, 0])),
});
const live = (world: Parameters<typeof simulate>[0], mode: 'sampled' | 'expected' = 'sampled') =>
  simulate(world, { seed: 12, world: 1, mode });

describe('factors', () => {
  test('with everything present leave the world the very same object', () => {
    fc.assert(
      fc.property(anyCrisis, anyAssumptions, (sketch, a) => {
        const inputs = inputsOf(worldOf(sketch), a);
        expect(applyLevels(inputs, allOn).world).toBe(inputs.world);
      }),
      { numRuns: randomWorlds(100), seed: 61 },
    );
  });

  test('that only follow from movement leave the world the very same object', () => {
    const inputs = inputsOf(worldOf(crisis));
    const still = [
      'crossBorderAttacks',
      'statusWithheld',
      'hostIntolerance',
      'receivingIntolerance',
      'fighters',
      'presence',
      'encouragedExpulsion',
      'placebo',
    ] as const;
    for (const lever of still) {
      expect(applyLevels(inputs, at0(lever)).world).toBe(inputs.world);
      expect(movementName(inputs, at0(lever))).toBe(movementName(inputs, allOn));
    }
    expect(applyLevels(inputs, at0(...still)).world).toBe(inputs.world);
  });

  test('never change the world that they are given', () => {
    const inputs = inputsOf(worldOf(crisis));
    const before = structuredClone(inputs.world);
    applyLevels(inputs, at0(...singleFactors));
    noRelocation(closeAdmission(inputs.world));
    expect(inputs.world).toEqual(before);
  });

  test('with the same name of movement move people the same, to the byte', () => {
    fc.assert(
      fc.property(anyCrisis, anyAssumptions, anyLevels, anyLevels, (sketch, a, one, other) => {
        const inputs = inputsOf(worldOf(sketch), a);
        // Factors that move nobody, from one; the others alike.
        const mixed = {
          ...one,
          crossBorderAttacks: other.crossBorderAttacks,
          hostIntolerance: other.hostIntolerance,
          receivingIntolerance: other.receivingIntolerance,
          fighters: other.fighters,
          presence: other.presence,
        };
        expect(movementName(inputs, mixed)).toBe(movementName(inputs, one));
        expect(live(applyLevels(inputs, mixed).world).series.values).toEqual(
          live(applyLevels(inputs, one).world).series.values,
        );
      }),
      { numRuns: randomWorlds(150), seed: 62 },
    );
  });

  test('share a movement between theories that differ in what cannot act, and no other', () => {
    const ids = ['willingShare', 'openPacePerDay', 'moralHazard', 'flightByBombing'] as const;
    const shared = new Set<string>();
    const share = (
      sketch: Sketch,
      a: AssumptionValues,
      b: AssumptionValues,
      levels: FactorLevels,
    ) => {
      for (const id of ids) {
        const [one, other] = [a, { ...a, [id]: b[id] }].map((held) => ({
          ...inputsOf(worldOf(sketch), held),
          baselineReception: new Float64Array(worldOf(sketch).days).fill(0.2),
        }));
        if (a[id] === b[id] || movementName(one!, levels) !== movementName(other!, levels))
          continue;
        shared.add(id);
        const before = applyLevels(one!, levels).world;
        expect(applyLevels(other!, levels).world).toEqual(before);
      }
    };
    fc.assert(fc.property(anyCrisis, anyAssumptions, anyAssumptions, anyLevels, share), {
      numRuns: randomWorlds(150),
      seed: 64,
    });
    fc.assert(
      fc.property(anyAssumptions, anyAssumptions, (a, b) =>
        share(crisis, a, b, at0('encouragedExpulsion')),
      ),
      { numRuns: 20, seed: 65 },
    );
    expect([...shared].sort()).toEqual([...ids].sort());
  });

  test('of any kind conserve people', () => {
    fc.assert(
      fc.property(anyCrisis, anyAssumptions, anyLevels, (sketch, a, levels) => {
        live(applyLevels(inputsOf(worldOf(sketch), a), levels).world);
        live(applyLevels(inputsOf(worldOf(sketch), a), levels).world, 'expected');
      }),
      { numRuns: randomWorlds(300), seed: 63 },
    );
  });

  test('air strikes change nothing where no theory gives them a part in flight', () => {
    const inputs = inputsOf(worldOf(crisis));
    expect(movementName(inputs, at0('airStrikes'))).toBe(movementName(inputs, allOn));
    const blamed = inputsOf(worldOf(crisis), values({ flightByBombing: 0.25 }));
    const spell = (levels: FactorLevels) =>
      applyLevels(blamed, levels).world.violence.find((one) => one.kind === 'expulsion')!;
    expect(spell(at0('airStrikes')).amountPerDay).toBeCloseTo(0.02 * 0.75, 15);
    expect(spell(allOn).amountPerDay).toBe(0.02);
  });

  test('without persecution nobody is expelled or killed', () => {
    const { world } = applyLevels(inputsOf(worldOf(crisis)), at0('persecution'));
    const { series } = live(world);
    const last = (name: string) =>
      series.values[series.names.indexOf(name) * series.days + series.days - 1];
    expect([last('outflow'), last('deaths.group-0.violence')]).toEqual([0, 0]);
  });

  test('without border camps nobody is left near the frontier, guests of families neither', () => {
    const border = {
      ...smallest,
      places: smallest.places
        .map((one, i) => (i === 2 ? { ...one, frontierKm: 5 } : one))
        .concat([{ kind: 'camp', country: 1, frontierKm: 80 }]),
      people: [
        { place: 2, group: 0, situation: at.hostFamily, n: 700 },
        { place: 2, group: 0, situation: at.camp, n: 900 },
      ],
      violence: [],
      hosting: [
        { place: 2, line: 'camp' as const, fromDay: 0, amount: 1000 },
        { place: 4, line: 'camp' as const, fromDay: 0, amount: 5000 },
      ],
    };
    const { world } = applyLevels(inputsOf(worldOf(border)), at0('borderEncampment'));
    const { state } = simulate(world, { seed: 1, world: 0, mode: 'sampled', untilDay: 1 }).saved;
    const stock = state.count.reduce((n, x) => n + x, 0);
    expect(stock).toBe(1600);
    const at2 = (situation: number) => state.count[situation * world.placeIds.length + 2];
    expect([at2(at.hostFamily), at2(at.camp), at2(at.unsheltered)]).toEqual([0, 0, 0]);
  });

  test('with neighbours funded nobody is without shelter or known supplies where there is a site', () => {
    const { world } = applyLevels(inputsOf(worldOf(crisis)), at0('incapacity'));
    const { exposure } = moved(world, 'sampled');
    const fields = exposure.host.length / world.days / world.countryIds.length;
    let people = 0;
    for (let day = 0; day < world.days; day++) {
      const from = (day * world.countryIds.length + 1) * fields;
      people += exposure.host[from]!;
      expect(exposure.host[from + 2]).toBe(0);
      expect(exposure.host[from + 6]).toBe(0);
    }
    expect(people).toBeGreaterThan(0);
  });

  test('off in the other way lie between on and off (expected run)', () => {
    const inputs = inputsOf(
      worldOf(crisis),
      values({ hostilityPerPoint: 0.05, unrestPerBalance: 0.1 }),
    );
    const between = (lever: SingleFactorId, outcome: string, half: number) => {
      const [off, other, on] = [0, half, 1].map(
        (level) => measured(inputs, { ...allOn, [lever]: level }).get(outcome)!,
      );
      expect(off).not.toBe(on);
      const place = (other! - off!) / (on! - off!);
      expect(place, `${lever} on ${outcome}`).toBeGreaterThan(0);
      expect(place, `${lever} on ${outcome}`).toBeLessThan(1);
    };
    between('persecution', 'individuals.excessDeaths', 0.1);
    between('persecution', 'individuals.unmetNeeds', 0.1);
    between('crossBorderAttacks', 'region.attacks', 0.5);
    between('fighters', 'region.attacks', 0.5);
    between('presence', 'receiving.xenophobicViolence', 0.5);
    between('incapacity', 'individuals.unmetNeeds', 0.5);
    between('incapacity', 'host.serviceCover.BBB', 0.5);
    between('movementRefused', 'individuals.smuggled', 0.5);
    between('movementRefused', 'regime.accessToAsylum', 0.5);
    between('statusWithheld', 'individuals.protectionGap', 0.5);
    between('hostIntolerance', 'host.unrest.BBB', 0.5);
    between('receivingIntolerance', 'receiving.xenophobicViolence', 0.5);
  });

  test('are named once, and each lever of the default set is pulled once', () => {
    for (const factors of [defaultFactors, extendedFactors]) {
      const ids = factors.map((factor) => factor.id);
      expect(new Set(ids).size).toBe(ids.length);
      const pulled = factors.flatMap((factor) => factor.covers);
      expect(new Set(pulled).size).toBe(pulled.length);
      for (const { presupposes } of factors)
        expect(ids).toEqual(expect.arrayContaining([...presupposes]));
    }
    expect(extendedFactors.flatMap((factor) => factor.covers).sort()).toEqual(
      [...singleFactors].sort(),
    );
    expect(levelsOf(defaultFactors, (1 << defaultFactors.length) - 1)).toEqual(allOn);
    const w = defaultFactors.findIndex((factor) => factor.id === 'exclusion');
    const without = ((1 << defaultFactors.length) - 1) & ~(1 << w);
    expect(levelsOf(defaultFactors, without)).toEqual(at0('movementRefused', 'statusWithheld'));
    expect(levelsOf(defaultFactors, without, new Set(['exclusion']))).toEqual({
      ...allOn,
      movementRefused: 0.5,
      statusWithheld: 0.5,
    });
  });

  test('that presuppose each other in a circle are told', () => {
    const factor = (id: string, presupposes: string[]): Factor => ({
      ...defaultFactors[0]!,
      id,
      presupposes,
    });
    expect(circleOf(extendedFactors)).toBeNull();
    expect(circleOf([factor('A', ['B']), factor('B', ['C']), factor('C', [])])).toBeNull();
    expect(circleOf([factor('A', ['A'])])).toEqual(['A', 'A']);
    expect(circleOf([factor('Z', ['A']), factor('A', ['B']), factor('B', ['A'])])).toEqual([
      'A',
      'B',
      'A',
    ]);
    // Two ways to the same factor are no circle.
    expect(
      circleOf([factor('A', ['B', 'C']), factor('B', ['D']), factor('C', ['D']), factor('D', [])]),
    ).toBeNull();
  });
});

describe('remedies', () => {
  test('are known by name and mixed with +', () => {
    for (const id of defaultRemedies) expect(remedyOf(id)?.id).toBe(id);
    expect(remedyLevels(remedyOf('fund+protect')!)).toEqual(
      at0('incapacity', 'movementRefused', 'statusWithheld'),
    );
    expect(remedyOf('contain')).toMatchObject({ sealed: true, heldAtFrontier: true });
    expect(remedyOf('fund+')).toBeNull();
    expect(remedyOf('walls')).toBeNull();
  });

  test('of exclusion leave nobody a way by permission, and send more to smugglers', () => {
    const world = worldOf(crisis);
    const last = (one: typeof world, name: string) => {
      const { series } = live(one, 'expected');
      return series.values[series.names.indexOf(name) * series.days + series.days - 1]!;
    };
    expect([
      last(closeAdmission(world), 'evacuated'),
      last(closeAdmission(world), 'claimed'),
    ]).toEqual([0, 0]);
    expect(last(closeAdmission(world), 'irregular')).toBeGreaterThan(last(world, 'irregular'));
  });
});
