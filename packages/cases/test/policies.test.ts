import { readFileSync } from 'node:fs';
import type { Series } from '@asylia/engine';
import { givenLines, hostFields, observeExposure, simulate } from '@asylia/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case, Overlay, Policy, Settings } from '../src/index.ts';
import {
  applyOverlay,
  combine,
  compileCase,
  mergeOverlays,
  overlayOf,
  overlayParameters,
  policiesOf,
  readOverlay,
} from '../src/index.ts';
import { crossingsInto } from '../src/policies/frontier.ts';
import { calibrationOfKosovo, caseNamed, changed, scenarioNamed } from './readCases.ts';

const calibration = calibrationOfKosovo();
const fitted = overlayParameters(calibration);
const kosovo = changed(caseNamed('kosovo-1999'), calibration);
const valleys = caseNamed('two-valleys');
const hungary = caseNamed('hungary-1956');
const cases: readonly (readonly [string, Case])[] = [
  ['kosovo-1999', kosovo],
  ['two-valleys', valleys],
  ['hungary-1956', hungary],
];

function overlay(source: Case, settings: Settings): Overlay {
  const result = overlayOf(source, settings, source === kosovo ? fitted : {});
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.overlay;
}

const simulated = new Map<string, Series>();
function live(source: Case, settings: Settings): Series {
  const key = `${source.name} ${JSON.stringify(settings)}`;
  const known = simulated.get(key);
  if (known) return known;
  const moved = overlay(source, settings);
  const parameters = { ...(source === kosovo ? fitted : {}), ...overlayParameters(moved) };
  const world = compileCase(changed(source, moved), parameters);
  const { series } = simulate(world, { seed: 1, world: 0, mode: 'expected' });
  simulated.set(key, series);
  return series;
}

function days(series: Series, name: string): Float64Array {
  const index = series.names.indexOf(name);
  if (index < 0) throw new Error(`no series ${name}`);
  return series.values.subarray(index * series.days, (index + 1) * series.days);
}
const last = (series: Series, name: string) => days(series, name).at(-1)!;
const sum = (series: Series, name: string) => days(series, name).reduce((a, b) => a + b, 0);
const idsOf = (source: Case) => policiesOf(source).map(({ id }) => id);
const policyOf = (source: Case, id: string): Policy =>
  policiesOf(source, source === kosovo ? fitted : {}).find((one) => one.id === id)!;

