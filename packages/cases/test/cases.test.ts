import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Mode, ParameterValues, Simulation } from '@asylia/engine';
import { defaultParameters, planWorld, simulate } from '@asylia/engine';
import type { AssumptionValues } from '@asylia/security';
import {
  computeConsequences,
  defaultAssumptions,
  allOn as levels,
  measureAll,
  measuresOf,
  observersOfMovement,
  referenceOf,
  summarise,
} from '@asylia/security';
import { describe, expect, test } from 'vitest';
import type { Case, Overlay } from '../src/index.ts';
import {
  applyOverlay,
  compileCase,
  compileSocietyContext,
  formatFaults,
  readCase,
  readOverlay,
} from '../src/index.ts';

const shipped = fileURLToPath(new URL('../../../cases', import.meta.url));
const names = readdirSync(shipped).sort();
const bytes = (name: string, file: string) =>
  new Uint8Array(readFileSync(`${shipped}/${name}/${file}`));

function load(name: string): Case {
  const files = readdirSync(`${shipped}/${name}`).filter((file) =>
    /\.csv$|^datapackage\.json$/.test(file),
  );
  const result = readCase(new Map(files.map((file) => [file, bytes(name, file)])));
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.case;
}

function scenariosOf(name: string): Overlay[] {
  return readdirSync(`${shipped}/${name}/scenarios`).map((file) => {
    const result = readOverlay(file, bytes(name, `scenarios/${file}`));
    if ('faults' in result) throw new Error(formatFaults(result.faults));
    return result.overlay;
  });
}

function changedBy(source: Case, name: string, id: string): Case {
  const overlay = scenariosOf(name).find((scenario) => scenario.id === id)!;
  const result = applyOverlay(source, overlay);
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.case;
}

/** One world; simulate throws when anyone is lost or invented on any day. */
function live(source: Case, mode: Mode, values: Partial<ParameterValues> = {}, world = 0) {
  return simulate(compileCase(source, values), { seed: 1956, world, mode });
}

function onLastDay({ series }: Simulation, name: string): number {
  const index = series.names.indexOf(name);
  if (index < 0) throw new Error(`no series ${name}`);
  return series.values[(index + 1) * series.days - 1]!;
}

function most({ series }: Simulation, name: string): number {
  const index = series.names.indexOf(name) * series.days;
  return series.values.subarray(index, index + series.days).reduce((a, b) => Math.max(a, b), 0);
}

type Sourced = { readonly source: string; readonly flag: string };

test('three cases come with the program', () => {
  expect(names).toEqual(['hungary-1956', 'kosovo-1999', 'two-valleys']);
});

describe.each(names)('%s', (name) => {
  const source = load(name);
  const rows = Object.entries(source.tables).flatMap(([table, list]) =>
    table === 'sources' ? [] : [...(list as readonly Sourced[])],
  );

  test('has no fault, and every row names a source that is there', () => {
    const known = new Set(source.tables.sources.map((row) => row.id));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !known.has(row.source))).toEqual([]);
  });

  test('compares itself with nothing that is recalled from memory', () => {
    const scored = source.tables.record.filter((row) => row.comparable === 'yes');
    expect(scored.length).toBeGreaterThan(0);
    expect(scored.filter((row) => row.flag === 'memory')).toEqual([]);
  });

  test('checks only figures that the record has', () => {
    type Curve = { readonly kind: string; readonly curve: string; readonly dates: string[] };
    const checks = JSON.parse(readFileSync(`${shipped}/${name}/checks.json`, 'utf8')) as Curve[];
    const recorded = new Set(
      source.tables.record.map(
        (row) => `${row.place === '*' ? row.measure : `${row.measure}.${row.place}`} ${row.date}`,
      ),
    );
    const asked = checks
      .filter((check) => check.kind === 'curve')
      .flatMap(({ curve, dates }) => dates.map((date) => `${curve} ${date}`));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((figure) => !recorded.has(figure))).toEqual([]);
  });

  test.each(['expected', 'sampled'] as const)('loses and invents nobody, %s', (mode) => {
    expect(onLastDay(live(source, mode), 'outflow')).toBeGreaterThan(0);
  });

  test('every scenario fits and changes the case, but for "as it was"', () => {
    const scenarios = scenariosOf(name);
    expect(scenarios.map((scenario) => scenario.id)).toContain('as-it-was');
    for (const scenario of scenarios) {
      const result = applyOverlay(source, scenario);
      if ('faults' in result) throw new Error(formatFaults(result.faults));
      const same = JSON.stringify(result.case.tables) === JSON.stringify(source.tables);
      expect([scenario.id, same]).toEqual([scenario.id, scenario.id === 'as-it-was']);
    }
  });
});

