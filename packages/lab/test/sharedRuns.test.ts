import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parameters, simulate } from '@asylia/engine';
import type { AssumptionId, FactorLevels, Inputs, SingleFactorId } from '@asylia/security';
import {
  allOn,
  applyLevels,
  assumptions,
  defaultFactors,
  extendedFactors,
  levelsOf,
  movementName,
  singleFactors,
} from '@asylia/security';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { times } from '../../engine/test/testLength.ts';
import type { CaseFactor, StudyInput, TheoryInput, Worlds } from '../src/index.ts';
import {
  coalitionRunner,
  collectChunks,
  expectedTable,
  expectedWorlds,
  readCaseFactors,
  runThreatTask,
  valueUnder,
} from '../src/index.ts';
import { caseAt, theoryAt } from './shipped.ts';

// Some seconds of computing; the limit is for machines that do much else.
vi.setConfig({ testTimeout: 600_000 });

const theories = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'].map(theoryAt);
const [article, , , , , , rival] = theories as [TheoryInput, ...TheoryInput[]];
const studies = Object.fromEntries(
  ['kosovo-1999', 'two-valleys', 'hungary-1956'].map((name): [string, StudyInput] => [
    name,
    { case: caseAt(name), calibration: null, scenario: null, seed: 1999 },
  ]),
);
const names = Object.keys(studies);
const small = names.filter((name) => name !== 'kosovo-1999');

/** Sources of threat that a case declares as changes of its data. */
function ownFactors(name: string): readonly CaseFactor[] {
  const path = new URL(`../../../cases/${name}/factors.json`, import.meta.url);
  const known = [...defaultFactors, ...extendedFactors].map(({ id }) => id);
  const read = readCaseFactors('factors.json', readFileSync(path, 'utf8'), known);
  if (!('factors' in read)) throw new Error(JSON.stringify(read));
  return read.factors;
}

const settings = [...assumptions, ...parameters];

/** The theory with one number at another place of its range. */
function withNumber(theory: TheoryInput, id: string, part: number): TheoryInput {
  const { low, high } = settings.find((one) => one.id === id)!;
  const value = low + part * (high - low);
  const set = { [id]: { value, prior: { kind: 'fixed' as const }, low, high } };
  return assumptions.some((one) => one.id === id)
    ? { ...theory, assumptions: { ...theory.assumptions, ...set } }
    : { ...theory, parameters: { ...theory.parameters, ...set } };
}

/** A theory that holds something of everything: no number of it is at an end of its range. */
const ofEverything = assumptions.reduce((theory, { id }) => withNumber(theory, id, 0.4), article);

/** Off, on, or a part: no part so small that it vanishes in a product. */
const anyLevel = fc.oneof(
  fc.constantFrom(0, 0.5, 1),
  fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
);
const anyLevels: fc.Arbitrary<FactorLevels> = fc
  .array(anyLevel, { minLength: singleFactors.length, maxLength: singleFactors.length })
  .map((list) => Object.fromEntries(singleFactors.map((id, i) => [id, list[i]!])) as FactorLevels);

/** The same levels with one factor elsewhere. */
const pulled = (levels: FactorLevels, lever: SingleFactorId): FactorLevels => ({
  ...levels,
  [lever]: levels[lever] > 0 ? 0 : 1,
});
/** So many random levels, always the same ones. */
const some = (count: number, seed: number) => fc.sample(anyLevels, { numRuns: count, seed });

const fresh = (
  name: string,
  theory: TheoryInput,
  off: readonly CaseFactor[],
  levels: FactorLevels,
) => valueUnder(coalitionRunner(expectedWorlds(studies[name]!), theory, off), levels);

/** Whether two worlds are the same to the byte in everything that either of them has. */
function sameWorld(one: Inputs['world'], other: Inputs['world']): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof typeof one)[]).every(
    (key) => one[key] === other[key] || isDeepStrictEqual(one[key], other[key]),
  );
}

