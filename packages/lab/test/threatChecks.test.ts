import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Observation, Row, TableName, Theory, TheoryCheck } from '@asylia/cases';
import { checkKindNames, newCase, readCase, readObservations, readTheory } from '@asylia/cases';
import { describe, expect, test } from 'vitest';
import type { Contribution, TheoryEvidence } from '../src/index.ts';
import { runTheoryChecks } from '../src/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (files: Parameters<typeof readCase>[0]): Case => {
  const result = readCase(files);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.case;
};
const template = read(newCase('test-case'));
const kosovo = ((): Case => {
  const folder = `${root}cases/kosovo-1999/`;
  const names = readdirSync(folder).filter((name) => /\.csv$|^datapackage/.test(name));
  return read(new Map(names.map((name) => [name, readFileSync(folder + name, 'utf8')])));
})();

type Tables = { [N in TableName]?: readonly Partial<Row<N>>[] };
const invented = (tables: Tables): Case => ({
  ...template,
  tables: { ...template.tables, ...(tables as Partial<Case['tables']>) },
});
const count = (measure: string, where: string, value: number, date = '2000-01-20') =>
  ({ measure, place: where, value, date, comparable: 'yes' }) as Row<'record'>;
const country = (id: string, role: 'neighbour' | 'receiving', population = 1_000_000) =>
  ({ country: id, role, population }) as Row<'states'>;
const attack = (where: string, amount: number) =>
  ({ place: where, amount, kind: 'pursuit', unit: 'events' }) as Row<'violence'>;
const place = (id: string, inCountry: string, km: number) =>
  ({ id, country: inCountry, frontier_km: km }) as Row<'places'>;
const safe = [{ safe_from: '2000-01-10' }];

const fact = (finding: Observation['finding'], inCase = 'general'): Observation => ({
  id: 'fact',
  case: inCase,
  statement: 'invented',
  source: 'invented',
  mark: 'R',
  ...(finding ? { finding } : {}),
});

interface Parts {
  readonly source?: Case;
  readonly outcomes?: Readonly<Record<string, number>>;
  /** outcome / factor -> what it does, the same in every measure */
  readonly parts?: Readonly<Record<string, number | Contribution>>;
  readonly fact?: Observation;
  readonly causeOfFlight?: TheoryEvidence['causeOfFlight'];
  readonly others?: Readonly<Record<string, Case>>;
}

const evidenceOf = (given: Parts): TheoryEvidence => {
  const accessors = (source: Case) => ({
    case: source,
    outcome: (id: string) => given.outcomes?.[id] ?? null,
    contribution: (outcome: string, factor: string) => {
      const part = given.parts?.[`${outcome}/${factor}`] ?? null;
      return typeof part === 'number' ? { firstIn: part, lastIn: part, shapley: part } : part;
    },
  });
  return {
    ...accessors(given.source ?? template),
    observations: given.fact ? [given.fact] : [],
    causeOfFlight: given.causeOfFlight ?? null,
    other: (name) => given.others?.[name] ?? null,
  };
};

const theory = (check: Pick<TheoryCheck, 'kind' | 'args'>, settings = {}): Theory => ({
  id: 'X',
  title: 'Example',
  school: 'none',
  sources: ['invented'],
  terms: 'invented',
  frame: 'all',
  assumptions: settings,
  parameters: {},
  mostFavourable: {},
  checks: [{ id: 'c', title: 'c', expects: 'a', wouldRefute: 'b', ...check } as TheoryCheck],
});

const seen = new Map<string, Set<boolean | null>>();
/** Runs one check and remembers what it answered. */
const refuted = (
  check: Pick<TheoryCheck, 'kind' | 'args'>,
  given: Parts,
  settings = {},
): boolean | null => {
  const [result] = runTheoryChecks(theory(check, settings), evidenceOf(given));
  expect(result!.evidence).not.toMatch(/NaN|undefined|null|\bInfinity/);
  seen.set(check.kind, (seen.get(check.kind) ?? new Set()).add(result!.refuted));
  return result!.refuted;
};

