import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ArticleNames, Claim } from '../src/index.ts';
import { formatFaults, readArticle, readCaseWords, ruleInWords } from '../src/index.ts';

const names: ArticleNames = {
  groups: ['uplander'],
  neighbours: ['XHM'],
  factors: ['F1'],
  scenarios: ['no-offers'],
  checks: ['peak'],
};
const claim = {
  id: 1,
  place: 'p. 1',
  says: 'Those who fled were a burden.',
  voice: 'author',
  kind: 'causal',
  maps: [{ outcome: 'NEI1.*' }, { factor: 'F1' }, { scenario: 'no-offers' }],
  test: { rule: 'harmed', outcomes: ['NEI1.*', 'IND1.uplander'] },
  note: '',
};
const article = (change: object = {}) => ({
  citation: 'An article',
  places: 'p. = page',
  claims: [{ ...claim, ...change }],
  measures: { 'NEI1.*': [1] },
});
const read = (value: unknown) =>
  readArticle(
    'article/claims.json',
    typeof value === 'string' ? value : JSON.stringify(value),
    names,
  );
const told = (value: unknown) => {
  const result = read(value);
  return 'faults' in result ? formatFaults(result.faults) : '';
};

describe('the article of a case', () => {
  test('is read as it stands', () => {
    expect(read(article())).toEqual({ article: article() });
    expect(read({ $schema: 'x', ...article() })).toEqual({ article: article() });
  });

  test.each([
    ['no JSON', '{', /expected JSON/],
    [
      'a key that is not known',
      article({ sais: 'x' }),
      /claims\.0\.sais: expected a known key.*Did you mean says/,
    ],
    ['a claim without a place', article({ place: undefined }), /claims\.0\.place/],
    [
      'a kind of claim that there is not',
      article({ kind: 'opinion' }),
      /claims\.0\.kind.*got "opinion"/,
    ],
    [
      'a kind of rule that there is not',
      article({ test: { rule: 'harms' } }),
      /claims\.0\.test\.rule: expected a kind of rule; got "harms".*Did you mean harmed/,
    ],
    [
      'an argument that a rule has not',
      article({ test: { ...claim.test, factr: 'O1' } }),
      /claims\.0\.test\.factr: expected a known key.*Known: rule, asks, object, outcomes/,
    ],
    [
      'a rule inside a rule',
      article({ test: { rule: 'allOf', rules: [{ rule: 'record', check: 'peek' }] } }),
      /claims\.0\.test\.rules\.0\.check: expected a known validation; got "peek".*peak/,
    ],
    [
      'what is not so',
      article({ test: { rule: 'not', that: { rule: 'harmed', outcomes: ['IND0'] } } }),
      /claims\.0\.test\.that\.outcomes.*"IND0"/,
    ],
    [
      'a measure of a country that is no neighbour',
      article({ maps: [{ outcome: 'NEI1.ALB' }] }),
      /claims\.0\.maps\.0\.outcome: expected a known outcome; got "NEI1.ALB"/,
    ],
    [
      'a source of threat of another case',
      article({ maps: [{ factor: 'F2' }] }),
      /claims\.0\.maps\.0\.factor.*"F2".*F1/,
    ],
    [
      'a remedy in a mix',
      article({ maps: [{ remedy: 'fund+walls' }] }),
      /claims\.0\.maps\.0\.remedy.*fund\+walls/,
    ],
    [
      'two places in one mapping',
      article({ maps: [{ factor: 'F1', object: 'region' }] }),
      /claims\.0\.maps\.0: expected one place in the program/,
    ],
    [
      'a kind of place that there is not',
      article({ maps: [{ measure: 'IND1' }] }),
      /claims\.0\.maps\.0\.measure: expected a known key/,
    ],
    [
      'an object of security in a rule',
      article({ test: { ...claim.test, object: 'regon' } }),
      /claims\.0\.test\.object.*Did you mean region/,
    ],
    [
      'no test and no reason',
      article({ test: null }),
      /claims\.0\.note: expected why nothing tests the claim/,
    ],
    [
      'a test of what is out of scope',
      article({ maps: [{ outOfScope: 'because x' }] }),
      /claims\.0\.test: expected no test of what is out of scope/,
    ],
    [
      'two claims of one number',
      { ...article(), claims: [claim, claim] },
      /claims\.1\.id: expected a number of its own/,
    ],
    [
      'a measure that answers no claim there is',
      { ...article(), measures: { IND1: [2] } },
      /measures\.IND1: expected numbers of claims; got 2/,
    ],
    [
      'a measure that there is not',
      { ...article(), measures: { IND9: [1] } },
      /measures\.IND9: expected a known outcome/,
    ],
  ])('with %s is refused: where, what was expected, what came, what to do', (_, value, says) => {
    expect(told(value)).toMatch(says);
  });

  test('takes mixes of remedies, and a note or its scope as the reason for no test', () => {
    expect(told(article({ maps: [{ remedy: 'fund+onward' }] }))).toBe('');
    expect(told(article({ test: null, note: 'because it is a duty' }))).toBe('');
    const scope = [{ outOfScope: 'because it is a norm' }];
    expect(told(article({ test: null, maps: scope }))).toBe('');
  });

  test('of Kosovo 1999 says every test in words of its own', () => {
    const file = new URL('../../../cases/kosovo-1999/article/claims.json', import.meta.url);
    const { claims }: { claims: Claim[] } = JSON.parse(readFileSync(file, 'utf8'));
    const words = claims.flatMap((one) => (one.test ? [ruleInWords(one.test)] : []));
    expect(new Set(words).size).toBeGreaterThan(35);
    for (const text of words) expect(text).not.toMatch(/undefined|\[object/);
  });
});

describe('the words of a case', () => {
  const english = new Map([
    ['case.title', 'Two Valleys'],
    ['group.uplander', 'Uplanders'],
  ]);
  const words = (value: unknown) => readCaseWords('words/fr.json', JSON.stringify(value), english);
  const faults = (value: unknown) => {
    const result = words(value);
    return 'faults' in result ? formatFaults(result.faults) : '';
  };

  test('may leave out what stays English', () => {
    expect(words({ 'case.title': 'Deux Vallées' })).toEqual({
      words: { 'case.title': 'Deux Vallées' },
    });
  });

  test('can name nothing but what the case names', () => {
    expect(faults({ 'group.uplandr': 'x' })).toMatch(/got "group.uplandr".*group.uplander/);
    expect(faults({ 'factor.O1': 'x' })).toMatch(/expected something that the case names/);
  });

  test('are texts, none of them empty', () => {
    expect(faults({ 'case.title': ' ' })).toMatch(/case.title: expected a name; got " "/);
    expect(faults({ 'case.title': 3 })).toMatch(/case.title/);
    expect(faults(['x'])).toMatch(/words\/fr.json/);
  });

  test('stand beside every case that comes along, in every language', () => {
    const cases = new URL('../../../cases/', import.meta.url);
    for (const name of readdirSync(cases))
      expect(readdirSync(new URL(`${name}/words/`, cases)).sort()).toEqual([
        'ar.json',
        'es.json',
        'fr.json',
      ]);
  });
});
