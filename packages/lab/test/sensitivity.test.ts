import { applyOverlay, compileCase } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { exp, log, normalQuantile, parameters, simulate } from '@asylia/engine';
import { allOn, assumptions } from '@asylia/security';
import { describe, expect, test } from 'vitest';
import type {
  CalibrationPlan,
  CalibrationResult,
  SensitivityAssumption,
  SensitivityChunk,
  SensitivityInput,
} from '../src/index.ts';
import {
  assumptionsOf,
  centralWorld,
  curveOf,
  indexNames,
  overlayFor,
  planSensitivity,
  priorQuantile,
  readerOf,
  runSensitivityTask,
  sensitivityOf,
  settingOf,
} from '../src/index.ts';
import { uncertainOf, withNumber } from '../src/threat/ledger.ts';
import { coalitionRunner, startWorlds, valueUnder } from '../src/threat/runner.ts';
import { caseAt, theoryAt } from './shipped.ts';

const valleys = caseAt('two-valleys');
const doubt = { priorSdLog: 0.5, why: 'invented' };
const plan: CalibrationPlan = {
  title: 'invented',
  objective: 'none',
  doubt: {},
  targets: [
    { id: 'returnPerDay', parameter: 'returnPerDay', start: 0.05, low: 0.01, high: 0.4, ...doubt },
    { id: 'distancePower', parameter: 'distancePower', start: 2, low: 0.5, high: 5, ...doubt },
    {
      id: 'campaign in the lower valley',
      rows: { table: 'violence', where: { id: 'expulsion-lower' }, multiply: 'amount' },
      start: 1,
      low: 0.1,
      high: 10,
      ...doubt,
    },
    {
      id: 'length of the ways over the pass',
      rows: { table: 'routes', where: { to: 'north-pass' }, multiply: 'distance_km' },
      start: 1,
      low: 0.2,
      high: 40,
      ...doubt,
    },
  ],
};
const values = [0.06, 2.2, 1.3, 1.1];
const result: CalibrationResult = {
  overlay: overlayFor(plan, values),
  fitted: plan.targets.map((target, i) => ({
    target: target.id,
    value: values[i]!,
    start: target.start,
    low: target.low,
    high: target.high,
    spreadLog: 0.3,
    window: '',
    objective: '',
    optimiser: '',
    seed: 0,
    note: '',
  })),
  factor: [
    [0.2, 0, 0, 0],
    [0.1, 0.2, 0, 0],
    [0, 0, 0.3, 0],
    [0.1, 0, 0.1, 0.2],
  ],
  objective: { start: 1, end: 1, observations: 1, evaluations: 1 },
};
const study = { case: valleys, calibration: { plan, result }, scenario: null, seed: 4 };
const theory = theoryAt('T1');
const input: SensitivityInput = { study, theory };
const tasks = planSensitivity(input);
const parts = tasks.map((task) => runSensitivityTask(input, task));
const sensitivity = sensitivityOf(parts);
const partOf = (id: string) => parts.find((part) => part.varied?.id === id) as SensitivityChunk;
const figure = (id: string) => sensitivity.find((one) => one.figure.id === id)!;
const indexOf = (id: string) => parts[0]!.figures.findIndex((one) => one.id === id);

describe('what is varied', () => {
  test('is every uncertain number once, and none that is held to be certain', () => {
    const list = assumptionsOf(input, centralWorld(study));
    const ids = list.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const certain = [...parameters, ...assumptions].filter(
      (one) =>
        one.prior.kind === 'fixed' &&
        !(one.id in theory.parameters) &&
        !(one.id in theory.assumptions),
    );
    expect(certain.length).toBeGreaterThan(0);
    for (const one of certain) expect(ids).not.toContain(one.id);
    // This theory holds for certain what others doubt.
    expect(theory.assumptions.onsetPerLogDisplaced!.prior.kind).toBe('fixed');
    expect(ids).not.toContain('onsetPerLogDisplaced');
    const uncertain = parameters.filter((one) => one.prior.kind !== 'fixed');
    for (const one of uncertain) expect(ids).toContain(one.id);
    for (const one of list) expect(one.low, one.id).toBeLessThan(one.high);
  });

  test('goes from the 5 % to the 95 % quantile: of its prior, or of the uncertainty that the fit leaves', () => {
    const declaration = parameters.find((one) => one.id === 'claimPerDay')!;
    expect(partOf('claimPerDay').varied).toMatchObject({
      kind: 'parameter',
      central: declaration.default,
      low: priorQuantile(declaration, 0.05),
      high: priorQuantile(declaration, 0.95),
      source: declaration.source,
      mark: declaration.mark,
    });
    const spread = Math.sqrt(0.1 ** 2 + 0.2 ** 2);
    const fitted = partOf('distancePower').varied!;
    expect(fitted).toMatchObject({ kind: 'fitted', central: 2.2, mark: 'fitted' });
    expect(fitted.high).toBeCloseTo(exp(log(2.2) + spread * normalQuantile(0.95)), 12);
  });

  test('leaves out what a scenario decides, and theories where none is asked', () => {
    const scenario = { id: 's', title: 's', description: '', parameters: { claimPerDay: 0.01 } };
    const decided = { study: { ...study, scenario }, theory: null };
    const kinds = planSensitivity(decided).slice(1);
    const list = assumptionsOf(decided, centralWorld(decided.study));
    expect(kinds).toHaveLength(list.length);
    expect(list.map((one) => one.id)).not.toContain('claimPerDay');
    expect(new Set(list.map((one) => one.kind))).toEqual(new Set(['parameter', 'fitted']));
    const central = runSensitivityTask(decided, planSensitivity(decided)[0]!);
    expect(central.figures.every((one) => one.about === 'movement')).toBe(true);
  });
});

