import type { Facts, Measure } from './facts.ts';

const object = 'receivingSocieties';

/** Measures of the receiving societies: the members of the union, or all receiving states. */
export const receivingOutcomes: readonly Measure[] = [
  {
    id: 'EU1a',
    object,
    title: 'Identity, held to be static',
    unit: 'loss 0-1',
    formula: 'share of displaced persons x distance, mean over days and members (f11)',
    direction: 'moreIsWorse',
    limitations: 'that identities change; that is the point of this measure',
    claims: [16, 20, 23],
    measure: ({ follows }) => follows.attitudes.staticLoss,
  },
  {
    id: 'EU1b',
    object,
    title: 'Identity, held to be dynamic',
    unit: 'loss of cohesion, below 0 = reinforced',
    formula:
      "I' = I + adaptation x (1 - I) + inclusion - polarisation x hostility; 1 - I at the end (f11)",
    direction: 'moreIsWorse',
    limitations: 'anything that one may value about an identity beside cohesion',
    claims: [13, 24, 29],
    measure: ({ follows }) => follows.attitudes.dynamicLoss,
  },
  {
    id: 'EU2',
    object,
    title: 'Xenophobic violence',
    unit: 'events per 100,000 residents a year',
    formula: 'violence at full hostility x hostility (f10), also where nobody arrived',
    direction: 'moreIsWorse',
    limitations: 'the scale, which is assumed: only differences mean something',
    claims: [28, 29, 30, 57, 58],
    measure: ({ follows }) => follows.attitudes.violencePer100k,
  },
  {
    id: 'EU3',
    object,
    title: 'Exclusionary vote',
    unit: 'percentage points',
    formula: 'by points of presence, exposure, contact, and the cue of exclusion (f10)',
    direction: 'moreIsWorse',
    limitations: 'the level before the crisis',
    claims: [28, 31, 38],
    measure: ({ follows }) => follows.attitudes.votePoints,
  },
  {
    id: 'EU4',
    object,
    title: 'Irregular entries',
    unit: 'persons',
    formula: 'irregular passages over the period (f8), to all receiving states',
    direction: 'moreIsWorse',
    limitations: 'people of other origins on the same boats',
    claims: [50, 52],
    measure: ({ movement }) => movement.irregular,
  },
  {
    id: 'EU4.revenue',
    object,
    title: 'Revenue of smugglers',
    unit: 'USD',
    formula: 'irregular passages x price of passage',
    direction: 'moreIsWorse',
    limitations: 'that prices answer to demand',
    claims: [50],
    measure: ({ movement, assumptions }) => movement.irregular * assumptions.passagePriceUsd,
  },
  {
    id: 'EU5',
    object,
    title: 'Terror deaths',
    unit: 'expected a year',
    formula: 'displaced persons in member states x rate of residents x ratio; an intensity',
    direction: 'moreIsWorse',
    limitations: 'attacks on the displaced themselves: see EU2',
    claims: [25, 59],
    measure: terror,
  },
  {
    id: 'EU6',
    object,
    title: 'Fidelity to norms of protection',
    unit: 'index 0-1',
    formula:
      'person-days protected / person-days due by the fair share (half population, half GDP) of those who would come, each day at most all',
    direction: 'moreIsBetter',
    limitations: 'money given to neighbours; the special duty of interveners, which is normative',
    claims: [9, 30, 38, 54],
    measure: ({ follows }) => follows.unionDuty.share,
  },
  {
    id: 'EU7',
    object,
    title: 'Unity of policy',
    unit: 'index 0-1',
    formula:
      '1 - mean coefficient of variation over members of intake per head and rights, at least 0',
    direction: 'moreIsBetter',
    limitations: 'how long a status lasts',
    claims: [3],
    measure: ({ follows }) => follows.unity,
  },
];

function terror({ stakes, follows, assumptions: a, switches }: Facts): number {
  const present = follows.abroad.memberPersonDays / stakes.days;
  return present * a.terrorDeathsPerPersonYear * a.terrorRatio * switches.presence;
}
