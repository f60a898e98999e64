import { readCase } from '@asylia/cases';
import {
  averagedRelativeDifference,
  coverage,
  leaveOneOut,
  predict,
  rankedProbability,
  scaledError,
} from '@asylia/destinations';
import { describe, expect, test } from 'vitest';
import { readFleeRules } from '../src/flee/settings.ts';
import {
  arrivalsOf,
  findLeaks,
  fleeToCase,
  fleeValidation,
  observe,
  reachOf,
  readFlee,
  writeFlee,
} from '../src/index.ts';
import { faultsOf, folder, sketch } from './sketch.ts';

describe('a folder of Flee', () => {
  test('written back and read again is the same conflict', () => {
    const flee = sketch();
    const again = readFlee('sketch', writeFlee(flee));
    expect('flee' in again && again.flee).toEqual(flee);
  });

  test.each([
    ['a missing file', { 'input_csv/routes.csv': null }, /^missingFile routes.csv/],
    [
      'a road to nowhere',
      { 'input_csv/routes.csv': '#a\nHome,Naer,60,\n' },
      /^unknownReference routes.csv 2 Did you mean .*Near/,
    ],
    [
      'a road without length',
      { 'input_csv/routes.csv': '#a\nHome,Near,,\n' },
      /^outOfRange routes.csv 2/,
    ],
    [
      'a date that is none',
      { 'source_data/near.csv': '2020-01-01,10\nsoon,20\n' },
      /^notDate near.csv 2/,
    ],
    ['text for a number', { 'source_data/near.csv': '2020-01-01,many\n' }, /^notNumber near.csv 1/],
    [
      'too few days of conflict',
      { 'input_csv/conflicts.csv': '#Day,Home\n0,1\n' },
      /^noRows conflicts.csv/,
    ],
    [
      'an unknown closure',
      { 'input_csv/closures.csv': 'frontier,AAA,BBB,0,5\n' },
      /^notChoice closures.csv 1/,
    ],
    [
      'a camp without a series',
      { 'source_data/data_layout.csv': 'total,refugees.csv\nNear,near.csv\n' },
      /^missingValue data_layout.csv/,
    ],
    ['a binary file', { 'source_data/near.csv': 'PK\0\0' }, /^notText near.csv/],
    ['no start', { 'input_csv/sim_period.csv': 'Length,40\n' }, /^notDate sim_period.csv/],
  ])('%s is a fault with file, line and what to do', (_, change, pattern) => {
    expect(faultsOf(change)).toEqual(expect.arrayContaining([expect.stringMatching(pattern)]));
  });

  test('what Flee tolerates is tolerated and said: byte-order mark, CRLF, thousands, rows of commas, a series of no camp', () => {
    const result = readFlee(
      'sketch',
      folder({
        'source_data/near.csv':
          '\ufeffDate,count\r\n2020-01-01,"1,010"\r\n,,\r\n2020-02-10,1300\r\n',
        'source_data/data_layout.csv':
          'total,refugees.csv\nNear,near.csv\nFar,far.csv\nGhost,near.csv\n',
        'input_csv/conflicts.csv': `#Day,Home,Nowhere\n${Array.from({ length: 50 }, (_, d) => `${d},1,1`).join('\n')}\n`,
      }),
    );
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    expect(result.flee.series.get('near.csv')![0]).toEqual({ date: '2020-01-01', count: 1010 });
    expect(result.notes.join('\n')).toMatch(/Ghost is no camp[\s\S]*|Nowhere is no location/);
  });

  test('settings are read; a variant that is not built is said; nonsense is a fault', () => {
    const read = readFleeRules(
      'move_rules:\n  softening: 25\n  start_on_foot: True\n  flood_loc_movechance: 0.3\nspawn_rules:\n  insert_day0: True\n  take_from_population: True\n',
    );
    expect(
      'rules' in read && [read.rules.softeningKm, read.rules.startOnFoot, read.notes.length],
    ).toEqual([25, true, 2]);
    for (const nonsense of [
      'move_rules:\n  softening: wide\n',
      'move_rules:\n  max_move_speed: 0\n',
      'move_rules:\n  camp_movechance: 1.5\n',
      'move_rules:\n  camp_weight: -1\n',
      'move_rules:\n  distance_power: .nan\n',
      'move_rules: fast\n',
      'spawn_rules:\n  conflict_spawn_decay: [1, none]\n',
      'spawn_rules:\n  conflict_spawn_decay_interval: soon\n',
      'a: [',
      'the settings',
    ]) {
      expect('faults' in readFleeRules(nonsense), nonsense).toBe(true);
    }
  });

  test('becomes a case that passes the check', () => {
    const files = fleeToCase(sketch(), observe(sketch()));
    const encoder = new TextEncoder();
    const read = readCase(
      new Map(
        [...files].filter(([name]) => !name.includes('/')).map(([n, t]) => [n, encoder.encode(t)]),
      ),
    );
    expect('faults' in read ? read.faults : []).toEqual([]);
  });
});

describe('what was reported', () => {
  test('is linear between reports, cut to whole people, flat outside', () => {
    const { counts, total } = observe(sketch());
    expect([counts[0], counts[1], counts[20], counts[39]]).toEqual([10, 20, 210, 295]);
    expect([counts[40], counts[40 + 11], counts[40 + 39]]).toEqual([0, 30, 600]);
    expect(total[20]).toBe(210 + 300);
  });

  test('earlier counts are multiplied where a registration corrects them', () => {
    const { counts } = observe(
      sketch({ 'input_csv/registration_corrections.csv': 'Near,2020-02-10\n' }),
    );
    expect(counts[20]).toBe(300);
    expect(counts[0]).toBe(Math.trunc((10 * 300) / 210));
  });

  test('a fall of the total is a debt that the next growth repays', () => {
    expect([...arrivalsOf(Float64Array.of(100, 120, 90, 110, 130))]).toEqual([0, 20, 0, 0, 10]);
  });
});