describe('what a figure comes to', () => {
  test('is that of two runs made by hand, with everything compiled and planned anew', () => {
    const byHand = (varied: SensitivityAssumption, value: number): World => {
      const numbers = plan.targets.map((target, i) =>
        (target.parameter ?? target.id) === varied.id ? value : values[i]!,
      );
      const overlay = overlayFor(plan, numbers);
      const changed = applyOverlay(valleys, overlay);
      if ('faults' in changed) throw new Error('overlay');
      const others = Object.fromEntries(
        Object.entries(theory.parameters).map(([id, set]) => [id, set!.value]),
      );
      const own = varied.kind === 'fitted' ? {} : { [varied.id]: value };
      return compileCase(changed.case, { ...overlay.parameters, ...others, ...own });
    };
    for (const { varied, low, high } of parts) {
      if (!varied || assumptions.some((one) => one.id === varied.id)) continue;
      for (const [value, said] of [
        [varied.low, low],
        [varied.high, high],
      ] as const) {
        const { series } = simulate(byHand(varied, value), { seed: 0, world: 0, mode: 'expected' });
        const at = (name: string, day: number) =>
          series.values[series.names.indexOf(name) * series.days + day]!;
        const all = Array.from({ length: series.days }, (_, day) => day);
        expect(said[indexOf('peak.XHM')], varied.id).toBeCloseTo(
          Math.max(...all.map((day) => at('stock.XHM.uplander', day))),
          6,
        );
        expect(said[indexOf('returned')], varied.id).toBeCloseTo(
          at('returned', series.days - 1),
          6,
        );
        const dead = ['uplander', 'lowlander'].map((g) =>
          at(`deaths.${g}.shortfall`, series.days - 1),
        );
        expect(said[indexOf('deaths.shortfall')], varied.id).toBeCloseTo(dead[0]! + dead[1]!, 6);
        const waiting = all.map(
          (day) => at('waiting.north-pass', day) + at('waiting.east-ford', day),
        );
        expect(said[indexOf('waiting')], varied.id).toBeCloseTo(Math.max(...waiting), 6);
      }
    }
  });

  test('is for the region the most of the curve that the report draws', () => {
    const plain = { study, theory: null };
    const central = runSensitivityTask(plain, planSensitivity(plain)[0]!);
    const world = centralWorld(study);
    const { series } = simulate(world, { seed: 0, world: 0, mode: 'expected' });
    const setting = settingOf(valleys, world);
    const read = readerOf(indexNames(series.names), series.values, series.days, 0);
    expect(setting.countries.length).toBeGreaterThan(0);
    expect(central.low[indexOf('peak.region')]).toBeCloseTo(
      Math.max(...curveOf(read, setting, 'stock')),
      6,
    );
  });

  test('is what the coalition runner of the theory says of each measure, with the number at both ends', () => {
    const setting = { study, world: null, chanceWorld: 0, mode: 'expected', draw: null } as const;
    for (const one of uncertainOf(theory)) {
      const part = partOf(one.id);
      for (const [value, said] of [
        [one.lowValue, part.low],
        [one.highValue, part.high],
      ] as const) {
        const runner = coalitionRunner(startWorlds(setting), withNumber(theory, one, value), []);
        const measures = valueUnder(runner, allOn);
        part.figures.forEach(({ id, about }, f) => {
          if (about === 'movement') return;
          const index = runner.outcomes.findIndex((outcome) => outcome.id === id);
          expect(said[f], `${one.id} ${id}`).toBe(measures[index]);
        });
      }
    }
  });

  test('is what the coalition runner says on a world compiled by hand, for a number of the engine', () => {
    const setting = { study, world: null, chanceWorld: 0, mode: 'expected', draw: null } as const;
    for (const id of ['claimPerDay', 'frontierReachKm', 'campaign in the lower valley']) {
      const { varied, high, figures } = partOf(id);
      const numbers = values.map((x, i) => (plan.targets[i]!.id === id ? varied!.high : x));
      const overlay = overlayFor(plan, numbers);
      const changed = applyOverlay(valleys, overlay);
      if ('faults' in changed) throw new Error('overlay');
      const own = varied!.kind === 'fitted' ? {} : { [id]: varied!.high };
      const world = compileCase(changed.case, { ...overlay.parameters, ...own });
      const worlds = { ...startWorlds(setting), compiled: new Map([['', world]]) };
      const runner = coalitionRunner(worlds, theory, []);
      const measures = valueUnder(runner, allOn);
      figures.forEach((one, f) => {
        if (one.about === 'movement') return;
        const index = runner.outcomes.findIndex((outcome) => outcome.id === one.id);
        expect(high[f], `${id} ${one.id}`).toBeCloseTo(measures[index]!, 9);
      });
    }
  });

  test('does not move where the number cannot reach it', () => {
    const central = parts[0]!;
    for (const { varied, low, high, figures } of parts) {
      if (!varied || !assumptions.some((one) => one.id === varied.id)) continue;
      if (varied.id === 'moralHazard') continue;
      figures.forEach((one, f) => {
        if (one.about !== 'movement') return;
        expect(low[f], `${varied.id} ${one.id}`).toBe(central.low[f]);
        expect(high[f], `${varied.id} ${one.id}`).toBe(central.low[f]);
      });
    }
    const attitude = figure('receiving.xenophobicViolence').influences.find(
      ({ assumption }) => assumption.id === 'unrestHostsPer100k',
    )!;
    expect(attitude.range).toBe(0);
    expect(
      figure('host.unrest.XHM').influences.find(
        ({ assumption }) => assumption.id === 'unrestHostsPer100k',
      )!.range,
    ).toBeGreaterThan(0);
    // Who dies abroad never waited at the frontier.
    const deaths = figure('waiting').influences.find(
      ({ assumption }) => assumption.id === 'shortfallDeathFactor',
    )!;
    expect(deaths.range).toBe(0);
  });
});

