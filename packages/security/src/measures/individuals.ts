import { ratio, sum } from '../arithmetic.ts';
import type { Facts, ObjectMeasures } from './measure.ts';

/** Measures of the security of the people themselves, of all groups. */
export const individuals: ObjectMeasures = {
  object: 'individuals',
  title: 'The people themselves, of all groups',
  measures: [
    {
      id: 'individuals.excessDeaths',
      code: 'IND1',
      headline: 1,
      title: 'Excess deaths, all groups',
      unit: 'persons',
      formula: 'deaths by violence and deaths above the baseline by shortfall, over the period',
      direction: 'moreIsWorse',
      limitations: 'people wounded; deaths by attacks across the frontier (a few, in REG1)',
      claims: [8, 55, 57, 60],
      of: ({ movement }) => sum(movement.killed) + sum(movement.shortfallDeaths),
    },
    {
      id: 'individuals.killed',
      code: 'IND1.violence',
      title: 'Deaths by violence',
      unit: 'persons',
      formula: 'hazard of the case over those at home and displaced inside',
      direction: 'moreIsWorse',
      limitations: 'deaths on the road, for which no series was found',
      claims: [8, 55],
      of: ({ movement }) => sum(movement.killed),
    },
    {
      id: 'individuals.shortfallDeaths',
      code: 'IND1.shortfall',
      title: 'Deaths by shortfall, above the baseline',
      unit: 'persons',
      formula: 'function f3: status, shortfall of known lines, nearness to the frontier',
      direction: 'moreIsWorse',
      limitations: 'lines of supply without a figure',
      claims: [42, 48],
      of: ({ movement }) => sum(movement.shortfallDeaths),
    },
    {
      id: 'individuals.excessDeathsByGroup',
      code: 'IND1',
      each: 'group',
      title: 'Excess deaths',
      unit: 'persons',
      formula: 'as IND1, of one group',
      direction: 'moreIsWorse',
      limitations: 'killings of groups for which the case has no row',
      claims: [2, 8],
      of: ({ movement }, g) => movement.killed[g]! + movement.shortfallDeaths[g]!,
    },
    {
      id: 'individuals.protectionGap',
      code: 'IND2',
      headline: 2,
      title: 'Protection gap',
      unit: 'person-days',
      formula: 'sum over people and days of 1 - rights held / rights due (1951 Convention)',
      direction: 'moreIsWorse',
      limitations: 'rights on paper that are not kept',
      claims: [10, 35, 39, 40],
      of: ({ movement, follows, assumptions: a }) =>
        (movement.lostProtectionDays - movement.crossedDays) * (1 - a.rightsWithoutStatus) +
        follows.protection.gapAbroad,
    },
    {
      id: 'individuals.abusedHouseholds',
      code: 'IND3',
      title: 'Displaced persons from abused households',
      unit: 'share',
      formula: 'abused per expelled x expelled / ever displaced',
      direction: 'moreIsWorse',
      limitations: 'abuse of those who stayed or fled before they were expelled',
      claims: [8, 33],
      of: ({ movement, assumptions: a }) =>
        Math.min(1, ratio(a.abusedPerExpelled * movement.expelled, movement.everDisplaced)),
    },
    {
      id: 'individuals.unmetNeeds',
      code: 'IND4',
      title: 'Shortfall of standards',
      unit: 'person-days',
      formula: 'sum over neighbours and days of displaced persons x shortfall (f4)',
      direction: 'moreIsWorse',
      limitations: 'people displaced inside, of whom no supply is known',
      claims: [42, 43],
      of: ({ follows }) => follows.needs.unmetDays,
    },
    {
      id: 'individuals.smuggled',
      code: 'IND5',
      title: 'People moved by smugglers',
      unit: 'persons',
      formula: 'irregular passages over the period (f8)',
      direction: 'moreIsWorse',
      limitations: 'those who paid to reach a neighbour',
      claims: [49, 50, 52],
      of: ({ movement }) => movement.irregular,
    },
    {
      id: 'individuals.assetsLost',
      code: 'IND5.assets',
      headline: 3,
      title: 'Assets lost',
      unit: 'share of assets',
      formula:
        'taken at expulsion, paid to smugglers, paid in bribes; mean over all ever displaced',
      direction: 'moreIsWorse',
      limitations: 'homes destroyed',
      claims: [50, 51],
      of: assetsLost,
    },
    {
      id: 'individuals.bribed',
      code: 'IND5.bribes',
      title: 'People who paid to climb the list of evacuation',
      unit: 'persons',
      formula: 'evacuated x share who paid, while there is a queue',
      direction: 'moreIsWorse',
      limitations: 'those passed over',
      claims: [51],
      of: ({ movement, switches, assumptions: a }) =>
        movement.evacuated * a.bribeShare * switches.queue,
    },
    {
      id: 'individuals.withoutPapers',
      code: 'IND6',
      title: 'Without papers',
      unit: 'share of person-days abroad',
      formula: 'share without papers on arrival, falling as papers are issued',
      direction: 'moreIsWorse',
      limitations: 'people displaced inside',
      claims: [43],
      of: ({ follows }) => ratio(follows.protection.undocumented, follows.protection.abroad),
    },
    {
      id: 'individuals.timeDisplaced',
      code: 'IND7',
      headline: 4,
      title: 'Time in displacement, to the end of the period',
      unit: 'days per person',
      formula: 'person-days without the protection of a state / people ever displaced',
      direction: 'moreIsWorse',
      limitations: 'what comes after the period: a restricted mean, since no median may be reached',
      claims: [5, 12, 61],
      of: ({ movement }) => ratio(movement.lostProtectionDays, movement.everDisplaced),
    },
  ],
};

/** Mean share of assets lost over everybody ever displaced. */
export function assetsLost({ switches, movement, assumptions: a }: Facts): number {
  const passage = Math.min(1, a.passagePriceUsd / a.assetsUsd);
  const bribe = Math.min(1, a.bribeUsd / a.assetsUsd);
  const lost =
    movement.expelled * a.assetsTakenAtExpulsion +
    movement.irregular * passage +
    movement.evacuated * a.bribeShare * switches.queue * bribe;
  return Math.min(1, ratio(lost, movement.everDisplaced));
}
