import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parameters } from '@asylia/engine';
import { assumptions, codeOf, isMeasureId } from '@asylia/security';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation, Theory } from '../src/index.ts';
import { checkKindNames, readObservations, readTheory, underTheory } from '../src/index.ts';

const folder = fileURLToPath(new URL('../../../theories/', import.meta.url));
const facts = readObservations(
  'observations.json',
  readFileSync(`${folder}observations.json`, 'utf8'),
);
const observations: readonly Observation[] = 'observations' in facts ? facts.observations : [];
const ids = observations.map(({ id }) => id);
const files = readdirSync(folder).filter((name) => name !== 'observations.json');
const shipped: Theory[] = files.sort().map((name) => {
  const read = readTheory(name, readFileSync(folder + name, 'utf8'), ids);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.theory;
});

const setting = {
  value: 0.1,
  prior: { kind: 'uniform' },
  low: 0,
  high: 0.2,
  source: 'invented',
  mark: 'assumed',
};
const check = {
  id: 'return',
  kind: 'afterSafety',
  args: { measure: 'returned_cum', daysAfterSafety: 30, atMost: 0.5 },
  title: 'Return',
  expects: 'little',
  wouldRefute: 'much',
};
const small = {
  id: 'X',
  title: 'Example',
  school: 'none',
  sources: ['invented'],
  terms: 'Nothing follows from anything.',
  frame: 'all',
  assumptions: { hostilityPerPoint: setting },
  parameters: { irregularResponse: setting },
  mostFavourable: { hostilityPerPoint: 0.2 },
  checks: [check],
};
const faultsOf = (parts: object) => {
  const read = readTheory('x.json', JSON.stringify({ ...small, ...parts }), ids);
  return 'faults' in read ? read.faults : [];
};
const withSetting = (parts: object) =>
  faultsOf({ assumptions: { hostilityPerPoint: { ...setting, ...parts } }, mostFavourable: {} });
const withCheck = (parts: object) => faultsOf({ checks: [{ ...check, ...parts }] });