describe('two neighbours', () => {
  const check = {
    kind: 'orderOfNeighbours',
    args: {
      neighbourOutcome: 'host.armedConflict',
      observation: 'fact',
      atLeastRatio: 1.1,
      coverWithin: 0.2,
    },
  } as const;
  const order = fact({ kind: 'order', more: 'BBB', less: 'CCC' });
  const cover = { 'host.serviceCover.BBB': 0.8, 'host.serviceCover.CCC': 0.7 };

  test('a theory that puts them the other way round, or level, is refuted', () => {
    const outcomes = { 'host.armedConflict.BBB': 0.02, 'host.armedConflict.CCC': 0.03, ...cover };
    expect(refuted(check, { fact: order, outcomes })).toBe(true);
    expect(
      refuted(check, { fact: order, outcomes: { ...outcomes, 'host.armedConflict.CCC': 0.02 } }),
    ).toBe(true);
    const none = { ...outcomes, 'host.armedConflict.BBB': 0, 'host.armedConflict.CCC': 0 };
    expect(refuted(check, { fact: order, outcomes: none })).toBe(true);
  });

  test('one that puts them as observed is not', () => {
    const outcomes = { 'host.armedConflict.BBB': 0.03, 'host.armedConflict.CCC': 0.02, ...cover };
    expect(refuted(check, { fact: order, outcomes })).toBe(false);
  });

  test('nothing is decided where want of services may account for it, or nothing was observed', () => {
    const outcomes = {
      'host.armedConflict.BBB': 0.02,
      'host.armedConflict.CCC': 0.03,
      'host.serviceCover.BBB': 0.4,
      'host.serviceCover.CCC': 0.7,
    };
    expect(refuted(check, { fact: order, outcomes })).toBe(null);
    expect(refuted(check, { outcomes })).toBe(null);
    expect(refuted(check, { fact: order, outcomes: cover })).toBe(null);
    const elsewhere = fact(order.finding, 'another-case');
    expect(refuted(check, { fact: elsewhere, outcomes: { ...outcomes, ...cover } })).toBe(null);
  });
});

describe('an outcome with nobody present', () => {
  const check = {
    kind: 'withNobodyPresent',
    args: { outcome: 'receiving.xenophobicViolence', observation: 'fact', presentFrom: 0.1 },
  } as const;
  const present = fact({ kind: 'present', present: true });
  const outcomes = { 'receiving.xenophobicViolence': 2 };

  test('is what is left when the persecution is off, against what was observed', () => {
    expect(
      refuted(check, {
        fact: present,
        outcomes,
        parts: { 'receiving.xenophobicViolence/persecution': 2 },
      }),
    ).toBe(true);
    expect(
      refuted(check, {
        fact: present,
        outcomes,
        parts: { 'receiving.xenophobicViolence/persecution': 0.5 },
      }),
    ).toBe(false);
    expect(refuted(check, { fact: present, outcomes })).toBe(null);
    expect(
      refuted(check, { outcomes, parts: { 'receiving.xenophobicViolence/persecution': 2 } }),
    ).toBe(null);
  });

  test('counts against the theory also where absence was observed', () => {
    const absent = fact({ kind: 'present', present: false });
    expect(
      refuted(check, {
        fact: absent,
        outcomes,
        parts: { 'receiving.xenophobicViolence/persecution': 0.5 },
      }),
    ).toBe(true);
    expect(
      refuted(check, {
        fact: absent,
        outcomes,
        parts: { 'receiving.xenophobicViolence/persecution': 2 },
      }),
    ).toBe(false);
  });

  test('is there too when fewer come at baseline than with nobody displaced', () => {
    const parts = { 'receiving.xenophobicViolence/persecution': -0.5 };
    expect(
      refuted(check, { fact: present, outcomes: { 'receiving.xenophobicViolence': 0 }, parts }),
    ).toBe(false);
  });
});

