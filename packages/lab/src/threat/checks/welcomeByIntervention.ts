import type { CheckEvaluator } from './evidence.ts';
import { figure, undecided } from './evidence.ts';

/** Whether states that fought the persecutor took in more of its victims per resident. */
export const welcomeByIntervention: CheckEvaluator<'welcomeByIntervention'> = (
  args,
  { case: source },
) => {
  const took = { yes: 0, no: 0 };
  const residents = { yes: 0, no: 0 };
  for (const { country, intervened } of source.tables.societies) {
    const state = source.tables.states.find((one) => one.country === country);
    if (state?.role !== 'receiving' || !state.population) continue;
    const counted = source.tables.record
      .filter((row) => row.measure === 'evacuated_cum' && row.place === country)
      .map((row) => row.value);
    // A state without a count is left out whole: none counted is not none taken.
    if (counted.length === 0) continue;
    took[intervened] += Math.max(...counted);
    residents[intervened] += state.population;
  }
  if (residents.yes === 0 || residents.no === 0 || took.no === 0)
    return undecided('people taken in are not counted for states of both kinds');
  const perMillion = (side: 'yes' | 'no') => (1e6 * took[side]) / residents[side];
  return {
    refuted: perMillion('yes') < args.atLeastRatio * perMillion('no'),
    evidence: `taken in per million residents: ${figure(perMillion('yes'))} by states that fought the persecutor, ${figure(perMillion('no'))} by others with a count; the theory expects a ratio of at least ${figure(args.atLeastRatio)}`,
  };
};
