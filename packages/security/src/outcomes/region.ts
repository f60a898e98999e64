import { log1p } from '@asylia/engine';
import { at, farPeople, interstateDispute, near } from '../consequences/index.ts';
import type { Facts, Outcome } from './facts.ts';
import { once, ratio, sum } from './facts.ts';

const object = 'region';
const perMonth = (events: number, { stakes }: Facts) => (events * 30) / stakes.days;

/** Measures of the security of the region. */
export const regionOutcomes: readonly Outcome[] = [
  {
    id: 'REG1',
    object,
    title: 'Attacks across the frontier',
    unit: 'events in 30 days',
    formula: 'expected attacks in answer to fighters and in pursuit (f6), over the period',
    direction: 'moreIsWorse',
    doesNotSee: 'attacks that nobody recorded; how severe they are',
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
    doesNotSee: 'which side fired first: the share is an assumption',
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
    doesNotSee: 'which side fired first: the share is an assumption',
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
    doesNotSee: 'places that are not in the case',
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
    doesNotSee: 'how able a country is to host; see NEI and EU6',
    claims: [9, 38],
    measure: (facts) => once(facts.movement.exposure, 'concentration', () => concentration(facts)),
  },
  {
    id: 'REG4',
    object,
    title: 'Interstate dispute',
    unit: 'probability a year',
    formula:
      '1 - exp(-hazard), hazard = base + per attack + per ln(1 + displaced) where a theory says so',
    direction: 'moreIsWorse',
    doesNotSee: 'the war over Kosovo itself, which the case takes as given',
    claims: [1, 57],
    measure: (facts) =>
      interstateDispute(
        facts.stakes,
        once(facts.follows.attacks, 'perDay', () => sum(facts.follows.attacks.perDay)),
        once(facts.movement.exposure, 'meanLogDisplaced', () => meanLogDisplaced(facts)),
        facts.assumptions,
      ),
  },
];

function concentration({ stakes, movement }: Facts): number {
  const countries = stakes.countryIds.length;
  let weighted = 0;
  let people = 0;
  for (let day = 0; day < stakes.days; day++) {
    let all = 0;
    let squares = 0;
    for (let c = 0; c < countries; c++) {
      const here =
        (stakes.hosts[c] ? near(movement.exposure, countries, day, c, at.displaced) : 0) +
        farPeople(movement.exposure, countries, day, c);
      all += here;
      squares += here * here;
    }
    weighted += ratio(squares, all);
    people += all;
  }
  return ratio(weighted, people);
}

function meanLogDisplaced({ stakes, movement }: Facts): number {
  const countries = stakes.countryIds.length;
  let total = 0;
  for (let day = 0; day < stakes.days; day++) {
    let abroad = 0;
    for (let c = 0; c < countries; c++) {
      if (stakes.hosts[c]) abroad += near(movement.exposure, countries, day, c, at.displaced);
    }
    total += log1p(abroad);
  }
  return total / stakes.days;
}