describe('what a source does', () => {
  test('but for it: at most so much is left, or at least', () => {
    const most = {
      kind: 'butFor',
      args: { outcome: 'receiving.xenophobicViolence', factor: 'presence', remainsAtMost: 0.5 },
    };
    const least = {
      kind: 'butFor',
      args: { outcome: 'receiving.xenophobicViolence', factor: 'presence', remainsAtLeast: 0.5 },
    };
    const given = (part: number) => ({
      outcomes: { 'receiving.xenophobicViolence': 10 },
      parts: { 'receiving.xenophobicViolence/presence': part },
    });
    expect(refuted(most as never, given(1))).toBe(true);
    expect(refuted(most as never, given(9))).toBe(false);
    expect(refuted(least as never, given(9))).toBe(true);
    expect(refuted(least as never, given(1))).toBe(false);
    expect(refuted(most as never, { outcomes: { 'receiving.xenophobicViolence': 10 } })).toBe(null);
    expect(
      refuted(most as never, {
        outcomes: { 'receiving.xenophobicViolence': 0 },
        parts: { 'receiving.xenophobicViolence/presence': 0 },
      }),
    ).toBe(null);
  });

  test('its part in all, by size: a source that lowers counts as one that raises', () => {
    const args = { outcome: 'region.attacks', factors: ['fighters'], atLeast: 0.25 };
    const check = { kind: 'shareOfContribution', args } as const;
    const parts = (d1: number) =>
      Object.fromEntries(
        [
          'persecution',
          'crossBorderAttacks',
          'exclusion',
          'incapacity',
          'borderEncampment',
          'intolerance',
          'fighters',
          'presence',
        ].map((f) => [
          `region.attacks/${f}`,
          f === 'fighters' ? d1 : f === 'crossBorderAttacks' ? 4 : 0,
        ]),
      );
    expect(refuted(check, { parts: parts(1) })).toBe(true);
    expect(refuted(check, { parts: parts(4) })).toBe(false);
    expect(refuted(check, { parts: parts(-4) })).toBe(false);
    expect(refuted(check, { parts: { 'region.attacks/fighters': 1 } })).toBe(null);
    const { 'region.attacks/crossBorderAttacks': _, ...rest } = parts(0);
    expect(refuted(check, { parts: { ...rest, 'region.attacks/crossBorderAttacks': 0 } })).toBe(
      null,
    );
    const atMost = {
      kind: 'shareOfContribution',
      args: { ...args, atLeast: undefined, atMost: 0.1 },
    };
    expect(refuted(atMost as never, { parts: parts(4) })).toBe(true);
  });

  test('its direction, where too little counts as none', () => {
    const args = {
      outcome: 'receiving.identityStatic',
      factor: 'exclusion',
      measure: 'lastIn',
      least: 0.01,
    } as const;
    const kind = 'signOfContribution' as const;
    const given = (lastIn: number) => ({
      parts: { 'receiving.identityStatic/exclusion': { firstIn: 9, lastIn, shapley: 9 } },
    });
    expect(refuted({ kind, args: { ...args, sign: 'lowers' } }, given(0.5))).toBe(true);
    expect(refuted({ kind, args: { ...args, sign: 'lowers' } }, given(-0.5))).toBe(false);
    expect(refuted({ kind, args: { ...args, sign: 'lowers' } }, given(-0.001))).toBe(true);
    expect(refuted({ kind, args: { ...args, sign: 'leaves' } }, given(0.001))).toBe(false);
    expect(refuted({ kind, args: { ...args, sign: 'lowers' } }, {})).toBe(null);
  });

  test('exclusion and irregular passage have the observed sign or not', () => {
    const args = {
      outcome: 'receiving.irregularEntries',
      factor: 'exclusion',
      observation: 'fact',
    };
    const check = { kind: 'exclusionAndIrregular', args } as const;
    const raises = fact({ kind: 'sign', sign: 'raises' });
    expect(
      refuted(check, { fact: raises, parts: { 'receiving.irregularEntries/exclusion': -900 } }),
    ).toBe(true);
    expect(
      refuted(check, { fact: raises, parts: { 'receiving.irregularEntries/exclusion': 0 } }),
    ).toBe(true);
    expect(
      refuted(check, { fact: raises, parts: { 'receiving.irregularEntries/exclusion': 900 } }),
    ).toBe(false);
    expect(refuted(check, { fact: raises })).toBe(null);
    expect(refuted(check, { parts: { 'receiving.irregularEntries/exclusion': 900 } })).toBe(null);
  });
});