describe('scores', () => {
  const observed = observe(sketch());
  const swapped = Float64Array.from(observed.counts, (_, i) => observed.counts[(i + 40) % 80]!);

  test('0 for the record itself, 2 for everybody in the wrong camp, whatever the scale', () => {
    expect(averagedRelativeDifference(observed.counts, observed)).toBe(0);
    const one = {
      ...observed,
      counts: Float64Array.from({ length: 80 }, (_, i) => (i < 40 ? 50 : 0)),
      total: new Float64Array(40).fill(50),
    };
    const wrong = Float64Array.from({ length: 80 }, (_, i) => (i < 40 ? 0 : 50));
    expect(averagedRelativeDifference(wrong, one)).toBe(2);
    const half = wrong.map((n) => n / 2);
    expect(averagedRelativeDifference(half, one, true)).toBe(2);
  });

  test('an ensemble of one has the ranked probability score of its difference; a good spread lowers it', () => {
    expect(rankedProbability([swapped], observed)).toBeCloseTo(
      averagedRelativeDifference(swapped, observed),
      12,
    );
    expect(rankedProbability([observed.counts, swapped], observed)).toBeLessThan(
      rankedProbability([swapped], observed),
    );
    expect(coverage([observed.counts, observed.counts], observed, 0.9, 0)).toBe(1);
    expect(coverage([swapped, swapped], observed, 0.9, 1)).toBeLessThan(0.2);
  });

  test('the scaled error is 0 for the record and 1 or so for the count of a day kept', () => {
    expect(scaledError(observed.counts, observed, 7)).toBe(0);
    expect(scaledError(swapped, observed, 7)).toBeGreaterThan(0.5);
  });

  test('a capacity that is the largest count of the series is found', () => {
    expect(findLeaks(sketch(), reachOf(sketch())).map((leak) => leak.camp)).toEqual(['Near']);
  });
});

describe('where people go', () => {
  const reach = reachOf(sketch());
  const numbers = {
    quietShare: 0.2,
    softeningKm: 100,
    distancePower: 2,
    countryShare: 1,
    provinceFactor: 3,
    roomDistancePower: 1.5,
    sizePower: 0.5,
    spread: 1,
    spreadGiven: 1,
    drift: 0.5,
    seenShare: 0.25,
  };

  test('the total of every day is kept, and nobody goes where the frontier is closed', () => {
    for (const regime of [
      { kind: 'given' },
      { kind: 'blind' },
      { kind: 'after', days: 7 },
    ] as const) {
      for (const world of [null, 3]) {
        const model = predict(reach, numbers, regime, 1, world);
        for (let day = 0; day < 40; day++) {
          expect(model[day]! + model[40 + day]!).toBeCloseTo(reach.observed.total[day]!, 6);
        }
      }
    }
    const blind = predict(reach, numbers, { kind: 'blind' });
    expect(blind[40 + 4]).toBe(0);
    expect(blind[40 + 20]).toBeGreaterThan(0);
  });

  test('with capacities known the near camp fills first, the far one when it is full', () => {
    const model = predict(reach, { ...numbers, sizePower: 1 }, { kind: 'given' });
    const grown = (camp: number, day: number) => model[camp * 40 + day]! - model[camp * 40]!;
    expect(grown(0, 10) / 300).toBeGreaterThan(grown(1, 10) / 1000);
    expect(grown(0, 39)).toBeLessThan(310);
  });

  test('worlds scatter the more, the longer ago the last count is', () => {
    const regime = { kind: 'after', days: 7 } as const;
    const sd = (drift: number, day: number) => {
      const counts = Array.from(
        { length: 40 },
        (_, world) => predict(reach, { ...numbers, drift }, regime, 1, world)[day]!,
      );
      const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
      return Math.sqrt(counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / counts.length) / mean;
    };
    expect(sd(0.5, 7)).toBeCloseTo(0, 12);
    expect(sd(0.5, 39)).toBeGreaterThan(sd(0.5, 12));
    expect(sd(1, 39)).toBeGreaterThan(sd(0.1, 39));
  });

  test('blind knows nothing of the camps after the first day but their sum', () => {
    const other = reachOf(
      sketch({
        'source_data/near.csv': '2020-01-01,10\n2020-01-11,110\n2020-01-31,700\n2020-02-10,710\n',
        'source_data/far.csv': '2020-01-01,0\n2020-02-10,0\n',
      }),
    );
    const same = { ...other, observed: { ...other.observed, total: reach.observed.total } };
    expect(predict(same, numbers, { kind: 'blind' })).toEqual(
      predict(reach, numbers, { kind: 'blind' }),
    );
  });

  test('the numbers for a conflict do not depend on its own record', () => {
    const nonsense = {
      ...reach,
      observed: {
        ...reach.observed,
        counts: reach.observed.counts.map((n, i) => (i % 40 === 0 ? n : 999 - n)),
      },
    };
    const others = [
      reachOf(sketch({ 'source_data/far.csv': '2020-01-01,0\n2020-02-10,100\n' })),
      reach,
    ];
    expect(leaveOneOut([reach, ...others])[0]).toEqual(leaveOneOut([nonsense, ...others])[0]);
  });
});

test('the published rules are those of the settings file shipped with the validation', () => {
  expect(fleeValidation).toMatchObject({
    kmPerDay: 400,
    softeningKm: 50,
    distancePower: 0.75,
    capacityScale: 1.25,
  });
});
