import type { World } from '@asylia/engine';
import { planWorld, simulate } from '@asylia/engine';
import type { AssumptionValues, FactorLevels, Remedy } from '@asylia/security';
import {
  allOn,
  applyLevels,
  closeAdmission,
  computeConsequences,
  assumptions as declared,
  defaultFactors,
  defaultRemedies,
  measureAll,
  measuresOf,
  noRelocation,
  observersOfMovement,
  referenceOf,
  remedyLevels,
  remedyOf,
  singleFactors,
  summarise,
} from '@asylia/security';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomWorlds, worldOf } from '../../engine/test/worlds.ts';
import {
  anyCrisis,
  anyLevels,
  crisis,
  feltAssumptions,
  societyContextFor,
} from '../../security/test/invented.ts';
import type { CaseFactor, TheoryInput } from '../src/index.ts';
import { withNumber } from '../src/threat/ledger.ts';
import type { Chance } from '../src/threat/movements.ts';
import { baseline, startMovements } from '../src/threat/movements.ts';
import type { CoalitionRunner, Worlds } from '../src/threat/runner.ts';
import {
  coalitionRunner,
  coalitionTable,
  startWorlds,
  valueUnder,
  valueWithRemedy,
} from '../src/threat/runner.ts';
import { caseAt, theoryAt } from './shipped.ts';

const ofMovement = ['willingShare', 'openPacePerDay', 'moralHazard', 'flightByBombing'] as const;
const remedies = [...defaultRemedies, 'fund+contain'].map((id) => remedyOf(id) as Remedy);

/** The town that hosts is near the frontier. */
const atTheFrontier = {
  ...crisis,
  places: crisis.places.map((one, i) => (i === 2 ? { ...one, frontierKm: 5 } : one)),
};

/** The exposure with everything at baseline, in the expected run. */
function historyOf(world: World) {
  const plan = planWorld(world);
  const simulated = simulate(world, {
    seed: 0,
    world: 0,
    mode: 'expected',
    plan,
    observers: observersOfMovement,
  });
  return summarise(world, plan, simulated).exposure;
}

/** What the measures say, everything made anew: world, plan, run, consequences. */
function fromNothing(
  make: () => World,
  chance: Chance,
  assumptions: AssumptionValues,
  levels: FactorLevels,
  change: (world: World) => World = (world) => world,
): Float64Array {
  const before = make();
  const societyContext = societyContextFor(before);
  const history = historyOf(make());
  const reference = referenceOf(societyContext, history);
  const inputs = {
    world: before,
    societyContext,
    assumptions,
    baselineReception: history.reception,
  };
  const world = change(applyLevels(inputs, levels).world);
  const plan = planWorld(world);
  const movement = summarise(
    world,
    plan,
    simulate(world, { ...chance, plan, observers: observersOfMovement }),
  );
  const consequences = computeConsequences(societyContext, movement, reference)(assumptions)(
    levels,
  );
  return measureAll(measuresOf(societyContext), {
    societyContext,
    movement,
    consequences,
    assumptions,
    levels,
  });
}

