import { codeOf } from '@asylia/security';
import type { CheckEvaluator } from './evidence.ts';
import { figure, observationFor, undecided } from './evidence.ts';

/** Nobody is displaced when the persecution of the state of origin is off. */
const persecution = 'persecution';

/** An outcome where nobody has arrived: does the theory have it when it was observed? */
export const withNobodyPresent: CheckEvaluator<'withNobodyPresent'> = (args, evidence) => {
  const fact = observationFor(evidence, args.observation);
  if (fact?.finding?.kind !== 'present')
    return undecided('nothing was observed where nobody arrived');
  const baseline = evidence.outcome(args.outcome);
  const lost = evidence.contribution(args.outcome, persecution);
  if (baseline === null || lost === null)
    return undecided(`${codeOf(args.outcome)} is not computed`);
  const without = baseline - lost.lastIn;
  const present = without > 0 && without >= args.presentFrom * baseline;
  return {
    refuted: present !== fact.finding.present,
    evidence: `observed: ${fact.finding.present ? 'present' : 'absent'} where nobody arrived (${fact.source}); under the theory ${codeOf(args.outcome)} is ${figure(without)} with nobody displaced against ${figure(baseline)} as it was`,
  };
};
