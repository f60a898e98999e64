import { describe, expect, test } from 'vitest';
import { bulletinsPerFact, covarianceAt } from '../src/calibrate/covariance.ts';

/** Bulletins of one curve, a day apart, each ten off a level that one number is fitted to. */
const observations = Array.from({ length: 8 }, (_, day) => ({
  curve: 'stock.AAA',
  day,
  value: 100,
  standardError: 10,
}));
const misfits = (signs: readonly number[]) => signs.map((sign) => 2 * sign);
/** All on one side, or now on this and now on that. */
const together = observations.map(() => 1);
const inTurn = observations.map((_, i) => (i % 2 === 0 ? 1 : -1));
/** One number that moves every figure alike, and what is left at its best value. */
const residualsWith = (signs: readonly number[]) => (at: readonly number[]) =>
  misfits(signs).map((misfit) => misfit + at[0]!);

describe('the uncertainty that remains of what is fitted', () => {
  test('counts bulletins that err together as few, and those that err in turn as they are', () => {
    expect(bulletinsPerFact(misfits(together), observations)).toBeCloseTo(40, 12);
    expect(bulletinsPerFact(misfits(inTurn), observations)).toBe(1);
  });

  test.each([
    ['together', together, 40],
    ['in turn', inTurn, 1],
  ] as const)(
    'is misfit x bulletins that count as one / bulletins, err they %s',
    (_, signs, each) => {
      const n = observations.length;
      // The sum of squares over the degrees of freedom, for one number without a prior.
      const perDegree = (n * 4) / (n - 1);
      const variance = covarianceAt(residualsWith(signs), [0], observations).get(0, 0);
      expect(variance).toBeCloseTo((perDegree * each) / n, 9);
    },
  );

  test('is never less than that of observations as good as they say', () => {
    const exact = (at: readonly number[]) => observations.map(() => at[0]!);
    expect(covarianceAt(exact, [0], observations).get(0, 0)).toBeCloseTo(1 / 8, 9);
  });
});
