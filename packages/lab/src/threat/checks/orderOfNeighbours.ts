import { codeOf } from '@asylia/security';
import type { CheckEvaluator } from './evidence.ts';
import { figure, observationFor, undecided } from './evidence.ts';

/**
 * Two neighbours, the same people, another outcome: the theory must put them in the order that
 * was observed. Where the one that fared worse also covered the needs of its own people worse by
 * more than `coverWithin`, the shortfall may account for it and nothing is decided.
 */
export const orderOfNeighbours: CheckEvaluator<'orderOfNeighbours'> = (args, evidence) => {
  const fact = observationFor(evidence, args.observation);
  if (fact?.finding?.kind !== 'order')
    return undecided('no order of neighbours was observed in this case');
  const { more, less } = fact.finding;
  const name = args.neighbourOutcome;
  const [high, low] = [evidence.outcome(`${name}.${more}`), evidence.outcome(`${name}.${less}`)];
  if (high === null || low === null)
    return undecided(`${codeOf(name)} is not computed for both ${more} and ${less}`);
  const words = `observed: ${more} above ${less} (${fact.source}); under the theory ${codeOf(name)} is ${figure(high)} in ${more} and ${figure(low)} in ${less}; it needs ${figure(args.atLeastRatio)} times as much in ${more}`;
  if (args.coverWithin !== undefined) {
    const [coverMore, coverLess] = [
      evidence.outcome(`host.serviceCover.${more}`),
      evidence.outcome(`host.serviceCover.${less}`),
    ];
    if (coverMore === null || coverLess === null)
      return undecided(`${words}; cover of services is not known for both`);
    if (coverLess - coverMore > args.coverWithin)
      return undecided(
        `${words}; but ${more} covered ${figure(coverMore)} of its services against ${figure(coverLess)}, so that the shortfall may account for it`,
      );
  }
  return { refuted: !(high > 0 && high >= args.atLeastRatio * low), evidence: words };
};