describe.each(cases)('the controls of %s', (_, source) => {
  const policies = policiesOf(source, source === kosovo ? fitted : {});

  test('have ids that can stand in an address, and no two the same', () => {
    for (const { id } of policies) expect(id).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(new Set(policies.map(({ id }) => id)).size).toBe(policies.length);
  });

  test('are at baseline where their range begins and ends around it', () => {
    for (const policy of policies) {
      if (policy.kind === 'choice') {
        expect(policy.choices.map(({ value }) => value)).toContain(policy.baseline);
        continue;
      }
      expect(policy.min).toBeLessThanOrEqual(policy.baseline);
      expect(policy.max).toBeGreaterThanOrEqual(policy.baseline);
      expect(policy.step).toBeGreaterThan(0);
    }
  });

  test('say of every row behind them where it comes from', () => {
    const sources = new Set(source.tables.sources.map((row) => row.id));
    for (const { recorded } of policies) {
      for (const row of recorded.rows) expect(sources.has(row.source)).toBe(true);
    }
  });

  test('change nothing while they are at baseline', () => {
    const settings: Settings = Object.fromEntries(
      policies.map(({ id, baseline }) => [id, baseline] as const),
    );
    const moved = overlay(source, settings);
    expect(moved.changes).toBeUndefined();
    expect(moved.parameters).toBeUndefined();
  });

  test('give at every end of their range an overlay that the case takes and the command reads', () => {
    for (const policy of policies) {
      const values =
        policy.kind === 'choice'
          ? policy.choices.map(({ value }) => value)
          : [policy.min, policy.max];
      for (const value of values) {
        const moved = overlay(source, { [policy.id]: value });
        expect('overlay' in readOverlay('saved.json', JSON.stringify(moved))).toBe(true);
        const result = applyOverlay(source, moved);
        expect('case' in result, `${policy.id} ${value} ${JSON.stringify(result)}`).toBe(true);
      }
    }
  });

  test('can be changed all together, in any order, to the same overlay', () => {
    const anyValue = (policy: Policy) =>
      policy.kind === 'choice'
        ? fc.constantFrom(...policy.choices.map(({ value }) => value))
        : fc
            .double({ min: policy.min, max: policy.max, noNaN: true })
            .map((x) => (policy.unit === 'persons' || policy.unit === 'days' ? Math.round(x) : x));
    const settings = fc.record(
      Object.fromEntries(policies.map((policy) => [policy.id, anyValue(policy)])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(settings, (drawn) => {
        const some = drawn as Settings;
        const moved = overlay(source, some);
        expect('case' in applyOverlay(source, moved)).toBe(true);
        const turned = Object.fromEntries(Object.entries(some).reverse()) as Settings;
        expect(overlay(source, turned)).toEqual(moved);
      }),
      { numRuns: 30 },
    );
  });

  test('lead at every crossing into the country that people reach by it, and into no other', () => {
    const world = compileCase(source);
    const into = crossingsInto(source);
    const owned = [...into.values()].flat();
    expect(new Set(owned).size).toBe(owned.length);
    const { places, routes } = source.tables;
    for (const { crossing, to } of world.entryRoutes) {
      if (crossing < 0) continue;
      const name = world.placeIds[crossing]!;
      const joined = routes
        .filter((row) => row.from === name || row.to === name)
        .map((row) => places.find(({ id }) => id === (row.from === name ? row.to : row.from))!)
        .filter(({ country }) => country !== source.origin);
      // Between two countries abroad either may be reached; the farther one decides.
      if (!joined.every(({ country }) => country === joined[0]?.country)) continue;
      if (!joined.some(({ id }) => id === world.placeIds[to])) continue;
      expect(into.get(joined[0]!.country)).toContain(name);
    }
  });
});

describe('a setting that is none', () => {
  const faultsOf = (settings: Settings) => {
    const result = overlayOf(kosovo, settings);
    return 'faults' in result ? result.faults : [];
  };
  test.each([
    ['an unknown control', { 'offers.DUE': 5 }, 'unknownKey'],
    ['a name that every object has', { constructor: 5 }, 'unknownKey'],
    ['a number written as a text', { 'offers.all': '2' }, 'notNumber'],
    ['no number', { 'offers.all': Number.NaN }, 'notNumber'],
    ['too much', { 'offers.all': 11 }, 'outOfRange'],
    ['endless', { 'relocation.kukes': Number.POSITIVE_INFINITY }, 'outOfRange'],
    ['half a person', { 'offers.DEU': 10.5 }, 'notWhole'],
    ['half a day', { 'return.albanian.days': 0.5 }, 'notWhole'],
    ['an unknown choice', { 'frontier.MKD': 'shut' }, 'notChoice'],
    ['a number for a choice', { 'frontier.MKD': 1 }, 'notChoice'],
  ])('is refused with what to do: %s', (_, settings, code) => {
    const faults = faultsOf(settings as unknown as Settings);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(faults[0]!.fix.length).toBeGreaterThan(5);
    expect(faults[0]!.column).toBe(Object.keys(settings)[0]);
  });

  test('is told of with all others at once, and near names are offered', () => {
    const faults = faultsOf({ 'relocation.kukkes': 5, 'offers.all': 99 });
    expect(faults).toHaveLength(2);
    expect(faults[0]!.fix).toContain('relocation.kukes');
  });
});

describe('offers', () => {
  const placesOf = (source: Case, settings: Settings, state?: string) =>
    changed(source, overlay(source, settings))
      .tables.offers.filter((r) => r.programme === 'evacuation' && (!state || r.state === state))
      .reduce((n, row) => n + row.places, 0);

  test('of one state win over the multiplier for all, to the last place', () => {
    const moved = { 'offers.all': 2, 'offers.DEU': 50_001 };
    expect(placesOf(kosovo, moved, 'DEU')).toBe(50_001);
    expect(placesOf(kosovo, moved, 'FRA')).toBe(2 * placesOf(kosovo, {}, 'FRA'));
    expect(placesOf(kosovo, moved)).toBe(2 * (placesOf(kosovo, {}) - 20_000) + 50_001);
  });

  test('of one state stay as they were when it is said, while all others double', () => {
    expect(placesOf(kosovo, { 'offers.all': 2, 'offers.DEU': 20_000 }, 'DEU')).toBe(20_000);
  });

  test('can be made by a state that made none, marked as set by the user', () => {
    const moved = changed(kosovo, overlay(kosovo, { 'offers.HUN': 5000 }));
    const row = moved.tables.offers.at(-1)!;
    expect(row).toMatchObject({
      state: 'HUN',
      places: 5000,
      from_country: 'MKD',
      flag: 'estimate',
    });
    expect(moved.tables.sources.some(({ id }) => id === row.source)).toBe(true);
    expect(row.source).toBe('set-by-the-user');
    const evacuated = last(live(kosovo, { 'offers.HUN': 5000 }), 'evacuated.HUN');
    expect(evacuated).toBeGreaterThan(500);
  });

  test('can be made in a case that has none left', () => {
    const none = changed(valleys, scenarioNamed('two-valleys', 'no-offers'));
    expect(idsOf(none)).not.toContain('offers.all');
    const series = live({ ...none, name: 'none' }, { 'offers.XFL': 3000 });
    expect(last(series, 'evacuated.XFL')).toBeGreaterThan(0);
  });

  test.each(cases)('twice as many evacuate at least as many people: %s', (_, source) => {
    const before = last(live(source, {}), 'evacuated');
    expect(last(live(source, { 'offers.all': 2 }), 'evacuated')).toBeGreaterThan(before);
    expect(last(live(source, { 'offers.all': 0 }), 'evacuated')).toBe(0);
  });

  test('at twice the pace evacuate more, and no more than there are places', () => {
    const fast = last(live(kosovo, { 'offers.pace': 2 }), 'evacuated');
    expect(fast).toBeGreaterThan(last(live(kosovo, {}), 'evacuated'));
    expect(fast).toBeLessThanOrEqual(placesOf(kosovo, {}));
  });
});

describe('a frontier', () => {
  const into = { blace: 'entries.blace', jazince: 'entries.jazince' };

  test('that is closed throughout lets nobody in and more wait at it', () => {
    const before = live(kosovo, {});
    const closed = live(kosovo, { 'frontier.MKD': 'closed' });
    for (const name of Object.values(into)) expect(sum(closed, name)).toBe(0);
    expect(sum(closed, 'waiting.blace')).toBeGreaterThan(sum(before, 'waiting.blace'));
    expect(sum(closed, 'entries.morina')).toBeGreaterThan(0);
  });

  test('that is open throughout has nobody waiting and lets in more', () => {
    const before = live(kosovo, {});
    const open = live(kosovo, { 'frontier.MKD': 'open' });
    expect(sum(open, 'waiting.blace')).toBe(0);
    expect(sum(open, 'entries.blace')).toBeGreaterThan(sum(before, 'entries.blace'));
  });

  test('that all neighbours keep open is the scenario of open borders', () => {
    const settings = { 'frontier.ALB': 'open', 'frontier.MKD': 'open', 'frontier.MNE': 'open' };
    const scenario = changed(kosovo, scenarioNamed('kosovo-1999', 'borders-stay-open'));
    const { series } = simulate(compileCase(scenario, fitted), {
      seed: 1,
      world: 0,
      mode: 'expected',
    });
    expect(live(kosovo, settings).values).toEqual(series.values);
  });

  test('that its neighbour never closes is still closed by others', () => {
    const rows = changed(kosovo, overlay(kosovo, { 'frontier.MKD': 'neighbourOpen' })).tables
      .frontier;
    expect(rows.some((row) => row.by === 'FYR Macedonia')).toBe(false);
    expect(rows.some((row) => row.crossing === 'blace' && row.by === 'FRY')).toBe(true);
  });

  test('offers that choice only where the record says that the neighbour decided', () => {
    const choices = (id: string) => {
      const policy = policyOf(kosovo, id);
      return policy.kind === 'choice' ? policy.choices.map(({ value }) => value) : [];
    };
    expect(choices('frontier.MKD')).toContain('neighbourOpen');
    expect(choices('frontier.ALB')).not.toContain('neighbourOpen');
  });

  test('that is limited lets through at most so many a day at each crossing', () => {
    const limited = live(kosovo, { 'frontier.MKD': 'limited', 'frontier.MKD.perDay': 700 });
    expect(Math.max(...days(limited, 'entries.blace'))).toBeCloseTo(700, 6);
  });

  test('takes a number a day for nothing while it is not limited', () => {
    expect(overlay(kosovo, { 'frontier.MKD.perDay': 700 }).changes).toBeUndefined();
  });

  test('can be decided for two neighbours who share a road, without rules that overlap', () => {
    const settings = { 'frontier.ALB': 'closed', 'frontier.MNE': 'open', 'frontier.SRB': 'closed' };
    expect('case' in applyOverlay(kosovo, overlay(kosovo, settings))).toBe(true);
  });
});

describe('relocation inland', () => {
  test('of more people a day leaves fewer near the frontier', () => {
    const few = sum(live(kosovo, { 'relocation.kukes': 1000 }), 'place.kukes');
    const many = sum(live(kosovo, { 'relocation.kukes': 15_000 }), 'place.kukes');
    expect(many).toBeLessThan(few);
    expect(many).toBeLessThan(sum(live(kosovo, {}), 'place.kukes'));
  });

  test('has its mean at baseline where the record differs by day, and says so', () => {
    const policy = policyOf(kosovo, 'relocation.kukes');
    expect(policy).toMatchObject({ varies: true, unit: 'perDay' });
    expect(policy.baseline).toBeGreaterThan(1500);
    expect(policy.baseline).toBeLessThan(10_000);
    expect(policyOf(kosovo, 'relocation.krume')).toMatchObject({ varies: false, baseline: 1000 });
  });

  test('between countries moves as many times the people', () => {
    const before = last(live(kosovo, {}), 'transferred');
    expect(last(live(kosovo, { 'transfers.all': 2 }), 'transferred')).toBeCloseTo(2 * before, 3);
    expect(idsOf(hungary)).not.toContain('transfers.all');
  });
});

describe('shelter and supplies', () => {
  test('of every line that people are given have a title', () => {
    const path = new URL('../../words/languages/en/policies.json', import.meta.url);
    const words = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    for (const line of ['shelter', ...givenLines]) {
      expect(words[`supply.${line}.title`], line).toBeTypeOf('string');
    }
  });

  const shortDays = (settings: Settings, country: string) => {
    const world = compileCase(changed(valleys, overlay(valleys, settings)));
    const { observed } = simulate(world, {
      seed: 1,
      world: 0,
      mode: 'expected',
      observers: { exposure: observeExposure },
    });
    const at = world.countryIds.indexOf(country);
    const short = hostFields.indexOf('short');
    return Array.from(
      { length: world.days },
      (_, day) =>
        observed.exposure.host[(day * world.countryIds.length + at) * hostFields.length + short]!,
    );
  };
  const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const firstDay = (list: readonly number[]) => {
    const day = list.findIndex((n) => n > 1);
    return day < 0 ? Number.POSITIVE_INFINITY : day;
  };

  test('twice as large run short no earlier, and fewer go without', () => {
    const before = shortDays({}, 'XHM');
    const doubled = shortDays({ 'supply.all': 2 }, 'XHM');
    expect(total(before)).toBeGreaterThan(0);
    expect(total(doubled)).toBeLessThan(total(before));
    expect(firstDay(doubled)).toBeGreaterThanOrEqual(firstDay(before));
  });

  test('of one country and line move that country', () => {
    expect(total(shortDays({ 'supply.XHM.food': 0 }, 'XHM'))).toBeGreaterThan(
      total(shortDays({}, 'XHM')),
    );
  });

  test('of one line win over the multiplier for all', () => {
    const rows = changed(valleys, overlay(valleys, { 'supply.all': 2, 'supply.XHM.water': 1 }))
      .tables.hosting;
    const amount = (place: string, line: string) =>
      rows.find((row) => row.place === place && row.line === line)!.amount;
    expect(amount('pass-town', 'water')).toBe(90_000);
    expect(amount('ford-town', 'water')).toBe(500_000);
    expect(amount('pass-town', 'hostFamily')).toBe(18_000);
    expect(amount('pass-town', 'relocation')).toBe(500);
    expect(amount('high-city', 'taxes')).toBe(600_000);
  });

  test('have no control where nothing is known: a line without a figure stays unknown', () => {
    expect(idsOf(kosovo)).toContain('supply.ALB.food');
    expect(idsOf(kosovo)).not.toContain('supply.ALB.water');
    expect(idsOf(kosovo)).not.toContain('supply.BIH.shelter');
  });
});

describe('status', () => {
  const convention = (settings: Settings) => sum(live(kosovo, settings), 'refugees.convention');
  const withStatus = (settings: Settings) => sum(live(kosovo, settings), 'refugees.grantedStatus');

  test('under the Convention makes more people refugees in that meaning, and moves nobody', () => {
    const settings = { 'status.MKD': 'convention' };
    expect(convention(settings)).toBeGreaterThan(convention({}));
    const stock = 'stock.MKD.albanian';
    expect(days(live(kosovo, settings), stock)).toEqual(days(live(kosovo, {}), stock));
  });

  test('in the receiving states counts for those who claimed asylum there', () => {
    expect(convention({ 'status.receiving': 'convention' })).toBeGreaterThan(convention({}));
  });

  test('that nobody had before is given to all, or to the share that is said', () => {
    const all = withStatus({ 'status.MNE': 'temporary' });
    const half = withStatus({ 'status.MNE': 'temporary', 'status.MNE.share': 0.5 });
    expect(half).toBeGreaterThan(withStatus({}));
    expect(all - withStatus({})).toBeCloseTo(2 * (half - withStatus({})), 3);
  });

  test('of none takes it away; a larger share gives it to more', () => {
    expect(withStatus({ 'status.MKD': 'none' })).toBeLessThan(withStatus({}));
    expect(withStatus({ 'status.MKD.share': 0.9 })).toBeGreaterThan(withStatus({}));
  });

  test('as a share of nothing changes nothing', () => {
    expect(overlay(kosovo, { 'status.MNE.share': 0.5 }).changes).toBeUndefined();
  });
});

describe('return', () => {
  const returned = (source: Case, settings: Settings) => sum(live(source, settings), 'returned');

  test.each([
    ['kosovo-1999', kosovo, 'return.albanian'],
    ['two-valleys', valleys, 'return.uplander'],
  ] as const)('later means fewer returned on any day, earlier more: %s', (_, source, id) => {
    const before = returned(source, {});
    expect(returned(source, { [`${id}.days`]: 30 })).toBeLessThan(before);
    expect(returned(source, { [`${id}.days`]: -30 })).toBeGreaterThan(before);
  });

  test('after the period returns nobody', () => {
    expect(returned(valleys, { 'return.uplander.days': 180 })).toBe(0);
  });

  test('to more destroyed homes is slower', () => {
    expect(returned(kosovo, { 'return.albanian.destroyed': 0.9 })).toBeLessThan(
      returned(kosovo, {}),
    );
  });

  test('keeps in the row what the record said, and where', () => {
    const [row] = changed(kosovo, overlay(kosovo, { 'return.albanian.days': 10 })).tables.return;
    expect(row).toMatchObject({ safe_from: '1999-06-24', flag: 'estimate' });
    expect(row!.source_detail).toContain('1999-06-14');
    expect(row!.source_detail).toContain('unhcr-kosovo-crisis-updates');
  });

  test('has no control where the case says nothing of it', () => {
    expect(idsOf(hungary).some((id) => id.startsWith('return.'))).toBe(false);
  });
});

describe('settings as a file', () => {
  test('say in words what was edited', () => {
    const moved = overlay(kosovo, { 'offers.all': 2, 'frontier.MKD': 'open' });
    expect(moved.title).toBe('Evacuation places ×2; Frontier of FYR Macedonia open throughout');
    expect(overlay(kosovo, {}).title).toBe('As it was');
  });

  test('merge with a scenario to one file that gives the same rows and parameters', () => {
    const scenario = scenarioNamed('kosovo-1999', 'offers-x5');
    const settings = { 'offers.DEU': 1000, 'offers.pace': 2, 'frontier.MKD': 'closed' };
    const combined = combine(kosovo, scenario, settings, fitted);
    if ('faults' in combined) throw new Error(JSON.stringify(combined.faults));
    const file = readOverlay('saved.json', JSON.stringify(combined.overlay));
    if ('faults' in file) throw new Error(JSON.stringify(file.faults));
    expect(changed(kosovo, file.overlay).tables).toEqual(combined.case.tables);
    expect({ ...fitted, ...overlayParameters(file.overlay) }).toEqual(combined.parameters);
    const offered = combined.policies.find(({ id }) => id === 'offers.DEU')!;
    expect(offered.baseline).toBe(100_000);
  });

  test('merge in order, of parameters the last', () => {
    const one: Overlay = { id: 'a', title: 'A', description: 'A.', parameters: { claimPerDay: 1 } };
    const two: Overlay = { id: 'b', title: 'B', description: 'B.', parameters: { claimPerDay: 2 } };
    expect(mergeOverlays([one, two])).toEqual({
      id: 'a-b',
      title: 'A; B',
      description: 'A. B.',
      parameters: { claimPerDay: 2 },
    });
    expect(mergeOverlays([one])).toBe(one);
    expect(() => mergeOverlays([])).toThrow(RangeError);
  });

  test('without a scenario and with nothing edited are no overlay', () => {
    const combined = combine(kosovo, null, { 'offers.all': 1 });
    if ('faults' in combined) throw new Error('faults');
    expect(combined.overlay).toBeNull();
    expect(combined.case).toBe(kosovo);
  });
});
