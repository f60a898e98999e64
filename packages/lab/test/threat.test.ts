import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTheory } from '@asylia/cases';
import type { FrameId } from '@asylia/security';
import { defaultFactors, extendedFactors } from '@asylia/security';
import { describe, expect, test } from 'vitest';
import type { CaseFactor, ThreatChunk, ThreatInput, ThreatTask } from '../src/index.ts';
import {
  buildThreat,
  cellsOfOrders,
  collectChunks,
  estimandIds,
  estimate,
  expectedTable,
  planThreat,
  readCaseFactors,
  runThreatTask,
} from '../src/index.ts';
import { uncertainOf } from '../src/threat/ledger.ts';
import { effectRow, expectedLevels, overWorlds } from '../src/threat/parts.ts';
import { coalitionRunner, startWorlds } from '../src/threat/runner.ts';
import { sampledRow } from '../src/threat/sampled.ts';
import { drawOf, valuesOf } from '../src/threat/setting.ts';
import { caseAt, theoryAt } from './shipped.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
function factorsAt(name: string): readonly CaseFactor[] {
  const file = `${root}cases/${name}/factors.json`;
  const result = readCaseFactors(file, readFileSync(file), ['persecution']);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.factors;
}

const valleys = caseAt('two-valleys');
const study = { case: valleys, calibration: null, scenario: null, seed: 4 };
const few = ['persecution', 'exclusion', 'incapacity', 'intolerance', 'placebo'].map(
  (id) => defaultFactors.find((one) => one.id === id)!,
);
const input: ThreatInput = {
  study,
  theories: [theoryAt('T2'), theoryAt('T7')],
  factors: few,
  frames: ['all', 'dispositionFixed'],
  given: 'persecution',
  remedies: ['fund', 'contain', 'stop'],
  alternative: [],
  ledgerDraws: 0,
};
const tasks = planThreat(input, 4, 0);
const pieces = tasks.map((task) => runThreatTask(input, task));
const parts = collectChunks(input, pieces);
const at = (id: string, factors = input.factors) => factors.findIndex((one) => one.id === id);
const meta = {
  run: 'r',
  inputHash: 'h',
  version: '0',
  seconds: 0,
  theories: ['T2', 'T7'].map((id) => {
    const result = readTheory(id, readFileSync(`${root}theories/${id}.json`));
    if ('faults' in result) throw new Error('theory');
    return result.theory;
  }),
  observations: [],
  causeOfFlight: null,
  article: null,
  others: {},
  validation: {},
  notes: [],
};
const summary = buildThreat(parts, meta);

