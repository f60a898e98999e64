import type { Facts, ObjectMeasures } from './measure.ts';

/** Measures of the receiving societies: the members of the union, or all receiving states. */
export const receiving: ObjectMeasures = {
  object: 'receivingSocieties',
  title: 'Receiving societies',
  titleOfUnion: 'Member societies of the {name}',
  measures: [
    {
      id: 'receiving.identityStatic',
      code: 'REC1a',
      headline: 3,
      title: 'Identity, held to be static',
      unit: 'loss 0-1',
      formula: 'share of displaced persons x distance, mean over days and members (f11)',
      direction: 'moreIsWorse',
      limitations: 'that identities change; that is the point of this measure',
      of: ({ consequences }) => consequences.attitudes.staticLoss,
    },
    {
      id: 'receiving.identityDynamic',
      code: 'REC1b',
      headline: 4,
      title: 'Identity, held to be dynamic',
      unit: 'loss of cohesion, below 0 = reinforced',
      formula:
        "I' = I + adaptation x (1 - I) + inclusion - polarisation x hostility; 1 - I at the end (f11)",
      direction: 'moreIsWorse',
      limitations: 'anything that one may value about an identity beside cohesion',
      of: ({ consequences }) => consequences.attitudes.dynamicLoss,
    },
    {
      id: 'receiving.xenophobicViolence',
      code: 'REC2',
      headline: 1,
      title: 'Xenophobic violence',
      unit: 'events per 100,000 residents a year',
      formula: 'violence at full hostility x hostility (f10), also where nobody arrived',
      direction: 'moreIsWorse',
      limitations: 'the scale, which is assumed: only differences mean something',
      of: ({ consequences }) => consequences.attitudes.violencePer100k,
    },
    {
      id: 'receiving.exclusionaryVote',
      code: 'REC3',
      headline: 2,
      title: 'Exclusionary vote',
      unit: 'percentage points',
      formula: 'by points of presence, exposure, contact, and the cue of exclusion (f10)',
      direction: 'moreIsWorse',
      limitations: 'the level before the crisis',
      of: ({ consequences }) => consequences.attitudes.votePoints,
    },
    {
      id: 'receiving.irregularEntries',
      code: 'REC4',
      title: 'Irregular entries',
      unit: 'persons',
      formula: 'irregular passages over the period (f8), to all receiving states',
      direction: 'moreIsWorse',
      limitations: 'people of other origins on the same boats',
      of: ({ movement }) => movement.irregular,
    },
    {
      id: 'receiving.smugglersRevenue',
      code: 'REC4.revenue',
      title: 'Revenue of smugglers',
      unit: 'USD',
      formula: 'irregular passages x price of passage',
      direction: 'moreIsWorse',
      limitations: 'that prices answer to demand',
      of: ({ movement, assumptions }) => movement.irregular * assumptions.passagePriceUsd,
    },
    {
      id: 'receiving.terrorDeaths',
      code: 'REC5',
      title: 'Terror deaths',
      unit: 'expected a year',
      formula: 'displaced persons in member states x rate of residents x ratio; an intensity',
      direction: 'moreIsWorse',
      limitations: 'attacks on the displaced themselves: see REC2',
      of: terror,
    },
    {
      id: 'receiving.fidelity',
      code: 'REC6',
      headline: 5,
      title: 'Fidelity to norms of protection',
      unit: 'index 0-1',
      formula:
        'person-days protected / person-days due by the fair share (half population, half GDP) of those who would come, each day at most all',
      direction: 'moreIsBetter',
      limitations: 'money given to neighbours; the special duty of interveners, which is normative',
      of: ({ consequences }) => consequences.unionDuty.share,
    },
    {
      id: 'receiving.unity',
      code: 'REC7',
      title: 'Unity of policy',
      unit: 'index 0-1',
      formula:
        '1 - mean coefficient of variation over members of intake per head and rights, at least 0',
      direction: 'moreIsBetter',
      limitations: 'how long a status lasts',
      of: ({ consequences }) => consequences.unity,
    },
  ],
};

function terror({ societyContext, consequences, assumptions: a, levels }: Facts): number {
  const present = consequences.abroad.memberPersonDays / societyContext.days;
  return present * a.terrorDeathsPerPersonYear * a.terrorRatio * levels.presence;
}