describe('one slope for two crises', () => {
  const args = {
    there: 'fact',
    otherCase: 'elsewhere',
    slope: 'hostilityPerPoint',
    sharePerIndex: 1,
  };
  const check = { kind: 'sameSlope', args } as const;
  const slope = (high: number) => ({
    hostilityPerPoint: {
      value: 0,
      prior: { kind: 'uniform' },
      low: 0,
      high,
      source: 'invented',
      mark: 'assumed',
    },
  });
  const crisis = (moved: number) =>
    invented({
      states: [country('DDD', 'receiving', 1_000_000)],
      record: [count('outflow_cum', '*', 10_000), count('evacuated_cum', '*', moved)],
    });
  const half = fact(
    { kind: 'figure', value: 0.5, low: 0.4, high: 0.6, unit: 'share' },
    'elsewhere',
  );

  test('fails when the top of its prior times all who left cannot close the gap', () => {
    // One point of presence; received 0.1 here, 0.5 there: a slope of 0.4 is needed.
    expect(refuted(check, { source: crisis(1000), fact: half }, slope(0.39))).toBe(true);
    expect(refuted(check, { source: crisis(1000), fact: half }, slope(0.41))).toBe(false);
  });

  test('reads the other case itself where it was run', () => {
    const others = { elsewhere: crisis(2000) };
    expect(refuted(check, { source: crisis(1000), fact: half, others }, slope(0.2))).toBe(false);
    expect(refuted(check, { source: crisis(1000), others }, slope(0.05))).toBe(true);
  });

  test('is helped by a shared enemy as far as the theory lets it', () => {
    const helped = {
      kind: 'sameSlope',
      args: { ...args, moderator: 'sharedEnemyWelcome' },
    } as const;
    const enemy = { sharedEnemyWelcome: { ...slope(0.5).hostilityPerPoint } };
    const given = { source: crisis(1000), fact: half };
    expect(refuted(helped, given, { ...slope(0), ...enemy })).toBe(false);
  });

  test('is not decided without two cases, or where no more were received there', () => {
    expect(refuted(check, { source: crisis(1000) }, slope(0.1))).toBe(null);
    expect(refuted(check, { source: crisis(9000), fact: half }, slope(0.1))).toBe(null);
    expect(refuted(check, { source: invented({ record: [] }), fact: half }, slope(0.1))).toBe(null);
  });
});

