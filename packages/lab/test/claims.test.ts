import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ClaimRule } from '@asylia/cases';
import { claimsByMeasure, claimsTable, forEachNeighbour, reasonOf } from '@asylia/cases';
import { parameters } from '@asylia/engine';
import {
  assumptions,
  builtInFactors,
  definitionsOfRefugee,
  frames,
  idOf,
  remedyOf,
} from '@asylia/security';
import { expect, test } from 'vitest';
import type { ClaimResults } from '../src/claims/index.ts';
import { judgeClaims, judgeConclusion, judgeRule } from '../src/claims/index.ts';
import {
  article,
  byHostility,
  byPresence,
  byTheRegime,
  claims,
  invented,
  neighbours,
  nothingComputed,
  outcomes,
} from './inventedResults.ts';

const kosovo = new URL('../../../cases/kosovo-1999/', import.meta.url);

/** Every id that a rule names, by kind. */
function namedBy(rule: ClaimRule): { kind: string; id: string }[] {
  if ('rules' in rule) return rule.rules.flatMap(namedBy);
  if ('that' in rule) return namedBy(rule.that);
  const list: { kind: string; id: string }[] = [];
  const add = (kind: string, ...ids: readonly string[]) => {
    for (const id of ids) list.push({ kind, id });
  };
  if ('outcomes' in rule) add('outcome', ...rule.outcomes);
  if ('factor' in rule) add('factor', rule.factor);
  if ('factors' in rule) add('factor', ...rule.factors, ...rule.others);
  if ('with' in rule) add('factor', ...rule.with);
  if ('frames' in rule) add('frame', ...rule.frames);
  if ('frame' in rule && rule.frame) add('frame', rule.frame);
  if ('remedy' in rule) add('remedy', rule.remedy);
  if ('than' in rule) add('remedy', rule.than);
  if ('top' in rule) add('outcome', rule.top, rule.bottom);
  if ('check' in rule) add('validation', rule.check);
  if ('theory' in rule) add('theory', rule.theory);
  return list;
}

test('all 62 claims are declared once, in order, each with a place', () => {
  expect(claims.map((claim) => claim.id)).toEqual(Array.from({ length: 62 }, (_, i) => i + 1));
  for (const claim of claims) expect(claim.place, `claim ${claim.id}`).toMatch(/^(A|[Pn]\d+)/);
});

test('every claim stands somewhere; one without a test says why, one out of scope has none', () => {
  for (const claim of claims) {
    expect(claim.maps.length, `claim ${claim.id}`).toBeGreaterThan(0);
    if (claim.test === null) expect(reasonOf(claim), `claim ${claim.id}`).toMatch(/because \w+/);
    if (claim.maps.some((mapping) => 'outOfScope' in mapping)) expect(claim.test).toBeNull();
    if (claim.kind === 'duty') expect(reasonOf(claim)).toContain('normative layer');
  }
});

test('whatever a claim or its test refers to exists', () => {
  const checks: { id: string }[] = JSON.parse(readFileSync(new URL('checks.json', kosovo), 'utf8'));
  const known: Record<string, (id: string) => boolean> = {
    outcome: (id) =>
      forEachNeighbour(id, neighbours).every((one) => outcomes.some((o) => o.id === idOf(one))),
    factor: (id) => builtInFactors.some((factor) => factor.id === idOf(id)),
    parameter: (id) => parameters.some((p) => p.id === id),
    assumption: (id) => assumptions.some((a) => a.id === id),
    scenario: (id) => readdirSync(new URL('scenarios/', kosovo)).includes(`${id}.json`),
    validation: (id) => checks.some((check) => check.id === id),
    definition: (id) => definitionsOfRefugee.some((d) => d.id === id),
    object: (id) => outcomes.some((o) => o.object === id),
    frame: (id) => frames.some((frame) => frame.id === id),
    theory: (id) => existsSync(new URL(`../../../theories/${id}.json`, import.meta.url)),
    remedy: (id) => remedyOf(id) !== null,
    outOfScope: (id) => id.startsWith('because '),
  };
  for (const claim of claims) {
    const named = [
      ...claim.maps.flatMap((mapping) =>
        Object.entries(mapping).map(([kind, id]) => ({ kind, id: String(id) })),
      ),
      ...(claim.test ? namedBy(claim.test) : []),
    ];
    for (const { kind, id } of named)
      expect(known[kind]?.(id), `claim ${claim.id}: ${kind} ${id}`).toBe(true);
  }
});