/** Whether people move the same in two worlds, to the byte. */
function sameMovement(one: Inputs['world'], other: Inputs['world']): boolean {
  const [a, b] = [one, other].map(
    (world) => simulate(world, { seed: 3, world: 0, mode: 'expected' }).series.values,
  );
  return a!.every((n, i) => Object.is(n, b![i]));
}

describe('whenever the world differs, the name of the movement differs', () => {
  test.each(names)('for every lever, under every theory: %s', (name) => {
    const worlds = expectedWorlds(studies[name]!);
    const told = new Set<SingleFactorId>();
    theories.forEach((theory, t) => {
      const { inputs } = coalitionRunner(worlds, theory, []);
      for (const levels of [allOn, ...some(name === 'kosovo-1999' ? 1 : times(6, 3), t)]) {
        for (const lever of singleFactors) {
          const [one, other] = [levels, pulled(levels, lever)];
          if (movementName(inputs, one) !== movementName(inputs, other)) {
            told.add(lever);
            continue;
          }
          const [before, after] = [one, other].map((each) => applyLevels(inputs, each).world);
          if (sameWorld(before!, after!)) continue;
          // A world may differ where nobody looks: then nobody moves otherwise.
          const where = `${theory.id}, ${lever} in ${JSON.stringify(levels)}`;
          expect(sameMovement(before!, after!), where).toBe(true);
        }
      }
    });
    expect([...told]).toEqual(
      expect.arrayContaining(['persecution', 'movementRefused', 'incapacity', 'borderEncampment']),
    );
  });

  test('for any numbers of the assumptions, in whatever range they are held', () => {
    const { inputs } = coalitionRunner(expectedWorlds(studies['two-valleys']!), article, []);
    const anyValues = fc.array(fc.constantFrom(0, 0.5, 1), {
      minLength: assumptions.length,
      maxLength: assumptions.length,
    });
    fc.assert(
      fc.property(anyValues, anyLevels, fc.constantFrom(...singleFactors), (at, levels, lever) => {
        const held = Object.fromEntries(
          assumptions.map(({ id, low, high }, i) => [id, low + at[i]! * (high - low)]),
        ) as Inputs['assumptions'];
        const own = { ...inputs, assumptions: { ...inputs.assumptions, ...held } };
        const [one, other] = [levels, pulled(levels, lever)];
        if (movementName(own, one) !== movementName(own, other)) return;
        const [before, after] = [one, other].map((each) => applyLevels(own, each).world);
        if (sameWorld(before!, after!)) return;
        expect(sameMovement(before!, after!)).toBe(true);
      }),
      { numRuns: times(300, 100), seed: 91 },
    );
  });
});