describe('the record after safety', () => {
  const args = { measure: 'returned_cum', daysAfterSafety: 20 } as const;
  const most = { kind: 'afterSafety', args: { ...args, atMost: 0.5 } } as const;
  const least = { kind: 'afterSafety', args: { ...args, atLeast: 0.5 } } as const;
  const returned = (value: number, date: string) =>
    invented({
      return: safe,
      record: [count('stock', '*', 1000), count('returned_cum', '*', value, date)],
    });

  test('refutes who said that few, or many, would return', () => {
    expect(refuted(most, { source: returned(800, '2000-01-25') })).toBe(true);
    expect(refuted(most, { source: returned(300, '2000-01-25') })).toBe(false);
    expect(refuted(least, { source: returned(300, '2000-01-25') })).toBe(true);
    expect(refuted(least, { source: returned(800, '2000-01-25') })).toBe(false);
  });

  test('an old count decides only what it has passed already; a later one does not count', () => {
    expect(refuted(most, { source: returned(800, '2000-01-12') })).toBe(true);
    expect(refuted(most, { source: returned(300, '2000-01-12') })).toBe(null);
    expect(refuted(least, { source: returned(300, '2000-01-12') })).toBe(null);
    expect(refuted(least, { source: returned(800, '2000-02-25') })).toBe(null);
    expect(refuted(least, { source: invented({ return: [], record: [] }) })).toBe(null);
  });

  test('return follows exile, or the contrary, or there are too few neighbours', () => {
    const neighbours = ['BBB', 'CCC', 'EEE'];
    const source = (used: readonly string[]) =>
      invented({
        return: safe,
        states: used.map((id) => country(id, 'neighbour')),
        record: used.flatMap((id, i) => [
          count('stock', id, 100),
          count('returned_cum', id, 20 + 10 * i, '2000-01-28'),
        ]),
      });
    const check = {
      kind: 'returnFollowsExile',
      args: { neighbourOutcome: 'host.serviceCover', daysAfterSafety: 20, betterIs: 'more' },
    } as const;
    const up = {
      'host.serviceCover.BBB': 0.2,
      'host.serviceCover.CCC': 0.4,
      'host.serviceCover.EEE': 0.9,
    };
    const down = {
      'host.serviceCover.BBB': 0.9,
      'host.serviceCover.CCC': 0.4,
      'host.serviceCover.EEE': 0.2,
    };
    expect(refuted(check, { source: source(neighbours), outcomes: up })).toBe(false);
    expect(refuted(check, { source: source(neighbours), outcomes: down })).toBe(true);
    expect(refuted(check, { source: source(neighbours.slice(1)), outcomes: up })).toBe(null);
    const less = { kind: check.kind, args: { ...check.args, betterIs: 'less' } } as const;
    expect(refuted(less, { source: source(neighbours), outcomes: down })).toBe(false);
  });
});

describe('the cause of flight', () => {
  const strikes = (atLeast: number) =>
    ({ kind: 'causeOfFlight', args: { explanation: 'strikes', atLeast } }) as const;
  const expulsion = {
    kind: 'causeOfFlight',
    args: { explanation: 'expulsion', atLeast: 0.5 },
  } as const;
  const surveyed = invented({ record: [count('expelled_share', '*', 0.68)] });
  const silent = invented({ record: [] });
  const timing = (
    verdict: 'supported' | 'notSupported' | 'cannotBeTold',
    upperBound = 1,
    high = 1,
  ) =>
    ({
      causeOfFlight: {
        verdicts: [
          { explanation: 'strikes', verdict, upperBound, shareHigh95: high },
          { explanation: 'expulsion', verdict, upperBound, shareHigh95: high },
        ],
      },
    }) as const;

  test('the share expelled outright leaves at most the rest to the strikes', () => {
    expect(refuted(strikes(0.5), { source: surveyed })).toBe(true);
    expect(refuted(strikes(0.25), { source: surveyed })).toBe(null);
    expect(refuted(expulsion, { source: surveyed })).toBe(false);
  });

  test('timing refutes what it excludes, and bears out what it supports', () => {
    expect(refuted(strikes(0.25), { source: silent, ...timing('notSupported', 1, 0.1) })).toBe(
      true,
    );
    expect(refuted(strikes(0.25), { source: silent, ...timing('cannotBeTold', 0.2) })).toBe(true);
    expect(refuted(strikes(0.25), { source: surveyed, ...timing('supported') })).toBe(false);
    expect(refuted(expulsion, { source: surveyed, ...timing('notSupported', 0.3) })).toBe(true);
  });

  test('without survey and timing nothing is decided', () => {
    expect(refuted(expulsion, { source: silent })).toBe(null);
    expect(refuted(expulsion, { source: silent, ...timing('cannotBeTold') })).toBe(null);
  });
});