test('what the article says a measure answers is a claim, and every measure answers some', () => {
  const answered = claimsByMeasure(article, neighbours);
  for (const [id, own] of answered)
    for (const claim of own)
      expect(
        claims.map((one) => one.id),
        `claims.json: ${id}`,
      ).toContain(claim);
  const silent = outcomes.filter(({ id }) => !answered.get(id)?.length).map(({ id }) => id);
  const where = '`measures` of cases/kosovo-1999/article/claims.json, or here if there is no claim';
  expect(silent, `a measure that answers no claim: add it to ${where}`).toEqual([]);
});

test('harm lies where the definition of an outcome says it does', () => {
  const [level] = byTheRegime.levels;
  for (const { id, direction } of outcomes) {
    const risen = { ...level!, outcome: id, baseline: 30, without: 20 };
    const results = { ...byTheRegime, levels: [risen] };
    const { verdict } = judgeRule({ rule: 'harmed', outcomes: [id] }, results, 'T1');
    expect(verdict, id).toBe(direction === 'moreIsWorse' ? 'supported' : 'contradicted');
  }
});

test('the claims do not copy the article', (context) => {
  const text = new URL('../../../../shared/reading/article-text.txt', import.meta.url);
  if (!existsSync(text)) return context.skip('skipped: the text of the article is not here');
  const plain = (sentence: string) =>
    sentence
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const printed = plain(readFileSync(text, 'utf8'));
  for (const { id, says } of claims) {
    const list = plain(says).split(' ');
    for (let i = 0; i + 8 <= list.length; i++)
      expect(printed.includes(list.slice(i, i + 8).join(' ')), `claim ${id}`).toBe(false);
  }
});

const on = ['REC2'];
const everything = (verdict: 'supported' | 'notSupported' | 'cannotBeTold'): ClaimResults => ({
  ...byHostility,
  validation: { v: { record: 1, model: 1, pass: verdict === 'supported' } },
  checks: [
    { theory: 'T2', id: 'c', title: '1956', refuted: verdict === 'supported', evidence: 'e' },
  ],
  causeOfFlight: { strikes: verdict },
});
const relieved = invented(
  () => [0, 0, 1, 0],
  (remedy) => (remedy === 'onward' ? -6 : remedy === 'exclude' ? 6 : 0),
);

/** rule, results in which it holds, results in which it fails */
const examples: readonly [ClaimRule, ClaimResults, ClaimResults][] = [
  [{ rule: 'harmed', outcomes: on }, byTheRegime, without(byTheRegime, 50)],
  [{ rule: 'necessary', factor: 'O1', outcomes: on }, byTheRegime, byHostility],
  [{ rule: 'sufficient', factor: 'O1', outcomes: on }, byTheRegime, byPresence],
  [{ rule: 'leadsGivenO1', with: ['O2'], outcomes: on }, byTheRegime, byPresence],
  [{ rule: 'ranksFirstGivenO1', factor: 'D2', outcomes: on }, byPresence, byHostility],
  [
    { rule: 'adds', factor: 'H', figure: 'firstIn', sign: 'harm', outcomes: on },
    byHostility,
    byPresence,
  ],
  [
    { rule: 'adds', factor: 'H', figure: 'lastIn', sign: 'relief', outcomes: on },
    invented((factor) => (factor === 'H' ? [-5, -5, -5, -5] : [0, 0, 0, 0])),
    byHostility,
  ],
  [
    { rule: 'addsLittle', factor: 'D2', figure: 'conditional', outcomes: on },
    byHostility,
    byPresence,
  ],
  [
    { rule: 'outweighs', factors: ['H'], others: ['D2'], figure: 'conditional', outcomes: on },
    byHostility,
    byPresence,
  ],
  [{ rule: 'remainsWithout', factor: 'O1', outcomes: on }, byHostility, byTheRegime],
  [
    {
      rule: 'frameMoves',
      factor: 'H',
      frames: ['dispositionFixed', 'presenceFixed'],
      outcomes: on,
    },
    byHostility,
    byPresence,
  ],
  [{ rule: 'remedy', remedy: 'onward', makes: 'better', outcomes: on }, relieved, byTheRegime],
  [{ rule: 'remedy', remedy: 'exclude', makes: 'worse', outcomes: on }, relieved, byTheRegime],
  [{ rule: 'remedy', remedy: 'onward', makes: 'notBetter', outcomes: on }, byTheRegime, relieved],
  [{ rule: 'beats', remedy: 'onward', than: 'exclude', outcomes: on }, relieved, byTheRegime],
  [{ rule: 'level', outcomes: on, atMost: 'half' }, without(byTheRegime, 0, 0.5), byTheRegime],
  [{ rule: 'level', outcomes: on, atLeast: 'half' }, byTheRegime, without(byTheRegime, 0, 0.4)],
  [
    { rule: 'ratio', top: 'IND1', bottom: 'REC5', least: 'farBeyond' },
    {
      ...byTheRegime,
      levels: byTheRegime.levels.map((l) => (l.outcome === 'REC5' ? { ...l, baseline: 1 } : l)),
    },
    byTheRegime,
  ],
  [{ rule: 'record', check: 'v' }, everything('supported'), everything('notSupported')],
  [
    { rule: 'theoryFails', theory: 'T2', about: '1956' },
    everything('supported'),
    everything('notSupported'),
  ],
  [
    { rule: 'flight', explanation: 'strikes', isMain: false },
    everything('notSupported'),
    everything('supported'),
  ],
  [{ rule: 'not', that: { rule: 'harmed', outcomes: on } }, without(byTheRegime, 50), byTheRegime],
  [
    {
      rule: 'allOf',
      rules: [
        { rule: 'harmed', outcomes: on },
        { rule: 'sufficient', factor: 'O1', outcomes: on },
      ],
    },
    byTheRegime,
    byPresence,
  ],
  [
    {
      rule: 'anyOf',
      rules: [
        { rule: 'sufficient', factor: 'O1', outcomes: on },
        { rule: 'sufficient', factor: 'H', outcomes: on },
      ],
    },
    byHostility,
    byPresence,
  ],
];