describe('an attribution on Two Valleys', () => {
  test('gives the placebo exactly nothing, in every frame, theory, measure and world', () => {
    expect(summary.placebo).toBe(0);
    let seen = 0;
    input.theories.forEach((_, t) => {
      parts.outcomes.forEach((__, o) => {
        const v = expectedTable(parts, t, o);
        const bit = 1 << at('placebo');
        v.forEach((value, mask) => expect(value).toBe(v[mask ^ bit]));
        input.frames.forEach((___, f) => {
          const effects = estimate(Float64Array.from(v), few, input.frames, input.given);
          for (const estimand of estimandIds) {
            const x = effects[effectRow(input, f, at('placebo'), estimand)]!;
            if (Number.isNaN(x)) continue;
            expect(x).toBe(0);
            seen += 1;
          }
        });
        const over = (row: number) => [...overWorlds(parts, t, o, row)];
        expect(over(sampledRow.alone(input, at('placebo')))).toEqual(over(sampledRow.without()));
        expect(over(sampledRow.allBut(input, at('placebo')))).toEqual(over(sampledRow.baseline()));
      });
    });
    expect(seen).toBeGreaterThan(1000);
  });

  test('shares out the whole: Shapley values add up to v(all) - v(none)', () => {
    input.theories.forEach((one, t) => {
      parts.outcomes.forEach((outcome, o) => {
        const [baseline, without] = expectedLevels(parts, t, o);
        const cells = summary.cells.filter(
          (cell) => cell.theory === one.id && cell.outcome === outcome && cell.frame === 'all',
        );
        expect(cells).toHaveLength(few.length);
        const sum = cells.reduce((n, cell) => n + cell.shapley, 0);
        // Cells are shown with seven digits.
        const scale = cells.reduce((n, cell) => n + Math.abs(cell.shapley), 1e-12);
        expect(Math.abs(sum - (baseline! - without!))).toBeLessThanOrEqual(1e-6 * scale);
      });
    });
  });

  test('gives a factor that a measure does not read exactly nothing', () => {
    const nothing: [string, string][] = [
      ['intolerance', 'individuals.excessDeaths'],
      ['intolerance', 'region.attacks'],
      ['intolerance', 'individuals.smuggled'],
    ];
    for (const [factor, outcome] of nothing) {
      const cells = summary.cells.filter((c) => c.factor === factor && c.outcome === outcome);
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) {
        expect([cell.firstIn, cell.lastIn, cell.shapley]).toEqual([0, 0, 0]);
      }
      const o = parts.outcomes.indexOf(outcome);
      for (const t of [0, 1]) {
        const over = (row: number) => [...overWorlds(parts, t, o, row)];
        const i = at(factor);
        expect(over(sampledRow.alone(input, i))).toEqual(over(sampledRow.without()));
        expect(over(sampledRow.allBut(input, i))).toEqual(over(sampledRow.baseline()));
      }
    }
  });

  test('without expulsion leaves nobody to attack, and stopping it helps the people themselves', () => {
    const stop = summary.remedies.filter(
      (one) => one.remedy === 'stop' && one.outcome === 'individuals.excessDeaths',
    );
    expect(stop).toHaveLength(2);
    for (const one of stop) expect(one.effect).toBeLessThan(0);
    const o1 = summary.cells.filter(
      (c) => c.factor === 'persecution' && c.outcome === 'individuals.excessDeaths',
    );
    for (const cell of o1) expect(cell.lastIn).toBeGreaterThan(0);
  });

  test('has no cell for what is no player of a frame', () => {
    const frame: FrameId = 'dispositionFixed';
    expect(summary.cells.some((c) => c.frame === frame && c.factor === 'intolerance')).toBe(false);
    expect(summary.cells.some((c) => c.frame === 'all' && c.factor === 'intolerance')).toBe(true);
  });

  test('is the same whatever the order of its pieces', () => {
    const turned = buildThreat(collectChunks(input, [...pieces].reverse()), meta);
    expect(JSON.stringify(turned)).toBe(JSON.stringify(summary));
  });

  test('refuses pieces that are missing or there twice', () => {
    expect(() => collectChunks(input, pieces.slice(1))).toThrow(/T2 are missing/);
    expect(() => collectChunks(input, [...pieces, pieces[0]!])).toThrow(/twice/);
    expect(() => collectChunks(input, [...pieces, pieces.at(-1)!])).toThrow(/twice/);
    const gap = pieces.filter((one) => one.what !== 'worlds' || one.firstWorld > 0);
    expect(() => collectChunks(input, gap)).toThrow(/world 0/);
  });

  test('of a world alone equals that world in company', () => {
    const alone = (world: number): ThreatChunk =>
      runThreatTask(input, { what: 'worlds', theory: -1, firstWorld: world, count: 1 });
    const company: ThreatTask = { what: 'worlds', theory: -1, firstWorld: 0, count: 3 };
    const together = runThreatTask(input, company);
    const rows = together.rows / 3;
    const one = alone(2);
    one.columns.forEach((_, o) => {
      expect(
        together.values.subarray(o * together.rows + 2 * rows, (o + 1) * together.rows),
      ).toEqual(one.values.subarray(o * rows, (o + 1) * rows));
    });
  });

  test('of a theory alone equals that theory beside others', () => {
    const alone = { ...input, theories: [input.theories[1]!] };
    const part = runThreatTask(alone, { what: 'expected', theory: 0, firstWorld: 0, count: 0 });
    expect(part.values).toEqual(parts.expected[1]!.values);
    const worlds = runThreatTask(alone, { what: 'worlds', theory: -1, firstWorld: 0, count: 1 });
    const row = sampledRow.allBut(input, at('exclusion'));
    const o = parts.outcomes.indexOf('individuals.smuggled');
    expect(worlds.values[o * worlds.rows + row]).toBe(overWorlds(parts, 1, o, row)[0]);
  });

  test('where expulsion answers to reception has it as recorded while all is at baseline', () => {
    const hazard: ThreatInput = {
      ...input,
      theories: [theoryAt('T7')],
      factors: ['movementRefused', 'encouragedExpulsion'].map(
        (id) => extendedFactors.find((one) => one.id === id)!,
      ),
    };
    const only = collectChunks(
      hazard,
      planThreat(hazard, 0, 0).map((task) => runThreatTask(hazard, task)),
    );
    const table = (outcome: string) => expectedTable(only, 0, only.outcomes.indexOf(outcome));
    for (const outcome of [
      'individuals.excessDeaths',
      'origin.cleansingAtWorst',
      'individuals.timeDisplaced',
    ]) {
      const [, w, m, both] = [...table(outcome)].map((_, mask) => table(outcome)[mask]!);
      // With W on reception is at baseline: M adds nothing, to the byte. Without W it does.
      expect(both).toBe(w);
      expect(m).not.toBe(table(outcome)[0]);
    }
    expect(table('individuals.timeDisplaced')).toHaveLength(4);
  });
});

