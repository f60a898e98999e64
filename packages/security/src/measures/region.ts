import { sum } from '../arithmetic.ts';
import type { Facts, ObjectMeasures } from './measure.ts';

const perMonth = (events: number, { societyContext }: Facts) => (events * 30) / societyContext.days;

/** Measures of the security of the region. */
export const region: ObjectMeasures = {
  object: 'region',
  title: 'The region',
  measures: [
    {
      id: 'region.attacks',
      code: 'REG1',
      headline: 1,
      title: 'Attacks across the frontier',
      unit: 'events in 30 days',
      formula: 'expected attacks in answer to fighters and in pursuit (f6), over the period',
      direction: 'moreIsWorse',
      limitations: 'attacks that nobody recorded; how severe they are',
      of: (facts) =>
        perMonth(
          sum(facts.consequences.attacks.provoked) + sum(facts.consequences.attacks.pursuit),
          facts,
        ),
    },
    {
      id: 'region.attacksProvoked',
      code: 'REG1.provoked',
      title: 'Attacks in answer to fighters among the displaced',
      unit: 'events in 30 days',
      formula: 'the provoked term of f6',
      direction: 'moreIsWorse',
      limitations: 'which side fired first: the share is an assumption',
      of: (facts) => perMonth(sum(facts.consequences.attacks.provoked), facts),
    },
    {
      id: 'region.attacksInPursuit',
      code: 'REG1.pursuit',
      title: 'Attacks in pursuit of the displaced',
      unit: 'events in 30 days',
      formula: 'the pursuit term of f6',
      direction: 'moreIsWorse',
      limitations: 'which side fired first: the share is an assumption',
      of: (facts) => perMonth(sum(facts.consequences.attacks.pursuit), facts),
    },
    {
      id: 'region.widening',
      code: 'REG2',
      title: 'Geographic widening',
      unit: 'share of places',
      formula: 'mean over towns and camps abroad of 1 - exp(-expected attacks there)',
      direction: 'moreIsWorse',
      limitations: 'places that are not in the case',
      of: ({ consequences }) => consequences.attacks.placesHit,
    },
    {
      id: 'region.concentration',
      code: 'REG3',
      headline: 3,
      title: 'Concentration of responsibility',
      unit: 'index 0-1',
      formula: 'sum over countries of (share of all hosted)^2, mean over days weighted by people',
      direction: 'moreIsWorse',
      limitations: 'how able a country is to host; see NEI and REC6',
      of: ({ consequences }) => consequences.abroad.concentration,
    },
    {
      id: 'region.interstateDispute',
      code: 'REG4',
      headline: 2,
      title: 'Interstate dispute',
      unit: 'probability a year',
      formula:
        '1 - exp(-hazard), hazard = base + per attack + per ln(1 + displaced) where a theory says so',
      direction: 'moreIsWorse',
      limitations: 'the war in the country of origin itself, which the case takes as given',
      of: ({ consequences }) => consequences.onset.dispute,
    },
  ],
};
