import type { Facts, Outcome, Societies } from './facts.ts';
import { once, ratio, sum } from './facts.ts';
import { assetsLost, unmetDays } from './individuals.ts';

const object = 'originSociety';

/** Measures of the society of origin, as a bounded society and as an association of ties. */
export function originOutcomes(stakes: Societies): Outcome[] {
  return [
    ...stakes.groupIds.map(
      (group, g): Outcome => ({
        id: `KOS1.${group}`,
        object,
        title: `Population kept: ${group}`,
        unit: 'share',
        formula: 'people of the group living in the territory on the last day / on the first',
        direction: 'moreIsBetter',
        doesNotSee: 'births; people who were away before the period',
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
      doesNotSee: 'changes within a group',
      claims: [2, 15],
      measure: (facts) => shift(facts, facts.stakes.days - 1),
    },
    {
      id: 'KOS2.worst',
      object,
      title: 'Cleansing, on the worst day',
      unit: 'index 0-1',
      formula: 'as KOS2, the largest of all days',
      direction: 'moreIsWorse',
      doesNotSee: 'changes within a group',
      claims: [2, 4],
      measure: (facts) =>
        once(facts.movement, 'worst shift', () => {
          let worst = 0;
          for (let day = 0; day < facts.stakes.days; day++)
            worst = Math.max(worst, shift(facts, day));
          return worst;
        }),
    },
    {
      id: 'KOS3',
      object,
      title: 'Re-invigoration: human capital at home at the end',
      unit: 'share',
      formula:
        '(at home + returned x what they kept of skills, health and assets) / people on the first day',
      direction: 'moreIsBetter',
      doesNotSee: 'what is learnt in exile',
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
      doesNotSee: 'settlements smaller than those of the case',
      claims: [19, 57],
      measure: ({ movement: { exposure } }) =>
        once(exposure, 'least settlements', () => least(exposure.settlementsKept)),
    },
    {
      id: 'KOS4.end',
      object,
      title: 'Settlements with half of their people, at the end',
      unit: 'share',
      formula: 'as KOS4, on the last day',
      direction: 'moreIsBetter',
      doesNotSee: 'settlements smaller than those of the case',
      claims: [12, 19],
      measure: ({ movement, stakes: s }) => movement.exposure.settlementsKept[s.days - 1]!,
    },
    {
      id: 'KOS5',
      object,
      title: 'Ties that hold, on the worst day',
      unit: 'share',
      formula:
        'pairs of a settlement and group both at home, or both away in one place: the least of all days',
      direction: 'moreIsBetter',
      doesNotSee: 'ties kept over a distance; families who stay together on the way',
      claims: [19, 57],
      measure: ({ movement: { exposure } }) =>
        once(exposure, 'least ties', () => least(exposure.tiesKept)),
    },
    {
      id: 'KOS5.end',
      object,
      title: 'Ties that hold, at the end',
      unit: 'share',
      formula: 'as KOS5, on the last day',
      direction: 'moreIsBetter',
      doesNotSee: 'ties kept over a distance',
      claims: [12, 19],
      measure: ({ movement, stakes: s }) => movement.exposure.tiesKept[s.days - 1]!,
    },
  ];
}

function kept({ movement, stakes }: Facts, group: number): number {
  const groups = stakes.groupIds.length;
  const atEnd = movement.exposure.inOrigin[(stakes.days - 1) * groups + group]!;
  return ratio(atEnd, movement.atStart[group]!);
}

function shift({ movement, stakes }: Facts, day: number): number {
  const groups = stakes.groupIds.length;
  const { inOrigin } = movement.exposure;
  const start = sum(movement.atStart);
  let now = 0;
  for (let g = 0; g < groups; g++) now += inOrigin[day * groups + g]!;
  let moved = 0;
  for (let g = 0; g < groups; g++) {
    moved += Math.abs(ratio(inOrigin[day * groups + g]!, now) - ratio(movement.atStart[g]!, start));
  }
  return moved / 2;
}

function reinvigoration(facts: Facts): number {
  const { movement, assumptions: a } = facts;
  const years = ratio(unmetDays(facts), movement.everDisplaced) / 365;
  const skills = Math.max(0, 1 - a.humanCapitalLossPerYear * years);
  const assets = 1 - assetsLost(facts);
  const keptBy = (1 - a.assetsInRecovery) * skills + a.assetsInRecovery * assets;
  return ratio(
    sum(movement.homeAtEnd) + sum(movement.returnedAtEnd) * keptBy,
    sum(movement.atStart),
  );
}

function least(list: Float64Array): number {
  let low = 1;
  for (let i = 0; i < list.length; i++) low = Math.min(low, list[i]!);
  return low;
}