describe('the theories that ship', () => {
  test('are seven, with ids of their own that are the names of their files', () => {
    expect(shipped.map(({ id }) => `${id}.json`)).toEqual(files);
    expect(shipped.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']);
  });

  test('can each lose: three observations or more are named, each with what would refute it', () => {
    for (const { checks } of shipped) {
      expect(checks.length).toBeGreaterThanOrEqual(3);
      for (const { expects, wouldRefute } of checks) expect(expects).not.toBe(wouldRefute);
    }
    const used = new Set(shipped.flatMap(({ checks }) => checks.map(({ kind }) => kind)));
    expect([...used].sort()).toEqual([...checkKindNames].sort());
  });

  test('leave alone what the record knows, and the movement but for one elasticity', () => {
    for (const theory of shipped) {
      expect(Object.keys(theory.parameters)).toEqual(['irregularResponse']);
      const bombing = theory.assumptions.flightByBombing;
      if (theory.id !== 'T7') expect(bombing?.value ?? 0).toBe(0);
    }
    const t7 = shipped.at(-1)!;
    expect(t7.assumptions.moralHazard).toMatchObject({ low: 0, high: 0.3 });
    expect(t7.assumptions.flightByBombing).toMatchObject({ low: 0, high: 0.5 });
  });

  test('call a size remembered or not retrieved assumed, never published', () => {
    for (const theory of shipped) {
      for (const { source, mark } of Object.values({ ...theory.assumptions, ...theory.parameters }))
        if (/from memory|not retrieved|no size/.test(source)) expect(mark).toBe('assumed');
    }
  });

  test('stand with their values in place of the declared ones, all others as declared', () => {
    for (const theory of shipped) {
      const under = underTheory(assumptions, theory);
      under.forEach((one, i) => {
        const set = theory.assumptions[one.id];
        if (set) expect(one).toMatchObject({ default: set.value, low: set.low, mark: set.mark });
        else expect(one).toBe(assumptions[i]);
      });
      const elasticity = underTheory(parameters, theory).find((p) => p.id === 'irregularResponse');
      expect(elasticity!.default).toBe(theory.parameters.irregularResponse!.value);
    }
  });

  test('rest on facts that were read, with source and mark', () => {
    expect(observations.length).toBeGreaterThanOrEqual(5);
    for (const { source, statement } of observations)
      expect(`${source} ${statement}`).not.toMatch(/\[M|memory/);
  });
});

describe('a theory that cannot be', () => {
  test('is told, and the example itself is not', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test('an unknown assumption, with near names', () => {
    const [one] = faultsOf({ assumptions: { hostilityPerPoints: setting }, mostFavourable: {} });
    expect(one).toMatchObject({
      code: 'unknownParameter',
      column: 'assumptions.hostilityPerPoints',
    });
    expect(one!.fix).toContain('hostilityPerPoint');
  });

  test('a parameter of the movement that the record decides', () => {
    const [one] = faultsOf({ parameters: { returnPerDay: setting } });
    expect(one).toMatchObject({ code: 'unknownParameter', received: '"returnPerDay"' });
  });

  test('a prior outside the declared range, a value outside the prior, ends reversed', () => {
    expect(withSetting({ high: 0.9 })[0]).toMatchObject({
      code: 'outOfRange',
      column: 'assumptions.hostilityPerPoint.high',
      received: '0.9',
    });
    expect(withSetting({ low: -0.9 })[0]!.column).toBe('assumptions.hostilityPerPoint.low');
    expect(withSetting({ value: 0.3 })[0]!.column).toBe('assumptions.hostilityPerPoint.value');
    expect(withSetting({ low: 0.2, high: 0 })[0]!.expected).toBe('at most high (0)');
  });

  test('a fixed value with room, a varied one without, a log-normal about nothing', () => {
    expect(withSetting({ prior: { kind: 'fixed' } })).toHaveLength(1);
    expect(withSetting({ low: 0.1, high: 0.1 })).toHaveLength(1);
    expect(withSetting({ value: 0, prior: { kind: 'logNormal', sdLog: 1 } })).toHaveLength(1);
    expect(withSetting({ prior: { kind: 'normal', sd: 0 } })).not.toEqual([]);
    expect(withSetting({ prior: { kind: 'triangle' } })).not.toEqual([]);
  });

  test('a most favourable value that it does not allow or does not set', () => {
    expect(faultsOf({ mostFavourable: { hostilityPerPoint: 0.21 } })[0]!.code).toBe('outOfRange');
    expect(faultsOf({ mostFavourable: { terrorRatio: 1 } })[0]!.code).toBe('unknownParameter');
  });

  test('an unknown frame, an unknown key, no terms', () => {
    const [frame, ...rest] = faultsOf({ frame: 'stateActor' });
    expect(frame).toMatchObject({ code: 'notChoice', column: 'frame', received: '"stateActor"' });
    expect(frame!.fix).toContain('stateActors');
    expect(rest).toEqual([]);
    expect(faultsOf({ shcool: 'x' })[0]).toMatchObject({ code: 'unknownKey', column: 'shcool' });
    expect(faultsOf({ terms: undefined })[0]).toMatchObject({
      column: 'terms',
      received: 'nothing',
    });
  });

  test('a check of an unknown kind, told once', () => {
    const faults = withCheck({ kind: 'afterSafty' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'notChoice', column: 'checks.0.kind' });
    expect(faults[0]!.fix).toContain('afterSafety');
  });

  test('a check with arguments that its kind has not, lacks or contradicts', () => {
    const [one] = withCheck({ args: { ...check.args, daysAfterSafty: 3 } });
    expect(one).toMatchObject({ code: 'unknownKey', column: 'checks.0.args.daysAfterSafty' });
    expect(one!.fix).toContain('daysAfterSafety');
    expect(withCheck({ args: { measure: 'returned_cum', atMost: 0.5 } })).not.toEqual([]);
    expect(withCheck({ args: { ...check.args, atLeast: 0.2 } })[0]!.expected).toContain('either');
  });

  test('a check that names an outcome, source, fact or assumption that cannot exist', () => {
    const args = { outcome: 'EU9', factor: 'Q1', measure: 'lastIn', sign: 'raises', least: 0 };
    expect(withCheck({ kind: 'signOfContribution', args }).map((f) => f.received)).toEqual([
      '"EU9"',
      '"Q1"',
    ]);
    const order = {
      neighbourOutcome: 'host.armedConflict.MKD',
      observation: 'nowhere',
      atLeastRatio: 1,
    };
    expect(withCheck({ kind: 'orderOfNeighbours', args: order }).map((f) => f.column)).toEqual([
      'checks.0.args.neighbourOutcome',
      'checks.0.args.observation',
    ]);
    const slope = { there: ids[0], otherCase: 'x', slope: 'hostility', sharePerIndex: 1 };
    expect(withCheck({ kind: 'sameSlope', args: slope })[0]!.code).toBe('unknownReference');
  });

  test('two checks of one id', () => {
    expect(faultsOf({ checks: [check, check] })[0]).toMatchObject({
      code: 'duplicateId',
      column: 'checks.1.id',
    });
  });

  test('whatever the file holds, it is a theory or has faults, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const read = readTheory('x.json', text);
        expect('theory' in read || read.faults.length > 0).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(small)), fc.jsonValue(), (key, value) => {
        const read = readTheory('x.json', JSON.stringify({ ...small, [key]: value }));
        expect('theory' in read || read.faults.length > 0).toBe(true);
      }),
    );
  });
});

