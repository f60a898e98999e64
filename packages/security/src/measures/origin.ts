import { ratio, sum } from '../arithmetic.ts';
import type { Facts, ObjectMeasures } from './measure.ts';

/** Measures of the society of origin, as a bounded society and as an association of ties. */
export const origin: ObjectMeasures = {
  object: 'originSociety',
  title: 'The society of origin',
  measures: [
    {
      id: 'origin.populationKept',
      code: 'ORI1',
      each: 'group',
      title: 'Population kept',
      unit: 'share',
      formula: 'people of the group living in the territory on the last day / on the first',
      direction: 'moreIsBetter',
      limitations: 'births; people who were away before the period',
      of: kept,
    },
    {
      id: 'origin.cleansing',
      code: 'ORI2',
      title: 'Cleansing, at the end',
      unit: 'index 0-1',
      formula: '1/2 sum over groups of |share of the population on the last day - on the first|',
      direction: 'moreIsWorse',
      limitations: 'changes within a group',
      of: ({ movement }) => movement.cleansed.atEnd,
    },
    {
      id: 'origin.cleansingAtWorst',
      code: 'ORI2.worst',
      headline: 2,
      title: 'Cleansing, on the worst day',
      unit: 'index 0-1',
      formula: 'as ORI2, the largest of all days',
      direction: 'moreIsWorse',
      limitations: 'changes within a group',
      of: ({ movement }) => movement.cleansed.worst,
    },
    {
      id: 'origin.humanCapital',
      code: 'ORI3',
      headline: 3,
      title: 'Re-invigoration: human capital at home at the end',
      unit: 'share',
      formula:
        '(at home + returned x what they kept of skills, health and assets) / people on the first day',
      direction: 'moreIsBetter',
      limitations: 'what is learnt in exile',
      of: reinvigoration,
    },
    {
      id: 'origin.settlementsKept',
      code: 'ORI4',
      title: 'Settlements with half of their people, on the worst day',
      unit: 'share',
      formula: 'settlements in which at least half of their people live: the least of all days',
      direction: 'moreIsBetter',
      limitations: 'settlements smaller than those of the case',
      of: ({ movement }) => movement.settlementsKept.least,
    },
    {
      id: 'origin.settlementsKeptAtEnd',
      code: 'ORI4.end',
      title: 'Settlements with half of their people, at the end',
      unit: 'share',
      formula: 'as ORI4, on the last day',
      direction: 'moreIsBetter',
      limitations: 'settlements smaller than those of the case',
      of: ({ movement }) => movement.settlementsKept.atEnd,
    },
    {
      id: 'origin.tiesKept',
      code: 'ORI5',
      headline: 1,
      title: 'Ties that hold, on the worst day',
      unit: 'share',
      formula:
        'pairs of a settlement and group both at home, or both away in one place: the least of all days',
      direction: 'moreIsBetter',
      limitations: 'ties kept over a distance; families who stay together on the way',
      of: ({ movement }) => movement.tiesKept.least,
    },
    {
      id: 'origin.tiesKeptAtEnd',
      code: 'ORI5.end',
      title: 'Ties that hold, at the end',
      unit: 'share',
      formula: 'as ORI5, on the last day',
      direction: 'moreIsBetter',
      limitations: 'ties kept over a distance',
      of: ({ movement }) => movement.tiesKept.atEnd,
    },
  ],
};

function kept({ movement, societyContext }: Facts, group: number): number {
  const groups = societyContext.groupIds.length;
  const atEnd = movement.exposure.inOrigin[(societyContext.days - 1) * groups + group]!;
  return ratio(atEnd, movement.atStart[group]!);
}

function reinvigoration(facts: Facts): number {
  const { movement, consequences, assumptions: a } = facts;
  const years = ratio(consequences.needs.unmetDays, movement.everDisplaced) / 365;
  const skills = Math.max(0, 1 - a.humanCapitalLossPerYear * years);
  const assets = 1 - consequences.passage.assetsLost;
  const keptBy = (1 - a.assetsInRecovery) * skills + a.assetsInRecovery * assets;
  return ratio(
    sum(movement.homeAtEnd) + sum(movement.returnedAtEnd) * keptBy,
    sum(movement.atStart),
  );
}
