import { sum } from '../arithmetic.ts';
import { interstateDispute } from '../consequences/index.ts';
import type { Facts, Measure } from './facts.ts';

const object = 'region';
const perMonth = (events: number, { stakes }: Facts) => (events * 30) / stakes.days;

/** Measures of the security of the region. */
export const regionOutcomes: readonly Measure[] = [
  {
    id: 'REG1',
    object,
    title: 'Attacks across the frontier',
    unit: 'events in 30 days',
    formula: 'expected attacks in answer to fighters and in pursuit (f6), over the period',
    direction: 'moreIsWorse',
    limitations: 'attacks that nobody recorded; how severe they are',
    claims: [46, 47, 57],
    measure: (facts) =>
      perMonth(sum(facts.follows.attacks.provoked) + sum(facts.follows.attacks.pursuit), facts),
  },
  {
    id: 'REG1.provoked',
    object,
    title: 'Attacks in answer to fighters among the displaced',
    unit: 'events in 30 days',
    formula: 'the provoked term of f6',
    direction: 'moreIsWorse',
    limitations: 'which side fired first: the share is an assumption',
    claims: [46],
    measure: (facts) => perMonth(sum(facts.follows.attacks.provoked), facts),
  },
  {
    id: 'REG1.pursuit',
    object,
    title: 'Attacks in pursuit of the displaced',
    unit: 'events in 30 days',
    formula: 'the pursuit term of f6',
    direction: 'moreIsWorse',
    limitations: 'which side fired first: the share is an assumption',
    claims: [47],
    measure: (facts) => perMonth(sum(facts.follows.attacks.pursuit), facts),
  },
  {
    id: 'REG2',
    object,
    title: 'Geographic widening',
    unit: 'share of places',
    formula: 'mean over towns and camps abroad of 1 - exp(-expected attacks there)',
    direction: 'moreIsWorse',
    limitations: 'places that are not in the case',
    claims: [46, 47, 48],
    measure: ({ follows }) => follows.attacks.placesHit,
  },
  {
    id: 'REG3',
    object,
    title: 'Concentration of responsibility',
    unit: 'index 0-1',
    formula: 'sum over countries of (share of all hosted)^2, mean over days weighted by people',
    direction: 'moreIsWorse',
    limitations: 'how able a country is to host; see NEI and EU6',
    claims: [9, 38],
    measure: ({ follows }) => follows.abroad.concentration,
  },
  {
    id: 'REG4',
    object,
    title: 'Interstate dispute',
    unit: 'probability a year',
    formula:
      '1 - exp(-hazard), hazard = base + per attack + per ln(1 + displaced) where a theory says so',
    direction: 'moreIsWorse',
    limitations: 'the war over Kosovo itself, which the case takes as given',
    claims: [1, 57],
    measure: ({ stakes, follows: { attacks, abroad }, assumptions, switches }) =>
      interstateDispute(stakes, attacks.total, abroad.meanLogDisplaced, assumptions, switches),
  },
];
