import { describe, expect, test } from 'vitest';
import { attributionInput, hashOfThreat, identityOfPart, misfitOf } from '../src/index.ts';
import { caseAt, theoryAt } from './shipped.ts';

describe('a part says of itself all that decides its numbers', () => {
  const wanted = {
    kind: { id: 'worlds', nameOf: (range: number) => `range-${range}` },
    hash: 'abc',
    range: 3,
  } as never;
  const said = identityOfPart(wanted, ['a', 'b']);

  test('and is the one that is wanted where it says the same', () => {
    expect(said).toMatchObject({ kind: 'worlds', input: 'abc', range: 'range-3' });
    expect(said.model).toMatch(/^[0-9a-f]{16}$/);
    expect(misfitOf(wanted, said, ['a', 'b'])).toBeNull();
  });

  test.each(['kind', 'input', 'model', 'range', 'columns'])(
    'it is another where its %s is',
    (field) => {
      expect(misfitOf(wanted, { ...said, [field]: 'another' }, ['a', 'b'])).toMatch(
        /^is of another/,
      );
      expect(misfitOf(wanted, { ...said, [field]: undefined }, ['a', 'b'])).toMatch(
        /^is of another/,
      );
    },
  );

  test('columns in another order are other columns', () => {
    expect(misfitOf(wanted, said, ['b', 'a'])).toMatch(/list of series/);
    expect(misfitOf(wanted, null, [])).toMatch(/does not say/);
  });
});

describe('the name of an attribution', () => {
  const theories = ['T1', 'T2'].map(theoryAt);
  const input = attributionInput(
    { case: caseAt('two-valleys'), calibration: null, scenario: null, seed: 1 },
    theories,
  );
  const same = hashOfThreat(input);

  test.each([
    ['the seed', { study: { ...input.study, seed: 2 } }],
    ['a theory less', { theories: theories.slice(1) }],
    ['a factor less', { factors: input.factors.slice(1) }],
    ['a frame less', { frames: input.frames.slice(1) }],
    ['what is given', { given: 'presence' }],
    ['a remedy less', { remedies: input.remedies.slice(1) }],
    ['what is imagined in the other way', { alternative: ['presence'] }],
    ['the draws of the ledger', { ledgerDraws: 64 }],
    [
      'an assumption of a theory',
      { theories: theories.map((one) => ({ ...one, assumptions: { hostilityAtZero: 0.123 } })) },
    ],
    [
      'a number in a row of the case',
      {
        study: {
          ...input.study,
          case: {
            ...input.study.case,
            tables: {
              ...input.study.case.tables,
              violence: input.study.case.tables.violence.map((row, i) =>
                i === 0 ? { ...row, amount: row.amount * 2 } : row,
              ),
            },
          },
        },
      },
    ],
  ])('is another with %s', (_, changed) => {
    expect(hashOfThreat({ ...input, ...changed } as typeof input)).not.toBe(same);
  });

  test('is the same wherever the rows stand in their files', () => {
    const { violence } = input.study.case.tables;
    const moved = violence.map((row) => ({ ...row, atLine: row.atLine + 10 }));
    const tables = { ...input.study.case.tables, violence: moved };
    const study = { ...input.study, case: { ...input.study.case, tables } };
    expect(hashOfThreat({ ...input, study })).toBe(same);
  });
});