describe('a coalition of an invented world', () => {
  /** Theories that differ in one number at a time, so that they share what they can. */
  const anyTheories = fc
    .tuple(
      feltAssumptions,
      feltAssumptions,
      fc.array(fc.nat(declared.length - 1), { maxLength: 2 }),
    )
    .map(([one, other, at]) => [
      one,
      ...at.map((i) => ({ ...one, [declared[i]!.id]: other[declared[i]!.id] })),
    ]);

  /** One, and each of its levels taken from another, one at a time. */
  const anyCoalitions = fc
    .tuple(anyLevels, anyLevels)
    .map(([one, other]) => [
      one,
      ...singleFactors.map((lever) => ({ ...one, [lever]: other[lever] })),
    ]);

  test('has the same value, to the byte, through all that is shared and made from nothing', () => {
    fc.assert(
      fc.property(
        // Few random ones have all of expulsion, attacks and people received at work.
        fc.oneof(anyCrisis, fc.constant(atTheFrontier)),
        anyTheories,
        anyCoalitions,
        fc.constantFrom('sampled', 'expected'),
        (sketch, theories, list, mode) => {
          const make = () => worldOf(sketch);
          const chance: Chance = { seed: 6, world: 3, mode };
          const world = make();
          const societyContext = societyContextFor(world);
          const outcomes = measuresOf(societyContext);
          const movements = startMovements(world, societyContext, chance);
          const history = baseline(
            startMovements(world, societyContext, { seed: 0, world: 0, mode: 'expected' }),
            theories[0]!,
          );
          for (const assumptions of theories) {
            const runner: CoalitionRunner = {
              inputs: { world, societyContext, assumptions, baselineReception: history.reception },
              movements,
              history,
              outcomes,
              measured: new Map(),
            };
            // The first once more: what is kept must not have been written into.
            for (const levels of [...list, allOn, list[0]!]) {
              expect(valueUnder(runner, levels)).toEqual(
                fromNothing(make, chance, assumptions, levels),
              );
            }
            for (const remedy of remedies.slice(0, 2)) {
              const close = (one: World) =>
                remedy.heldAtFrontier ? noRelocation(closeAdmission(one)) : closeAdmission(one);
              expect(valueWithRemedy(runner, remedy)).toEqual(
                fromNothing(make, chance, assumptions, remedyLevels(remedy), close),
              );
            }
          }
        },
      ),
      { numRuns: randomWorlds(14), seed: 91, endOnFailure: true },
    );
  });
});

describe('a table of Two Valleys', () => {
  const setting = {
    study: { case: caseAt('two-valleys'), calibration: null, scenario: null, seed: 4 },
    world: null,
    chanceWorld: 0,
    mode: 'expected',
    draw: null,
  } as const;
  const road: CaseFactor = {
    ...defaultFactors[0]!,
    id: 'F9',
    covers: [],
    overlay: {
      id: 'fewer-residents',
      title: 'x',
      description: '',
      changes: [{ table: 'states', where: { country: 'XHM' }, set: { population: 900_000 } }],
      parameters: { irregularPerDay: 0 },
    },
  };
  const factors = [
    ...['persecution', 'exclusion', 'fighters', 'intolerance', 'placebo'].map(
      (id) => defaultFactors.find((one) => one.id === id)!,
    ),
    road,
  ];

  /** The theory with each number that moves people, and some that do not, at another value. */
  function variants(theory: TheoryInput): TheoryInput[] {
    const set = { prior: { kind: 'fixed' }, low: 0, high: 1 } as const;
    const at = (id: Parameters<typeof withNumber>[1]['id'], value: number) =>
      withNumber(theory, { id, declaration: { ...declared[0]!, ...set } }, value);
    return [
      theory,
      ...ofMovement.map((id) => at(id, 0.35)),
      at('irregularResponse', 0.9),
      at('provokedShare', 0.11),
      at('hostilityAtZero', 0.23),
    ];
  }

  test('is the same, to the byte, with worlds shared by theories and worlds of its own', () => {
    const shared: Worlds = startWorlds(setting);
    for (const theory of [...variants(theoryAt('T1')), theoryAt('T7')]) {
      const table = coalitionTable(shared, theory, factors);
      expect(table).toEqual(coalitionTable(startWorlds(setting), theory, factors));
      const runner = coalitionRunner(shared, theory, []);
      for (const remedy of remedies) {
        const own = coalitionRunner(startWorlds(setting), theory, []);
        expect(valueWithRemedy(runner, remedy)).toEqual(valueWithRemedy(own, remedy));
      }
      // And whichever coalition comes first.
      const alone = (mask: number) => {
        const { length } = runner.outcomes;
        const off = mask & (1 << 5) ? [] : [road];
        const levels = {
          ...allOn,
          ...Object.fromEntries(
            factors.flatMap((factor, i) =>
              mask & (1 << i) ? [] : factor.covers.map((lever) => [lever, 0]),
            ),
          ),
        };
        expect(valueUnder(coalitionRunner(startWorlds(setting), theory, off), levels)).toEqual(
          table.slice(mask * length, (mask + 1) * length),
        );
      };
      for (const mask of [63, 62, 0b100100, 0b011010, 0]) alone(mask);
    }
  });
});