/** The same results with other levels. */
function without(results: ClaimResults, level: number, baseline = 30): ClaimResults {
  return { ...results, levels: results.levels.map((l) => ({ ...l, baseline, without: level })) };
}

test.each(examples)('a rule can hold, fail, and be left open: %o', (rule, holds, fails) => {
  expect(judgeRule(rule, holds, 'T1').verdict).toBe('supported');
  expect(judgeRule(rule, fails, 'T1').verdict).toBe('contradicted');
  const open = judgeRule(rule, nothingComputed, 'T1');
  expect(open.verdict).toBe('cannotBeTested');
  expect(open.by).not.toBe('');
});

test('an explanation of flight that the data cannot tell leaves the claim open', () => {
  const rule: ClaimRule = { rule: 'flight', explanation: 'strikes', isMain: false };
  expect(judgeRule(rule, everything('cannotBeTold'), 'T1').verdict).toBe('cannotBeTested');
});

test('most: half of the outcomes failing contradicts, more than half holding supports', () => {
  const rule = (list: string[]): ClaimRule => ({
    rule: 'necessary',
    factor: 'O1',
    outcomes: list,
    of: 'most',
  });
  expect(judgeRule(rule(['IND1', 'REC2']), byHostility, 'T1').verdict).toBe('contradicted');
  expect(judgeRule(rule(['IND1', 'IND2', 'REC2']), byHostility, 'T1').verdict).toBe('supported');
  expect(judgeRule(rule(['IND1', 'nowhere']), byHostility, 'T1').verdict).toBe('cannotBeTested');
});

test('outcomes without harm decide nothing, those not computed leave it open', () => {
  const rule: ClaimRule = { rule: 'necessary', factor: 'O1', outcomes: ['IND1', 'IND2'] };
  const calm = (outcome: string) => ({
    ...byTheRegime,
    levels: byTheRegime.levels.map((l) => (l.outcome === outcome ? { ...l, baseline: 20 } : l)),
  });
  expect(judgeRule(rule, calm('IND2'), 'T1').verdict).toBe('supported');
  const lost = { ...byTheRegime, cells: byTheRegime.cells.filter((c) => c.outcome !== 'IND2') };
  expect(judgeRule(rule, lost, 'T1')).toMatchObject({
    verdict: 'cannotBeTested',
    by: expect.stringContaining('IND2: not computed'),
  });
});

