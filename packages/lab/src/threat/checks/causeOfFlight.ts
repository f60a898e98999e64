import type { CheckEvaluator } from './evidence.ts';
import { percent, undecided } from './evidence.ts';

/**
 * Whether an explanation can account for the share of the flight that the theory gives it: first
 * by the share who said that they were expelled outright, which leaves no more than the rest to
 * anything else; then by the test of timing.
 */
export const causeOfFlight: CheckEvaluator<'causeOfFlight'> = (args, evidence) => {
  const row = evidence.case.tables.record.find((one) => one.measure === 'expelled_share');
  const timing = evidence.causeOfFlight?.verdicts.find((v) => v.explanation === args.explanation);
  const needs = `the theory needs at least ${percent(args.atLeast)} by ${args.explanation}`;
  const said = row ? `record: ${percent(row.value)} were expelled outright` : 'no survey of causes';
  const told = timing
    ? `test of timing: ${timing.verdict === 'cannotBeTold' ? 'cannot be told' : timing.verdict === 'supported' ? 'supported' : 'not supported'} as main cause, at most ${percent(timing.upperBound)} left with it present`
    : 'no test of timing';
  const text = `${said}; ${told}; ${needs}`;
  const isExpulsion = args.explanation === 'expulsion';
  if (timing && timing.upperBound < args.atLeast) return { refuted: true, evidence: text };
  if (timing?.verdict === 'notSupported' && (timing.shareHigh95 ?? 1) < args.atLeast)
    return { refuted: true, evidence: text };
  if (row && (isExpulsion ? row.value : 1 - row.value) < args.atLeast)
    return { refuted: true, evidence: text };
  // Being expelled outright decides for expulsion; for anything else the rest only leaves room.
  if ((row && isExpulsion) || timing?.verdict === 'supported')
    return { refuted: false, evidence: text };
  return undecided(text);
};