describe('where attacks fell', () => {
  const places = [place('b', 'BBB', 10), place('c', 'CCC', 60)];
  const states = [country('BBB', 'neighbour'), country('CCC', 'neighbour')];
  const record = [count('stock', 'BBB', 100), count('stock', 'CCC', 100)];
  const source = (atB: number, atC: number) =>
    invented({ places, states, record, violence: [attack('b', atB), attack('c', atC)] });

  test('as people are, or on one neighbour beyond chance', () => {
    const check = { kind: 'attacksFollowPeople', args: { level: 0.05 } } as const;
    // Halves: 10 of 10 has chance 2^-10, 4 of 5 has 6 / 32.
    expect(refuted(check, { source: source(10, 0) })).toBe(true);
    expect(refuted(check, { source: source(4, 1) })).toBe(false);
    expect(refuted(check, { source: source(4, 0) })).toBe(null);
  });

  test('near the frontier or not', () => {
    const check = { kind: 'attacksNearFrontier', args: { withinKm: 25, atLeast: 0.8 } } as const;
    expect(refuted(check, { source: source(3, 3) })).toBe(true);
    expect(refuted(check, { source: source(8, 2) })).toBe(false);
    expect(refuted(check, { source: source(2, 2) })).toBe(null);
  });
});

test('who fought the persecutor took in more of its victims, fewer, or was not counted', () => {
  const check = { kind: 'welcomeByIntervention', args: { atLeastRatio: 1 } } as const;
  const source = (by: number, other: number | null) =>
    invented({
      states: [country('DDD', 'receiving'), country('EEE', 'receiving')],
      societies: [
        { country: 'DDD', intervened: 'yes' },
        { country: 'EEE', intervened: 'no' },
      ],
      record: [
        count('evacuated_cum', 'DDD', by),
        ...(other === null ? [] : [count('evacuated_cum', 'EEE', other)]),
      ],
    });
  expect(refuted(check, { source: source(50, 100) })).toBe(true);
  expect(refuted(check, { source: source(100, 50) })).toBe(false);
  expect(refuted(check, { source: source(100, null) })).toBe(null);
});

test('every kind of check was seen to refute, to spare and to leave open', () => {
  for (const kind of checkKindNames)
    expect([kind, new Set(seen.get(kind))]).toEqual([kind, new Set([true, false, null])]);
});

describe('the record of Kosovo 1999', () => {
  const folder = `${root}theories/`;
  const facts = readObservations('o.json', readFileSync(`${folder}observations.json`, 'utf8'));
  const observations = 'observations' in facts ? facts.observations : [];
  const results = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'].map((id) => {
    const one = readTheory(id, readFileSync(`${folder}${id}.json`, 'utf8'));
    if ('faults' in one) throw new Error(JSON.stringify(one.faults));
    return runTheoryChecks(one.theory, { ...evidenceOf({ source: kosovo }), observations });
  });
  const verdict = (theoryId: string, id: string) =>
    results.flat().find((one) => one.theory === theoryId && one.id === id)?.refuted;

  test('decides by itself what it knows, without a run', () => {
    expect(verdict('T1', 'expulsion-drove-flight')).toBe(false);
    expect(verdict('T1', 'return-when-safe')).toBe(false);
    expect(verdict('T1', 'attacks-near-the-frontier')).toBe(false);
    expect(verdict('T2', 'presence-would-last')).toBe(true);
    expect(verdict('T2', 'one-slope-1956-and-1999')).toBe(true);
    expect(verdict('T3', 'attacks-follow-people')).toBe(true);
    expect(verdict('T4', 'power-turns')).toBe(false);
    expect(verdict('T7', 'bombing-main-cause')).toBe(true);
    expect(verdict('T7', 'bombing-one-cause')).toBe(null);
    expect(verdict('T7', 'victims-of-the-enemy')).toBe(true);
  });

  test('leaves open what only runs can say, for every theory', () => {
    for (const checks of results) {
      expect(checks.some((one) => one.refuted === null)).toBe(true);
      for (const { evidence } of checks) expect(evidence).not.toMatch(/NaN|undefined/);
    }
  });
});