describe('factors that a case declares', () => {
  const f1 = factorsAt('two-valleys');

  test('work beside the others: without restrictions fewer wait at the frontier', () => {
    const own: ThreatInput = {
      ...input,
      theories: [theoryAt('T1')],
      factors: [few[0]!, ...f1],
      remedies: [],
    };
    const built = buildThreat(
      collectChunks(
        own,
        planThreat(own, 2, 0).map((task) => runThreatTask(own, task)),
      ),
      { ...meta, theories: [] },
    );
    const cell = built.cells.find((c) => c.factor === 'F1' && c.outcome === 'regime.waiting')!;
    expect(cell.lastIn).toBeGreaterThan(0);
    expect(cell.firstIn).toBe(0);
    expect(built.factors.map(({ id }) => id)).toEqual(['persecution', 'F1']);
  });

  test('may be another value of a parameter, which holds whatever a theory says of it', () => {
    const text = (parameters: Readonly<Record<string, number>>) =>
      JSON.stringify({
        factors: [
          {
            id: 'F2',
            title: 'Smugglers',
            on: 'as it was',
            off: 'nobody goes with smugglers',
            coTenability: 'invented',
            presupposes: [],
            absence: { id: 'no-smugglers', title: 'No smugglers', description: '', parameters },
          },
        ],
      });
    const read = (parameters: Readonly<Record<string, number>>) =>
      readCaseFactors('factors.json', text(parameters), ['persecution']);
    const found = read({ irregularPerDay: 0 });
    if ('faults' in found) throw new Error(JSON.stringify(found.faults));
    const set = { value: 0.01, prior: { kind: 'fixed' as const }, low: 0.01, high: 0.01 };
    const own: ThreatInput = {
      ...input,
      theories: [{ ...theoryAt('T1'), parameters: { irregularPerDay: set } }],
      factors: found.factors,
      remedies: [],
    };
    const table = collectChunks(
      own,
      planThreat(own, 0, 0).map((task) => runThreatTask(own, task)),
    );
    const [off, on] = expectedTable(table, 0, table.outcomes.indexOf('receiving.irregularEntries'));
    expect(off).toBe(0);
    expect(on).toBeGreaterThan(0);
    expect(JSON.stringify(read({ irregularPerDy: 0 }))).toContain('irregularPerDay');
    expect(JSON.stringify(read({ irregularPerDay: 9 }))).toContain('outOfRange');
  });

  test('of Kosovo are the closures of one government; those of others stay', () => {
    const [factor] = factorsAt('kosovo-1999');
    const kosovo = { ...study, case: caseAt('kosovo-1999') };
    const worlds = startWorlds({
      study: kosovo,
      world: null,
      chanceWorld: 0,
      mode: 'expected',
      draw: null,
    });
    const rules = (off: readonly CaseFactor[]) =>
      coalitionRunner(worlds, theoryAt('T1'), off).inputs.world.frontier.length;
    expect(rules([factor!])).toBeLessThan(rules([]));
    expect(rules([factor!])).toBeGreaterThan(0);
  });

  test('and scenarios change the societies too, not only the world', () => {
    const population: CaseFactor = {
      ...f1[0]!,
      id: 'F2',
      overlay: {
        id: 'fewer-residents',
        title: 'x',
        description: '',
        changes: [{ table: 'states', where: { country: 'XHM' }, set: { population: 900_000 } }],
      },
    };
    const worlds = startWorlds({
      study,
      world: null,
      chanceWorld: 0,
      mode: 'expected',
      draw: null,
    });
    const residents = (off: readonly CaseFactor[]) => {
      const { societyContext } = coalitionRunner(worlds, theoryAt('T1'), off).inputs;
      return societyContext.population[societyContext.countryIds.indexOf('XHM')];
    };
    expect([residents([]), residents([population])]).toEqual([1_800_000, 900_000]);
    const scenario = startWorlds({
      study: { ...study, scenario: population.overlay },
      world: null,
      chanceWorld: 0,
      mode: 'expected',
      draw: null,
    });
    const { societyContext } = coalitionRunner(scenario, theoryAt('T1'), []).inputs;
    expect(societyContext.population[societyContext.countryIds.indexOf('XHM')]).toBe(900_000);
  });

  test('are refused with a name that is taken, and without a change', () => {
    const text = readFileSync(`${root}cases/two-valleys/factors.json`, 'utf8');
    const faults = (content: string) => {
      const result = readCaseFactors('factors.json', content, ['persecution']);
      return 'faults' in result ? JSON.stringify(result.faults) : '';
    };
    expect(faults(text)).toBe('');
    expect(faults(text.replace('"F1"', '"persecution"'))).toContain('no other factor');
    expect(faults(text.replace('"absence"', '"abscence"'))).toContain('absence');
  });
});

