import { codeOf } from '@asylia/security';
import { signOf } from './contributions.ts';
import type { CheckEvaluator } from './evidence.ts';
import { figure, observationFor, undecided } from './evidence.ts';

/** Exclusion deters or drives underground: the theory's sign against the observed one. */
export const exclusionAndIrregular: CheckEvaluator<'exclusionAndIrregular'> = (args, evidence) => {
  const fact = observationFor(evidence, args.observation);
  if (fact?.finding?.kind !== 'sign') return undecided('the effect of exclusion was not observed');
  const part = evidence.contribution(args.outcome, args.factor);
  if (part === null)
    return undecided(`what ${codeOf(args.factor)} does to ${codeOf(args.outcome)} is not computed`);
  const landed = evidence.case.tables.record.filter((row) => row.measure === 'irregular_day');
  const record =
    landed.length === 0
      ? 'the record of the case counts no irregular passage'
      : `the record counts ${landed.map((row) => `${figure(row.value)} a day at ${row.place} (${row.date})`).join(', ')} while legal ways were few`;
  return {
    refuted: signOf(part.lastIn, 0) !== fact.finding.sign,
    evidence: `observed: exclusion ${fact.finding.sign} irregular entry (${fact.source}); under the theory ${codeOf(args.factor)} changes ${codeOf(args.outcome)} by ${figure(part.lastIn)} but for it; ${record}`,
  };
};
