import { conflictOnset } from '../consequences/index.ts';
import type { Facts, Measure, Societies } from './facts.ts';

/** Neighbouring countries that can host displaced persons. */
export function neighboursOf(stakes: Societies): number[] {
  return stakes.countryIds.flatMap((_, c) => (stakes.hosts[c] ? [c] : []));
}

/** Measures of each neighbouring society apart. */
export function neighbourOutcomes(stakes: Societies): Measure[] {
  return neighboursOf(stakes).flatMap((c) => outcomesOfNeighbour(stakes.countryIds[c]!, c));
}

function outcomesOfNeighbour(iso: string, c: number): Measure[] {
  const object = `neighbour:${iso}` as const;
  const rate = (events: number, { stakes }: Facts) =>
    stakes.population[c]! > 0 ? (events * 100_000 * 30) / stakes.population[c]! / stakes.days : 0;
  return [
    {
      id: `NEI1.${iso}`,
      object,
      title: `Service cover of hosts: ${iso}`,
      unit: 'share',
      formula: '1 - host shortfall (f4), mean over days',
      direction: 'moreIsBetter',
      limitations: 'services that were short before',
      claims: [42, 43],
      measure: ({ follows }) => 1 - follows.needs.meanHostShortfall[c]!,
    },
    {
      id: `NEI2.${iso}`,
      object,
      title: `Unrest: ${iso}`,
      unit: 'events per 100,000 residents in 30 days',
      formula: 'by the displaced, by hosts and between host groups (f5)',
      direction: 'moreIsWorse',
      limitations: 'how severe an event is; the scale is assumed, only differences mean something',
      claims: [44, 57],
      measure: (facts) => {
        const { displaced, hosts, betweenHosts } = facts.follows.unrest;
        return rate(displaced[c]! + hosts[c]! + betweenHosts[c]!, facts);
      },
    },
    ...(
      [
        ['displaced', 'by the displaced', 'displaced', [44]],
        ['hosts', 'by hosts', 'hosts', [44]],
        ['between', 'between host groups', 'betweenHosts', [41, 58]],
      ] as const
    ).map(
      ([part, words, key, claims]): Measure => ({
        id: `NEI2.${part}.${iso}`,
        object,
        title: `Unrest ${words}: ${iso}`,
        unit: 'events per 100,000 residents in 30 days',
        formula: `the part of NEI2 begun ${words}`,
        direction: 'moreIsWorse',
        limitations: 'how severe an event is',
        claims,
        measure: (facts) => rate(facts.follows.unrest[key][c]!, facts),
      }),
    ),
    {
      id: `NEI3.${iso}`,
      object,
      title: `Net public money: ${iso}`,
      unit: '% of GDP',
      formula:
        '(taxes of displaced persons who work + aid - cost of meeting needs) / GDP of the period',
      direction: 'moreIsBetter',
      limitations: 'loans, debt, and what the war cost otherwise',
      claims: [43],
      measure: (facts) => publicMoney(facts, c),
    },
    {
      id: `NEI4.${iso}`,
      object,
      title: `Welfare of hosts: ${iso}`,
      unit: '% of real income',
      formula:
        'prices by the share of displaced persons, and local income from aid; mean over days',
      direction: 'moreIsBetter',
      limitations: 'who gains and who loses among hosts',
      claims: [43, 44],
      measure: (facts) => welfare(facts, c),
    },
    {
      id: `NEI5.${iso}`,
      object,
      title: `Armed conflict: ${iso}`,
      unit: 'probability in 24 months',
      formula: 'function f7 at the peak of displaced persons',
      direction: 'moreIsWorse',
      limitations: 'what happens after the period; the base rate is assumed',
      claims: [41, 45, 57],
      measure: (facts) => conflict(facts, c),
    },
    {
      id: `NEI6.${iso}`,
      object,
      title: `Host villagers displaced by attacks: ${iso}`,
      unit: 'persons',
      formula: 'attacks across the frontier x villagers displaced by each',
      direction: 'moreIsWorse',
      limitations: 'villagers who left before an attack',
      claims: [46, 47],
      measure: ({ follows }) => follows.attacks.hostsDisplaced[c]!,
    },
  ];
}

/** Share of the cost of needs that comes from outside: all of it when funded to standard. */
function aided(facts: Facts): number {
  return 1 - (1 - facts.assumptions.aidShareOfCost) * facts.switches.incapacity;
}

function publicMoney(facts: Facts, c: number): number {
  const { stakes, follows, switches, assumptions: a } = facts;
  const gdp = stakes.gdpUsd[c]!;
  if (Number.isNaN(gdp) || gdp <= 0 || stakes.population[c]! <= 0) return 0;
  const days = follows.abroad.personDays[c]!;
  const { incapacity } = switches;
  const employed = a.employedShare * incapacity + a.employedShareAtStandard * (1 - incapacity);
  const taxes = (days * employed * a.taxShareOfWages * gdp) / stakes.population[c]! / 365;
  const cost = days * a.costUsdPerPersonDay;
  return (100 * (taxes + cost * aided(facts) - cost)) / ((gdp * stakes.days) / 365);
}

function welfare(facts: Facts, c: number): number {
  const { stakes, follows, assumptions: a } = facts;
  if (stakes.population[c]! <= 0) return 0;
  const { personDays, perResident } = follows.abroad;
  const gdp = stakes.gdpUsd[c]!;
  const aid = personDays[c]! * a.costUsdPerPersonDay * aided(facts);
  const income = Number.isNaN(gdp) || gdp <= 0 ? 0 : aid / ((gdp * stakes.days) / 365);
  return 100 * (a.welfarePerShare * perResident[c]! + a.aidMultiplier * a.aidSpentLocally * income);
}

function conflict({ stakes, follows, assumptions, switches }: Facts, c: number): number {
  const peak = follows.abroad.peak[c]!;
  const attacks = follows.attacks.provoked[c]! + follows.attacks.pursuit[c]!;
  const incapacity = follows.incapacity[c]!;
  return conflictOnset(stakes, c, peak, attacks, incapacity, assumptions, switches);
}