test('figures that are no numbers leave a claim open', () => {
  const broken: ClaimResults = {
    ...byTheRegime,
    cells: byTheRegime.cells.map((c) => ({
      ...c,
      firstIn: Number.NaN,
      lastIn: Number.NaN,
      shapley: Number.NaN,
      conditional: Number.NaN,
    })),
    levels: byTheRegime.levels.map((l) => ({ ...l, baseline: Number.NaN })),
    remedies: byTheRegime.remedies.map((r) => ({ ...r, effect: Number.NaN })),
  };
  for (const { verdict, id } of judgeClaims(claims, broken))
    expect(verdict, `claim ${id}`).toBe('cannotBeTested');
});

const verdictOn = (results: ClaimResults, id: number) =>
  judgeClaims(claims, results).find((verdict) => verdict.id === id)!;

test('the conclusion holds where the regime brings the harm by itself', () => {
  expect(verdictOn(byTheRegime, 57).verdict).toBe('supported');
});

test('the conclusion is contradicted where presence does it, though nothing would be but for the regime', () => {
  const verdict = verdictOn(byPresence, 57);
  expect(verdict.verdict).toBe('contradicted');
  expect(verdict.by).toContain('by construction');
  expect(verdict.by).toContain('next D2 10 given O1');
});

test('the conclusion is contradicted where receiving societies are hostile to nobody', () => {
  expect(verdictOn(byHostility, 57).verdict).toBe('contradicted');
  const failing = judgeConclusion(claims, byHostility).filter((v) => v.verdict === 'contradicted');
  expect(failing.map(({ id, object }) => `${id} ${object}`)).toEqual([
    '58 neighbour:MKD',
    '57 receivingSocieties',
  ]);
});

test('every object of the conclusion is judged, with the two additions, from cells of its own', () => {
  const parts = claims.flatMap(({ test: rule }) =>
    rule && 'rules' in rule ? rule.rules.filter((part) => part.object !== undefined) : [],
  );
  expect([...new Set(parts.map((part) => part.object))]).toEqual([
    'region',
    'individuals',
    'originSociety',
    'neighbour:ALB',
    'neighbour:MKD',
    'receivingSocieties',
  ]);
  for (const part of parts)
    for (const { kind, id } of namedBy(part))
      if (kind === 'outcome')
        expect(outcomes.find((outcome) => outcome.id === idOf(id))?.object, id).toBe(part.object);
  expect(judgeConclusion(claims, byTheRegime)).toHaveLength(8);
});

test('with nothing computed every claim is left open, with a reason, under every theory', () => {
  const verdicts = judgeClaims(claims, nothingComputed);
  expect(verdicts).toHaveLength(124);
  for (const { verdict, by } of verdicts) {
    expect(verdict).toBe('cannotBeTested');
    expect(by.length).toBeGreaterThan(10);
  }
});

test('the table has a row for each verdict, and refuses a verdict on no claim', () => {
  const rows = claimsTable(judgeClaims(claims, byTheRegime), claims);
  expect(rows).toHaveLength(62);
  expect(rows[56]).toMatchObject({ id: 57, place: 'P11', theory: 'T1', verdict: 'supported' });
  expect(rows[56]!.represented).toContain('factor O1, O2');
  expect(() =>
    claimsTable([{ id: 63, theory: 'T1', verdict: 'supported', by: '' }], claims),
  ).toThrow('there is no claim 63');
});

test('a code of a measure is judged as its id is', () => {
  const judged = (outcome: string) =>
    judgeRule(
      { rule: 'adds', factor: 'H', figure: 'lastIn', sign: 'harm', outcomes: [outcome] },
      byHostility,
      'T1',
    ).verdict;
  expect(judged('receiving.xenophobicViolence')).toBe(judged('REC2'));
  expect(judged('REC2')).toBe('supported');
});

test('a claim that is judged by results in ids says what it found in codes, as by results in codes', () => {
  const withIds = <T extends { readonly outcome: string; readonly factor?: string }>(
    one: T,
  ): T => ({
    ...one,
    outcome: idOf(one.outcome),
    ...(one.factor === undefined ? {} : { factor: idOf(one.factor) }),
  });
  const now = {
    ...byHostility,
    cells: byHostility.cells.map(withIds),
    levels: byHostility.levels.map(withIds),
    remedies: byHostility.remedies.map(withIds),
  };
  expect(now.cells[0]!.outcome).not.toBe(byHostility.cells[0]!.outcome);
  expect(judgeClaims(claims, now)).toEqual(judgeClaims(claims, byHostility));
});
