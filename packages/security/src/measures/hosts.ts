import type { Facts, MeasureDeclaration, ObjectMeasures } from './measure.ts';

/** Events of unrest begun by one side. */
const unrestBegun = (
  by: 'displaced' | 'hosts' | 'betweenHosts',
  words: string,
  declared: Pick<MeasureDeclaration, 'id' | 'code'>,
): MeasureDeclaration => ({
  ...declared,
  title: `Unrest ${words}`,
  unit: 'events per 100,000 residents in 30 days',
  formula: `the part of NEI2 begun ${words}`,
  direction: 'moreIsWorse',
  limitations: 'how severe an event is',
  of: (facts, c) => rate(facts.consequences.unrest[by][c]!, facts, c),
});

/** Measures of each neighbouring society that can host displaced persons. */
export const hosts: ObjectMeasures = {
  object: 'neighbour',
  title: 'The society of {name}',
  measures: [
    {
      id: 'host.serviceCover',
      code: 'NEI1',
      title: 'Service cover of hosts',
      unit: 'share',
      formula: '1 - host shortfall (f4), mean over days',
      direction: 'moreIsBetter',
      limitations: 'services that were short before',
      of: ({ consequences }, c) => 1 - consequences.needs.meanHostShortfall[c]!,
    },
    {
      id: 'host.unrest',
      code: 'NEI2',
      headline: 1,
      title: 'Unrest',
      unit: 'events per 100,000 residents in 30 days',
      formula: 'by the displaced, by hosts and between host groups (f5)',
      direction: 'moreIsWorse',
      limitations: 'how severe an event is; the scale is assumed, only differences mean something',
      of: (facts, c) => {
        const { unrest } = facts.consequences;
        return rate(unrest.displaced[c]! + unrest.hosts[c]! + unrest.betweenHosts[c]!, facts, c);
      },
    },
    unrestBegun('displaced', 'by the displaced', {
      id: 'host.unrestByDisplaced',
      code: 'NEI2.displaced',
    }),
    unrestBegun('hosts', 'by hosts', {
      id: 'host.unrestByHosts',
      code: 'NEI2.hosts',
    }),
    unrestBegun('betweenHosts', 'between host groups', {
      id: 'host.unrestBetweenHosts',
      code: 'NEI2.between',
    }),
    {
      id: 'host.publicMoney',
      code: 'NEI3',
      headline: 4,
      title: 'Net public money',
      unit: '% of GDP',
      formula:
        '(taxes of displaced persons who work + aid - cost of meeting needs) / GDP of the period',
      direction: 'moreIsBetter',
      limitations: 'loans, debt, and what the war cost otherwise',
      of: publicMoney,
    },
    {
      id: 'host.welfare',
      code: 'NEI4',
      title: 'Welfare of hosts',
      unit: '% of real income',
      formula:
        'prices by the share of displaced persons, and local income from aid; mean over days',
      direction: 'moreIsBetter',
      limitations: 'who gains and who loses among hosts',
      of: welfare,
    },
    {
      id: 'host.armedConflict',
      code: 'NEI5',
      headline: 2,
      title: 'Armed conflict',
      unit: 'probability in 24 months',
      formula: 'function f7 at the peak of displaced persons',
      direction: 'moreIsWorse',
      limitations: 'what happens after the period; the base rate is assumed',
      of: ({ consequences }, c) => consequences.onset.conflict[c]!,
    },
    {
      id: 'host.villagersDisplaced',
      code: 'NEI6',
      headline: 3,
      title: 'Host villagers displaced by attacks',
      unit: 'persons',
      formula: 'attacks across the frontier x villagers displaced by each',
      direction: 'moreIsWorse',
      limitations: 'villagers who left before an attack',
      of: ({ consequences }, c) => consequences.attacks.hostsDisplaced[c]!,
    },
  ],
};

/** Events per 100,000 residents in 30 days; 0 where residents are not known. */
function rate(events: number, { societyContext }: Facts, c: number): number {
  return societyContext.population[c]! > 0
    ? (events * 100_000 * 30) / societyContext.population[c]! / societyContext.days
    : 0;
}

/** Share of the cost of needs that comes from outside: all of it when funded to standard. */
function aided(facts: Facts): number {
  return 1 - (1 - facts.assumptions.aidShareOfCost) * facts.levels.incapacity;
}

function publicMoney(facts: Facts, c: number): number {
  const { societyContext, consequences, levels, assumptions: a } = facts;
  const gdp = societyContext.gdpUsd[c]!;
  if (Number.isNaN(gdp) || gdp <= 0 || societyContext.population[c]! <= 0) return 0;
  const days = consequences.abroad.personDays[c]!;
  const { incapacity } = levels;
  const employed = a.employedShare * incapacity + a.employedShareAtStandard * (1 - incapacity);
  const taxes = (days * employed * a.taxShareOfWages * gdp) / societyContext.population[c]! / 365;
  const cost = days * a.costUsdPerPersonDay;
  return (100 * (taxes + cost * aided(facts) - cost)) / ((gdp * societyContext.days) / 365);
}

function welfare(facts: Facts, c: number): number {
  const { societyContext, consequences, assumptions: a } = facts;
  if (societyContext.population[c]! <= 0) return 0;
  const { personDays, perResident } = consequences.abroad;
  const gdp = societyContext.gdpUsd[c]!;
  const aid = personDays[c]! * a.costUsdPerPersonDay * aided(facts);
  const income = Number.isNaN(gdp) || gdp <= 0 ? 0 : aid / ((gdp * societyContext.days) / 365);
  return 100 * (a.welfarePerShare * perResident[c]! + a.aidMultiplier * a.aidSpentLocally * income);
}