describe('what was computed before is never taken for something else', () => {
  const shared = (name: string, theory: TheoryInput, bases: number, seed: number) => {
    const runner = coalitionRunner(expectedWorlds(studies[name]!), theory, []);
    for (const levels of some(bases, seed)) {
      for (const each of [levels, ...singleFactors.map((lever) => pulled(levels, lever))]) {
        expect(valueUnder(runner, each), `${theory.id}, ${JSON.stringify(each)}`).toEqual(
          fresh(name, theory, [], each),
        );
      }
    }
  };

  test.each(small)('levels that differ in one lever, under every theory: %s', (name) => {
    theories.forEach((theory, t) => shared(name, theory, 1, 10 + t));
  });

  test('every combination of what only follows from movement', () => {
    const still: readonly SingleFactorId[] = [
      'crossBorderAttacks',
      'statusWithheld',
      'hostIntolerance',
      'receivingIntolerance',
      'fighters',
      'presence',
    ];
    for (const theory of [article, ofEverything]) {
      const runner = coalitionRunner(expectedWorlds(studies['two-valleys']!), theory, []);
      for (let mask = (1 << still.length) - 1; mask >= 0; mask--) {
        const off = Object.fromEntries(still.map((lever, i) => [lever, (mask >> i) & 1]));
        const levels = { ...allOn, ...off };
        expect(valueUnder(runner, levels), `${theory.id}, ${JSON.stringify(off)}`).toEqual(
          fresh('two-valleys', theory, [], levels),
        );
      }
    }
  });

  test('levels that differ in one lever: kosovo-1999', () => {
    shared('kosovo-1999', rival!, 1, 20);
  });

  test('sources that a case declares, on and off in any order', () => {
    const [own] = ownFactors('two-valleys') as [CaseFactor];
    const absences = [[], [own], [], [own]];
    const worlds = expectedWorlds(studies['two-valleys']!);
    const [whole, without] = absences.map((off) => {
      const value = valueUnder(coalitionRunner(worlds, article, off), allOn);
      expect(value).toEqual(fresh('two-valleys', article, off, allOn));
      return value;
    });
    expect(without).not.toEqual(whole);
  });

  test('coalitions in a table, also with absences imagined in the other way', () => {
    for (const [factors, alternative] of [
      [defaultFactors, []],
      [extendedFactors.slice(0, 8), ['incapacity', 'borderEncampment', 'persecution']],
    ] as const) {
      const input = {
        study: studies['two-valleys']!,
        theories: [rival!],
        factors,
        frames: ['all' as const],
        given: 'persecution',
        remedies: [],
        alternative,
        ledgerDraws: 0,
      };
      const part = runThreatTask(input, { what: 'expected', theory: 0, firstWorld: 0, count: 0 });
      const parts = collectChunks(input, [part]);
      const masks = fc.sample(fc.integer({ min: 0, max: (1 << factors.length) - 1 }), {
        numRuns: times(24, 12),
        seed: 5,
      });
      for (const mask of masks) {
        const alone = fresh(
          'two-valleys',
          rival!,
          [],
          levelsOf(factors, mask, new Set(alternative)),
        );
        parts.outcomes.forEach((id, o) => {
          expect(expectedTable(parts, 0, o)[mask], `${id}, coalition ${mask}`).toBe(alone[o]);
        });
      }
    }
  });
});

describe('theories share no run that either of them would not have made', () => {
  /** Levels under which what a theory holds about movement shows. */
  const shown: readonly FactorLevels[] = [
    { ...allOn, movementRefused: 0 },
    { ...allOn, persecution: 0.5, movementRefused: 0.5, airStrikes: 0 },
  ];
  /** Compares a theory on shared worlds with itself alone; says whether people moved otherwise. */
  function compare(worlds: Worlds, name: string, theory: TheoryInput, id: string): boolean {
    const runner = coalitionRunner(worlds, theory, []);
    const movement = [
      'individuals.smuggled',
      'origin.cleansing',
      'regime.turnedBack',
      'individuals.killed',
    ];
    const at = movement.map((one) => runner.outcomes.findIndex((outcome) => outcome.id === one));
    const [own, base] = [
      coalitionRunner(expectedWorlds(studies[name]!), theory, []),
      coalitionRunner(worlds, article, []),
    ];
    return shown.some((levels) => {
      const before = valueUnder(base, levels);
      const value = valueUnder(runner, levels);
      expect(value, id).toEqual(valueUnder(own, levels));
      return at.some((o) => value[o] !== before[o]);
    });
  }

  test.each(small)('whichever number they differ in: %s', (name) => {
    const worlds = expectedWorlds(studies[name]!);
    const moving = new Set<string>();
    for (const { id } of settings) {
      // Once with a little of it, so that there is a run that the next one must not take.
      const little = coalitionRunner(worlds, withNumber(article, id, 0.15), []);
      for (const levels of shown) valueUnder(little, levels);
      if (compare(worlds, name, withNumber(article, id, 0.85), id)) moving.add(id);
    }
    // In the Hungarian case nobody is driven out: there is little to hold about movement.
    if (name === 'hungary-1956') return;
    expect([...moving]).toEqual(
      expect.arrayContaining<AssumptionId | string>([
        ...['flightByBombing', 'moralHazard', 'willingShare', 'openPacePerDay'],
        'fleeingPerExpelled',
      ]),
    );
  });

  test('as they come along: kosovo-1999', () => {
    const worlds = expectedWorlds(studies['kosovo-1999']!);
    for (const theory of theories) compare(worlds, 'kosovo-1999', theory, theory.id);
  });
});
