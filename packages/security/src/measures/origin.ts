import { ratio, sum } from '../arithmetic.ts';
import type { Facts, Measure, Societies } from './facts.ts';
import { assetsLost } from './individuals.ts';

const object = 'originSociety';

/** Measures of the society of origin, as a bounded society and as an association of ties. */
export function originOutcomes(stakes: Societies): Measure[] {
  return [
    ...stakes.groupIds.map(
      (group, g): Measure => ({
        id: `KOS1.${group}`,
        object,
        title: `Population kept: ${group}`,
        unit: 'share',
        formula: 'people of the group living in the territory on the last day / on the first',
        direction: 'moreIsBetter',
        limitations: 'births; people who were away before the period',
        claims: [2, 57],
        measure: (facts) => kept(facts, g),
      }),
    ),
    {
      id: 'KOS2',
      object,
      title: 'Cleansing, at the end',
      unit: 'index 0-1',
      formula: '1/2 sum over groups of |share of the population on the last day - on the first|',
      direction: 'moreIsWorse',
      limitations: 'changes within a group',
      claims: [2, 15],
      measure: ({ movement }) => movement.cleansed.atEnd,
    },
    {
      id: 'KOS2.worst',
      object,
      title: 'Cleansing, on the worst day',
      unit: 'index 0-1',
      formula: 'as KOS2, the largest of all days',
      direction: 'moreIsWorse',
      limitations: 'changes within a group',
      claims: [2, 4],
      measure: ({ movement }) => movement.cleansed.worst,
    },
    {
      id: 'KOS3',
      object,
      title: 'Re-invigoration: human capital at home at the end',
      unit: 'share',
      formula:
        '(at home + returned x what they kept of skills, health and assets) / people on the first day',
      direction: 'moreIsBetter',
      limitations: 'what is learnt in exile',
      claims: [12, 61],
      measure: reinvigoration,
    },
    {
      id: 'KOS4',
      object,
      title: 'Settlements with half of their people, on the worst day',
      unit: 'share',
      formula: 'settlements in which at least half of their people live: the least of all days',
      direction: 'moreIsBetter',
      limitations: 'settlements smaller than those of the case',
      claims: [19, 57],
      measure: ({ movement }) => movement.settlementsKept.least,
    },
    {
      id: 'KOS4.end',
      object,
      title: 'Settlements with half of their people, at the end',
      unit: 'share',
      formula: 'as KOS4, on the last day',
      direction: 'moreIsBetter',
      limitations: 'settlements smaller than those of the case',
      claims: [12, 19],
      measure: ({ movement }) => movement.settlementsKept.atEnd,
    },
    {
      id: 'KOS5',
      object,
      title: 'Ties that hold, on the worst day',
      unit: 'share',
      formula:
        'pairs of a settlement and group both at home, or both away in one place: the least of all days',
      direction: 'moreIsBetter',
      limitations: 'ties kept over a distance; families who stay together on the way',
      claims: [19, 57],
      measure: ({ movement }) => movement.tiesKept.least,
    },
    {
      id: 'KOS5.end',
      object,
      title: 'Ties that hold, at the end',
      unit: 'share',
      formula: 'as KOS5, on the last day',
      direction: 'moreIsBetter',
      limitations: 'ties kept over a distance',
      claims: [12, 19],
      measure: ({ movement }) => movement.tiesKept.atEnd,
    },
  ];
}

function kept({ movement, stakes }: Facts, group: number): number {
  const groups = stakes.groupIds.length;
  const atEnd = movement.exposure.inOrigin[(stakes.days - 1) * groups + group]!;
  return ratio(atEnd, movement.atStart[group]!);
}

function reinvigoration(facts: Facts): number {
  const { movement, follows, assumptions: a } = facts;
  const years = ratio(follows.needs.unmetDays, movement.everDisplaced) / 365;
  const skills = Math.max(0, 1 - a.humanCapitalLossPerYear * years);
  const assets = 1 - assetsLost(facts);
  const keptBy = (1 - a.assetsInRecovery) * skills + a.assetsInRecovery * assets;
  return ratio(
    sum(movement.homeAtEnd) + sum(movement.returnedAtEnd) * keptBy,
    sum(movement.atStart),
  );
}