describe('Hungary 1956, a sketch', () => {
  const source = load('hungary-1956');
  const baseline = live(source, 'expected');

  test('about 200,000 flee and about 93,000 are moved on in ten weeks', () => {
    expect(Math.abs(onLastDay(baseline, 'outflow') / 200_000 - 1)).toBeLessThan(0.1);
    expect(Math.abs(onLastDay(baseline, 'evacuated') / 93_000 - 1)).toBeLessThan(0.1);
    expect(baseline.series.days).toBe(70);
  });

  test('the amounts are what the published figure makes them: a third of 200,000 / 1.47 each', () => {
    const amount = Math.round(200_000 / (1 + defaultParameters().fleeingPerExpelled) / 3);
    expect(source.tables.violence.map((row) => row.amount)).toEqual([amount, amount, amount]);
  });

  test('only the two published figures are marked as read, nothing is recalled, and it says so', () => {
    const read = Object.entries(source.tables).flatMap(([table, list]) =>
      table === 'sources'
        ? []
        : (list as readonly (Sourced & { value?: number })[])
            .filter((row) => row.flag !== 'estimate')
            .map((row) => `${table} ${row.flag} ${row.value}`),
    );
    expect(read).toEqual(['record read 200000', 'record read 93000']);
    expect(source.notices.join(' ')).toContain('This case is a sketch');
  });

  test('with offers as in 1999 some 11 % are moved on in place of some 46 %', () => {
    const as1999 = live(changedBy(source, 'hungary-1956', 'moved-on-as-in-1999'), 'expected');
    const share = (one: Simulation) => onLastDay(one, 'evacuated') / onLastDay(one, 'outflow');
    expect(Math.abs(share(baseline) - 0.46)).toBeLessThan(0.02);
    expect(Math.abs(share(as1999) - 0.11)).toBeLessThan(0.01);
  });
});

describe('Two Valleys, an invented crisis', () => {
  const source = load('two-valleys');

  test('every row is an estimate from the one source that says that it is invented', () => {
    const rows = Object.entries(source.tables).flatMap(([table, list]) =>
      table === 'sources' ? [] : [...(list as readonly Sourced[])],
    );
    expect([...new Set(rows.map((row) => `${row.flag} ${row.source}`))]).toEqual([
      'estimate invented',
    ]);
    expect(source.tables.sources).toHaveLength(1);
    expect(source.notices.join(' ')).toContain('invented');
  });

  /** Every mechanism of consequences at work, also those that the defaults leave idle. */
  const assumptions: AssumptionValues = {
    ...defaultAssumptions(),
    unrestPerBalance: 0.1,
    onsetPerExcludedKin: 0.1,
    disputePerLogDisplaced: 0.01,
  };

  /** What the measures say of the expected run of a case, by id; attacks follow `history`. */
  function measures(changed: Case, history: Case): Map<string, number> {
    const runOf = (one: Case) => {
      const world = compileCase(one);
      const plan = planWorld(world);
      const simulated = simulate(world, {
        seed: 1956,
        world: 0,
        mode: 'expected',
        plan,
        observers: observersOfMovement,
      });
      return {
        societyContext: compileSocietyContext(one, world),
        movement: summarise(world, plan, simulated),
      };
    };
    const before = runOf(history);
    const reference = referenceOf(before.societyContext, before.movement.exposure);
    const { societyContext, movement } = runOf(changed);
    const consequences = computeConsequences(societyContext, movement, reference)(assumptions)(
      levels,
    );
    const outcomes = measuresOf(societyContext);
    const values = measureAll(outcomes, {
      societyContext,
      movement,
      consequences,
      assumptions,
      levels,
    });
    return new Map(outcomes.map((outcome, i) => [outcome.id, values[i]!]));
  }

  test('every row of the day has something to do', () => {
    const values: Partial<ParameterValues> = {
      bombingFlightPerEventPerDay: 0.0001,
      insurgencyFlightPerEventPerDay: 0.0001,
    };
    const world = live(source, 'expected', values);
    const idle = world.series.names.filter((name) => most(world, name) <= 0);
    // The state persecutes one group, the return of the other is reprisal's concern alone, and
    // Lowmark receives by transfer, which is counted apart from evacuation.
    expect(idle.sort()).toEqual([
      'deaths.lowlander.violence',
      'evacuated.XLM',
      'idp.lowlander',
      'secondWave.uplander',
    ]);
  });

  test('every measure has something to see, but for attacks and kin that Lowmark does not have', () => {
    const seen = [...measures(source, source)];
    expect(seen.filter(([, value]) => !Number.isFinite(value))).toEqual([]);
    expect(seen.flatMap(([id, value]) => (value === 0 ? [id] : [])).sort()).toEqual([
      'host.unrestBetweenHosts.XLM',
      'host.villagersDisplaced.XLM',
    ]);
  });

  test.each([
    ['no-expulsion', 'outflow'],
    ['no-reprisal', 'secondWave'],
    ['no-offers', 'evacuated'],
    ['moved-from-the-frontier', 'place.border-camp'],
    ['frontiers-stay-open', 'waiting.north-pass'],
    ['offers-x5', 'irregular'],
  ])('the scenario %s lowers %s', (id, series) => {
    const before = live(source, 'expected');
    const after = live(changedBy(source, 'two-valleys', id), 'expected');
    expect(most(before, series)).toBeGreaterThan(0);
    expect(most(after, series)).toBeLessThan(most(before, series));
  });

  test.each([
    ['no-pursuit', 'region.attacks'],
    ['no-pursuit', 'host.armedConflict.XHM'],
    ['no-expulsion', 'receiving.exclusionaryVote'],
    ['moved-from-the-frontier', 'region.attacksInPursuit'],
    ['supplies-in-full', 'host.unrestByDisplaced.XHM'],
    ['supplies-in-full', 'host.unrestByHosts.XHM'],
    ['offers-x5', 'receiving.irregularEntries'],
  ])('the scenario %s lowers the measure %s', (id, measure) => {
    const before = measures(source, source).get(measure)!;
    const after = measures(changedBy(source, 'two-valleys', id), source).get(measure)!;
    expect(before).toBeGreaterThan(0);
    expect(after).toBeLessThan(before);
  });
});