describe('a scenario', () => {
  test('is held against the history: with people moved from the frontier there are fewer attacks', () => {
    const file = `${root}cases/two-valleys/scenarios/moved-from-the-frontier.json`;
    const scenario = JSON.parse(readFileSync(file, 'utf8'));
    const attacked = [null, scenario].map((changed) => {
      const own = { ...input, theories: [theoryAt('T1')], study: { ...study, scenario: changed } };
      const part = runThreatTask(own, { what: 'expected', theory: 0, firstWorld: 0, count: 0 });
      const row = (1 << few.length) + part.columns.indexOf('region.attacks') * part.rows;
      return part.values[row]!;
    });
    expect(attacked[1]).toBeLessThan(attacked[0]!);
    expect(attacked[1]).toBeGreaterThan(0);
  });
});

describe('the ledger', () => {
  test('starts from the but-for contributions of the table, in whichever off state', () => {
    for (const alternative of [[], ['persecution', 'incapacity']]) {
      const own = { ...input, theories: [theoryAt('T1')], alternative };
      const found = collectChunks(
        own,
        planThreat(own, 0, 99).map((task) => runThreatTask(own, task)),
      );
      const part = found.ledgers[0]!;
      const doubted = uncertainOf(own.theories[0]!);
      const o = found.outcomes.indexOf('individuals.excessDeaths');
      const v = expectedTable(found, 0, o);
      const all = v.length - 1;
      for (const factor of ['persecution', 'incapacity']) {
        const column = part.columns.indexOf(`individuals.excessDeaths|${factor}`);
        const base = part.values[column * part.rows + 3 * doubted.length]!;
        expect(base).toBe(v[all]! - v[all & ~(1 << at(factor))]!);
      }
    }
  });
});

describe('draws of a theory', () => {
  test('are its values without a draw, keep to their ranges, and are the same for the same name', () => {
    const t7 = theoryAt('T7');
    expect(valuesOf(t7, null).assumptions.moralHazard).toBe(t7.assumptions.moralHazard!.value);
    const drawn = [0, 1, 2].map((world) => valuesOf(t7, drawOf(4, world)).assumptions.moralHazard);
    expect(new Set(drawn).size).toBe(3);
    for (const x of drawn) expect(x >= 0 && x <= 0.3).toBe(true);
    const untouched = ['costUsdPerPersonDay', 'bribeUsd'] as const;
    for (const id of untouched) {
      const [a, b] = ['T2', 'T7'].map(
        (name) => valuesOf(theoryAt(name), drawOf(4, 1)).assumptions[id],
      );
      expect(a).toBe(b);
    }
  });
});

test('sampled orders share out the whole exactly and agree with the whole table within five standard errors', () => {
  const outcomes = ['individuals.excessDeaths', 'region.attacks', 'receiving.xenophobicViolence'];
  const pieced = collectChunks(
    input,
    planThreat(input, 0, 0).map((task) => runThreatTask(input, task)),
  );
  const cells = cellsOfOrders(input, 60);
  for (const outcome of outcomes) {
    const o = pieced.outcomes.indexOf(outcome);
    const v = Float64Array.from(expectedTable(pieced, 0, o));
    const exact = estimate(v, input.factors, ['all']);
    const own = cells.filter(
      (cell) => cell.theory === input.theories[0]!.id && cell.outcome === outcome,
    );
    const whole = v.at(-1)! - v[0]!;
    const sum = own.reduce((total, cell) => total + cell.shapley, 0);
    expect(Math.abs(sum - whole)).toBeLessThanOrEqual(1e-5 * (1 + Math.abs(whole)));
    own.forEach((cell, i) => {
      const standardError = (cell.high90! - cell.low90!) / 2 / 1.645;
      const slack = 5 * standardError + 1e-5 * (1 + Math.abs(cell.shapley));
      expect(Math.abs(cell.shapley - exact[i * 5 + 2]!), `${outcome} ${cell.factor}`).toBeLessThan(
        slack,
      );
    });
  }
});
