import { codeOf, defaultFactors, isPlacebo } from '@asylia/security';
import type { CheckEvaluator } from './evidence.ts';
import { figure, percent, undecided } from './evidence.ts';

/** The sources between which an outcome is divided by default. */
const sources = defaultFactors.filter((one) => !isPlacebo(one)).map(({ id }) => id);

/** What is left of an outcome when one source alone is switched off. */
export const butFor: CheckEvaluator<'butFor'> = (args, evidence) => {
  const baseline = evidence.outcome(args.outcome);
  const part = evidence.contribution(args.outcome, args.factor);
  if (baseline === null || part === null)
    return undecided(`${codeOf(args.outcome)} without ${codeOf(args.factor)} is not computed`);
  if (baseline === 0)
    return undecided(`${codeOf(args.outcome)} is 0 at baseline: nothing could be lost`);
  const left = (baseline - part.lastIn) / baseline;
  return {
    refuted:
      args.remainsAtMost !== undefined ? left > args.remainsAtMost : left < args.remainsAtLeast!,
    evidence: `${percent(left)} of ${codeOf(args.outcome)} (${figure(baseline)}) is left without ${codeOf(args.factor)}; the theory expects ${args.remainsAtMost !== undefined ? `at most ${percent(args.remainsAtMost)}` : `at least ${percent(args.remainsAtLeast!)}`}`,
  };
};

/** Part of some sources in all that the sources do, by size without sign. */
export const shareOfContribution: CheckEvaluator<'shareOfContribution'> = (args, evidence) => {
  const size = (factor: string): number | null => {
    const part = evidence.contribution(args.outcome, factor);
    return part && Math.abs(part.shapley);
  };
  const all = sources.map(size);
  const named = args.factors.map(size);
  if ([...all, ...named].includes(null))
    return undecided(`${codeOf(args.outcome)} is not divided between the sources`);
  const sum = (list: readonly (number | null)[]) => list.reduce<number>((a, b) => a + b!, 0);
  const total = sum(all);
  if (total === 0) return undecided(`no source does anything to ${codeOf(args.outcome)}`);
  const share = sum(named) / total;
  return {
    refuted: args.atMost !== undefined ? share > args.atMost : share < args.atLeast!,
    evidence: `${args.factors.map(codeOf).join(' and ')} ${args.factors.length > 1 ? 'make' : 'makes'} ${percent(share)} of what the sources do to ${codeOf(args.outcome)}; the theory expects ${args.atMost !== undefined ? `at most ${percent(args.atMost)}` : `at least ${percent(args.atLeast!)}`}`,
  };
};

/** Whether a source raises or lowers an outcome, or leaves it as it is. */
export const signOfContribution: CheckEvaluator<'signOfContribution'> = (args, evidence) => {
  const part = evidence.contribution(args.outcome, args.factor);
  if (part === null)
    return undecided(`what ${codeOf(args.factor)} does to ${codeOf(args.outcome)} is not computed`);
  const effect = part[args.measure];
  const by = args.least > 0 ? ` by ${figure(args.least)} or more` : '';
  return {
    refuted: signOf(effect, args.least) !== args.sign,
    evidence: `${codeOf(args.factor)} changes ${codeOf(args.outcome)} by ${figure(effect)} (${measureWords[args.measure]}); the theory expects that it ${args.sign === 'leaves' ? `does not move it${by}` : `${args.sign} it${by}`}`,
  };
};

const measureWords = {
  firstIn: 'alone',
  lastIn: 'but for it',
  shapley: 'mean over orders',
} as const;

export function signOf(effect: number, least: number): 'raises' | 'lowers' | 'leaves' {
  if (effect === 0 || Math.abs(effect) < least) return 'leaves';
  return effect > 0 ? 'raises' : 'lowers';
}