describe('the order', () => {
  test('is by how far the figure moves, and holds every assumption', () => {
    for (const { influences } of sensitivity) {
      expect(influences).toHaveLength(tasks.length - 1);
      influences.forEach(({ range, atLow, atHigh }, i) => {
        expect(range).toBe(Math.abs(atHigh - atLow));
        if (i > 0) expect(range).toBeLessThanOrEqual(influences[i - 1]!.range);
      });
    }
    expect(figure('peak.region').influences[0]!.range).toBeGreaterThan(0);
  });

  test('does not depend on the order in which pieces come, nor on where they were computed', () => {
    const copy = structuredClone(input);
    const backwards = [...tasks].reverse().map((task) => runSensitivityTask(copy, task));
    expect(sensitivityOf(backwards)).toEqual(sensitivity);
  });

  test('can be had of a sensitivity that was stopped, but not without the central run', () => {
    expect(sensitivityOf(parts.slice(0, 5))[0]!.influences).toHaveLength(4);
    expect(() => sensitivityOf(parts.slice(1))).toThrow(/nothing is varied/);
    expect(() => runSensitivityTask(input, { assumption: 9999, title: '' })).toThrow(
      /plan the tasks from the same input/,
    );
  });
});

test('figures are of the movement first, then headline measures of the objects, each once', () => {
  const { figures } = parts[0]!;
  expect(figures.slice(0, 3).map(({ id }) => id)).toEqual(['peak.region', 'peak.XHM', 'peak.XLM']);
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  expect(figures.map(({ about }) => about)).toContain('neighbour:XHM');
});

test('for each figure the widest comes first, each with what it makes at its low and at its high value', () => {
  const figures = [{ id: 'a' }, { id: 'b' }] as unknown as SensitivityChunk['figures'];
  const part = (assumption: number, low: number[], high: number[]): SensitivityChunk => ({
    assumption,
    title: '',
    figures,
    varied: assumption < 0 ? null : ({ id: `p${assumption}` } as SensitivityChunk['varied']),
    low,
    high,
  });
  const [a, b] = sensitivityOf([
    part(2, [Number.NaN, 7], [8, 7]),
    part(1, [30, 7], [4, 7]),
    part(-1, [10, 7], [10, 7]),
    part(0, [9, 5], [12, 11]),
  ]);
  expect([a!.central, b!.central]).toEqual([10, 7]);
  expect(
    a!.influences.map(({ assumption, atLow, atHigh, range }) => [
      assumption.id,
      atLow,
      atHigh,
      range,
    ]),
  ).toEqual([
    ['p1', 30, 4, 26],
    ['p0', 9, 12, 3],
    ['p2', Number.NaN, 8, Number.NaN],
  ]);
  expect(b!.influences.map(({ assumption, range }) => [assumption.id, range])).toEqual([
    ['p0', 6],
    ['p1', 0],
    ['p2', 0],
  ]);
});
