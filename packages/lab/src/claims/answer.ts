import type { Verdict } from '@asylia/security';

/** What a rule, or one outcome of it, says, with the figures in words. */
export interface Answer {
  readonly verdict: Verdict;
  readonly by: string;
  /** True where there is no harm to speak of: such an outcome decides nothing. */
  readonly nothing?: boolean;
}

/** Three figures, without locale. */
export const figure = (value: number): string =>
  Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

export const decided = (holds: boolean, by: string): Answer => ({
  verdict: holds ? 'supported' : 'contradicted',
  by,
});

export const unknown = (by: string): Answer => ({ verdict: 'cannotBeTested', by });

export const noHarm = (outcome: string): Answer => ({
  verdict: 'cannotBeTested',
  by: `${outcome}: no harm to explain`,
  nothing: true,
});

/** All must hold; one that fails decides, one that is not known leaves it open. */
export function allOf(answers: readonly Answer[]): Answer {
  return joined(answers, 'contradicted', 'supported');
}

/** One that holds decides. */
export function anyOf(answers: readonly Answer[]): Answer {
  return joined(answers, 'supported', 'contradicted');
}

function joined(answers: readonly Answer[], decides: Verdict, otherwise: Verdict): Answer {
  const by = answers.map((answer) => answer.by).join('; ');
  if (answers.length === 0) return unknown('nothing to judge by');
  if (answers.some((answer) => answer.verdict === decides)) return { verdict: decides, by };
  if (answers.some((answer) => answer.verdict === 'cannotBeTested')) return unknown(by);
  return { verdict: otherwise, by };
}

export function not(answer: Answer): Answer {
  if (answer.verdict === 'cannotBeTested') return answer;
  return decided(answer.verdict === 'contradicted', `not so that ${answer.by}`);
}

/**
 * Over outcomes. Those without harm decide nothing. each: as allOf; most: more than half of the
 * rest must hold, and half of it failing contradicts.
 */
export function over(answers: readonly Answer[], of: 'each' | 'most'): Answer {
  const harmed = answers.filter((answer) => !answer.nothing);
  const by = answers.map((answer) => answer.by).join(', ');
  if (harmed.length === 0) return unknown(by === '' ? 'no outcome to judge by' : by);
  if (of === 'each') return { ...allOf(harmed), by };
  const count = (verdict: Verdict) => harmed.filter((answer) => answer.verdict === verdict).length;
  const said = `${by} (${count('supported')} of ${harmed.length} hold)`;
  if (2 * count('supported') > harmed.length) return { verdict: 'supported', by: said };
  if (2 * count('contradicted') >= harmed.length) return { verdict: 'contradicted', by: said };
  return unknown(said);
}
