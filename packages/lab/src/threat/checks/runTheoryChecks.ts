import type { CheckKind, Theory, TheoryCheck } from '@asylia/cases';
import type { CheckResult } from '@asylia/security';
import { afterSafety } from './afterSafety.ts';
import { attacksFollowPeople, attacksNearFrontier } from './attacks.ts';
import { causeOfFlight } from './causeOfFlight.ts';
import { butFor, shareOfContribution, signOfContribution } from './contributions.ts';
import type { CheckEvaluator, TheoryEvidence } from './evidence.ts';
import { undecided } from './evidence.ts';
import { exclusionAndIrregular } from './exclusionAndIrregular.ts';
import { orderOfNeighbours } from './orderOfNeighbours.ts';
import { returnFollowsExile } from './returnFollowsExile.ts';
import { sameSlope } from './sameSlope.ts';
import { welcomeByIntervention } from './welcomeByIntervention.ts';
import { withNobodyPresent } from './withNobodyPresent.ts';

const evaluators: { readonly [K in CheckKind]: CheckEvaluator<K> } = {
  orderOfNeighbours,
  withNobodyPresent,
  butFor,
  shareOfContribution,
  signOfContribution,
  sameSlope,
  afterSafety,
  returnFollowsExile,
  causeOfFlight,
  exclusionAndIrregular,
  attacksFollowPeople,
  attacksNearFrontier,
  welcomeByIntervention,
};

/**
 * Every observation that a theory could fail, and whether it does. Pure.
 * @returns one result for each check, in the order of the theory
 */
export function runTheoryChecks(theory: Theory, evidence: TheoryEvidence): CheckResult[] {
  return theory.checks.map((check) => {
    const evaluate = evaluators[check.kind] as CheckEvaluator<CheckKind>;
    const finding = isElsewhere(check, evidence)
      ? undecided('the neighbour that the check is about is not in this case')
      : evaluate(check.args as never, evidence, theory);
    return { theory: theory.id, id: check.id, title: check.title, ...finding };
  });
}

/** Whether a check asks for a measure of a country that the case does not have. */
function isElsewhere({ args }: TheoryCheck, { case: source }: TheoryEvidence): boolean {
  const country = 'outcome' in args ? /\.([A-Z]{3})$/.exec(args.outcome)?.[1] : undefined;
  return country !== undefined && !source.tables.states.some((row) => row.country === country);
}
