import type { ClaimRule } from '@asylia/cases';
import { describe, expect, test } from 'vitest';
import { judgeRule } from '../src/claims/index.ts';
import { invented } from './inventedResults.ts';

/** Hostility takes harm away, everything else does nothing. */
const relief = invented((factor) => (factor === 'H' ? [-5, -5, -5, -5] : [0, 0, 0, 0]));
const first = (factor: 'D2' | 'H'): ClaimRule => ({
  rule: 'ranksFirstGivenO1',
  factor,
  outcomes: ['IND1'],
});

describe('a source that leads', () => {
  test('adds some harm: one that adds nothing does not, though no other adds more', () => {
    expect(judgeRule(first('D2'), relief, 'T1').verdict).toBe('contradicted');
    expect(judgeRule(first('H'), relief, 'T1').verdict).toBe('contradicted');
  });

  test('may share the lead, but not stand behind another', () => {
    const twice = (other: number) =>
      invented((factor) =>
        factor === 'D2'
          ? [5, 5, 5, 5]
          : factor === 'H'
            ? [other, other, other, other]
            : [0, 0, 0, 0],
      );
    expect(judgeRule(first('D2'), twice(5), 'T1').verdict).toBe('supported');
    expect(judgeRule(first('D2'), twice(5.1), 'T1').verdict).toBe('contradicted');
  });

  test('with the regime of origin: the regime and what it is counted with must bring something', () => {
    const rule: ClaimRule = { rule: 'leadsGivenO1', with: ['O2'], outcomes: ['IND1'] };
    expect(judgeRule(rule, relief, 'T1').verdict).toBe('contradicted');
  });
});
