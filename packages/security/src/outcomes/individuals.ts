import { ratio, sum } from '../arithmetic.ts';
import type { Outcome, Societies } from './facts.ts';

const object = 'individuals';

/** Measures of the security of the people themselves, of all groups. */
export function individualOutcomes(stakes: Societies): Outcome[] {
  return [
    {
      id: 'IND1',
      object,
      title: 'Excess deaths, all groups',
      unit: 'persons',
      formula: 'deaths by violence and deaths above the baseline by shortfall, over the period',
      direction: 'moreIsWorse',
      doesNotSee: 'people wounded; deaths by attacks across the frontier (a few, in REG1)',
      measure: ({ movement }) => sum(movement.killed) + sum(movement.shortfallDeaths),
    },
    {
      id: 'IND1.violence',
      object,
      title: 'Deaths by violence',
      unit: 'persons',
      formula: 'hazard of the case over those at home and displaced inside',
      direction: 'moreIsWorse',
      doesNotSee: 'deaths on the road, for which no series was found',
      measure: ({ movement }) => sum(movement.killed),
    },
    {
      id: 'IND1.shortfall',
      object,
      title: 'Deaths by shortfall, above the baseline',
      unit: 'persons',
      formula: 'function f3: status, shortfall of known lines, nearness to the frontier',
      direction: 'moreIsWorse',
      doesNotSee: 'lines of supply without a figure',
      measure: ({ movement }) => sum(movement.shortfallDeaths),
    },
    ...stakes.groupIds.map(
      (group, g): Outcome => ({
        id: `IND1.${group}`,
        object,
        title: `Excess deaths: ${group}`,
        unit: 'persons',
        formula: 'as IND1, of one group',
        direction: 'moreIsWorse',
        doesNotSee: 'killings of groups for which the case has no row',
        measure: ({ movement }) => movement.killed[g]! + movement.shortfallDeaths[g]!,
      }),
    ),
    {
      id: 'IND2',
      object,
      title: 'Protection gap',
      unit: 'person-days',
      formula: 'sum over people and days of 1 - rights held / rights due (1951 Convention)',
      direction: 'moreIsWorse',
      doesNotSee: 'rights on paper that are not kept',
      measure: ({ movement, follows, assumptions: a }) =>
        (movement.lostProtectionDays - movement.crossedDays) * (1 - a.rightsWithoutStatus) +
        follows.protection.gapAbroad,
    },
    {
      id: 'IND3',
      object,
      title: 'Displaced persons from abused households',
      unit: 'share',
      formula: 'abused per expelled x expelled / ever displaced',
      direction: 'moreIsWorse',
      doesNotSee: 'abuse of those who stayed or fled before they were expelled',
      measure: ({ movement, assumptions: a }) =>
        Math.min(1, ratio(a.abusedPerExpelled * movement.expelled, movement.everDisplaced)),
    },
    {
      id: 'IND4',
      object,
      title: 'Shortfall of standards',
      unit: 'person-days',
      formula: 'sum over neighbours and days of displaced persons x shortfall (f4)',
      direction: 'moreIsWorse',
      doesNotSee: 'people displaced inside, of whom no supply is known',
      measure: ({ follows }) => follows.needs.unmetDays,
    },
    {
      id: 'IND5',
      object,
      title: 'People moved by smugglers',
      unit: 'persons',
      formula: 'irregular passages over the period (f8)',
      direction: 'moreIsWorse',
      doesNotSee: 'those who paid to reach a neighbour',
      measure: ({ movement }) => movement.irregular,
    },
    {
      id: 'IND5.assets',
      object,
      title: 'Assets lost',
      unit: 'share of assets',
      formula:
        'taken at expulsion, paid to smugglers, paid in bribes; mean over all ever displaced',
      direction: 'moreIsWorse',
      doesNotSee: 'homes destroyed',
      measure: ({ follows }) => follows.passage.assetsLost,
    },
    {
      id: 'IND5.bribes',
      object,
      title: 'People who paid to climb the list of evacuation',
      unit: 'persons',
      formula: 'evacuated x share who paid, while there is a queue',
      direction: 'moreIsWorse',
      doesNotSee: 'those passed over',
      measure: ({ follows }) => follows.passage.bribed,
    },
    {
      id: 'IND6',
      object,
      title: 'Without papers',
      unit: 'share of person-days abroad',
      formula: 'share without papers on arrival, falling as papers are issued',
      direction: 'moreIsWorse',
      doesNotSee: 'people displaced inside',
      measure: ({ follows }) => ratio(follows.protection.undocumented, follows.protection.abroad),
    },
    {
      id: 'IND7',
      object,
      title: 'Time in displacement, to the end of the period',
      unit: 'days per person',
      formula: 'person-days without the protection of a state / people ever displaced',
      direction: 'moreIsWorse',
      doesNotSee: 'what comes after the period: a restricted mean, since no median may be reached',
      measure: ({ movement }) => ratio(movement.lostProtectionDays, movement.everDisplaced),
    },
  ];
}