describe('observations', () => {
  const one = {
    id: 'a',
    case: 'general',
    statement: 'x',
    source: 'y',
    mark: 'R',
  };
  const faults = (list: object[]) => {
    const read = readObservations('o.json', JSON.stringify({ observations: list }));
    return 'faults' in read ? read.faults : [];
  };

  test('have an id of their own, a mark that is not memory, and a figure within its range', () => {
    expect(faults([one])).toEqual([]);
    expect(faults([one, one])[0]!.code).toBe('duplicateId');
    expect(faults([{ ...one, mark: 'M' }])[0]!.column).toBe('observations.0.mark');
    const finding = { kind: 'figure', value: 2, low: 0, high: 1, unit: 'share' };
    expect(faults([{ ...one, finding }])).not.toEqual([]);
  });
});

test('an outcome exists in its own form only: by country for neighbours, by group for people', () => {
  for (const name of [
    'receiving.xenophobicViolence',
    'host.armedConflict.MKD',
    'host.unrestBetweenHosts.ALB',
    'origin.populationKept.roma-and-other',
    'individuals.killed',
  ])
    expect(isMeasureId(name)).toBe(true);
  for (const name of [
    'EU9',
    'host.armedConflict',
    'host.armedConflict.mkd',
    'origin.populationKept',
    'EU2.MKD',
    '',
  ]) {
    expect(isMeasureId(name)).toBe(false);
  }
});

test('a theory may name measures and sources by their codes: it is the same theory', () => {
  const codes = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(codes) : typeof value === 'string' ? codeOf(value) : value;
  for (const theory of shipped) {
    const checks = theory.checks.map((one) => ({
      ...one,
      args: Object.fromEntries(Object.entries(one.args).map(([key, value]) => [key, codes(value)])),
    }));
    const coded = JSON.stringify({ ...theory, checks });
    expect(coded === JSON.stringify(theory)).toBe(false);
    expect(readTheory('coded.json', coded, ids)).toEqual({ theory });
  }
});

test('a theory may call the values most favourable to it by their former name', () => {
  for (const { mostFavourable: steelman, ...rest } of shipped) {
    const { id } = rest;
    const read = readTheory(`${id}.json`, JSON.stringify({ ...rest, steelman }));
    expect('theory' in read && read.theory).toEqual({ ...rest, mostFavourable: steelman });
  }
});
