import { ratio } from '../arithmetic.ts';
import type { Measure } from './facts.ts';

const object = 'regime';

/** Measures of the protection regime. */
export const regimeOutcomes: readonly Measure[] = [
  {
    id: 'GLO1.status',
    object,
    title: 'Recognised, of all who lost protection',
    unit: 'share of person-days',
    formula: 'person-days under any status / person-days without the protection of a state',
    direction: 'moreIsBetter',
    limitations: 'what a status is worth: see IND2',
    claims: [40],
    measure: ({ movement, follows }) =>
      ratio(follows.protection.status, movement.lostProtectionDays),
  },
  {
    id: 'GLO1.crossed',
    object,
    title: 'Recognised, of all who crossed a frontier',
    unit: 'share of person-days',
    formula: 'person-days under any status / person-days abroad',
    direction: 'moreIsBetter',
    limitations: 'people displaced inside',
    claims: [40],
    measure: ({ movement, follows }) => ratio(follows.protection.status, movement.crossedDays),
  },
  {
    id: 'GLO1.convention',
    object,
    title: 'With Convention status, of all who lost protection',
    unit: 'share of person-days',
    formula: 'person-days under Convention status / person-days without the protection of a state',
    direction: 'moreIsBetter',
    limitations: 'claims decided after the period',
    claims: [37, 40],
    measure: ({ movement, follows }) =>
      ratio(follows.protection.convention, movement.lostProtectionDays),
  },
  {
    id: 'GLO2',
    object,
    title: 'People turned back at a frontier',
    unit: 'persons',
    formula: 'those who gave up or were driven back at a closed frontier',
    direction: 'moreIsWorse',
    limitations: 'people who did not try',
    claims: [37],
    measure: ({ movement }) => movement.turnedBack,
  },
  {
    id: 'GLO2.waiting',
    object,
    title: 'Waiting at a frontier',
    unit: 'person-days',
    formula: 'sum over days of people waiting at a crossing',
    direction: 'moreIsWorse',
    limitations: 'what waiting does to them',
    claims: [37],
    measure: ({ movement }) => movement.waitingDays,
  },
  {
    id: 'GLO3',
    object,
    title: 'Real access to asylum beyond bordering states',
    unit: 'share',
    formula:
      'person-days under protection of receiving states / person-days of those who would come, each day at most all',
    direction: 'moreIsBetter',
    limitations: 'ways that exist and that nobody took',
    claims: [37, 38],
    measure: ({ follows }) => follows.duty.share,
  },
];
