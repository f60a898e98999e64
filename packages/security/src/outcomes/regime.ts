import { ratio } from '../arithmetic.ts';
import type { Outcome } from './facts.ts';

const object = 'regime';

/** Measures of the protection regime. */
export const regimeOutcomes: readonly Outcome[] = [
  {
    id: 'GLO1.status',
    object,
    title: 'Recognised, of all who lost protection',
    unit: 'share of person-days',
    formula: 'person-days under any status / person-days without the protection of a state',
    direction: 'moreIsBetter',
    doesNotSee: 'what a status is worth: see IND2',
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
    doesNotSee: 'people displaced inside',
    measure: ({ movement, follows }) => ratio(follows.protection.status, movement.crossedDays),
  },
  {
    id: 'GLO1.convention',
    object,
    title: 'With Convention status, of all who lost protection',
    unit: 'share of person-days',
    formula: 'person-days under Convention status / person-days without the protection of a state',
    direction: 'moreIsBetter',
    doesNotSee: 'claims decided after the period',
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
    doesNotSee: 'people who did not try',
    measure: ({ movement }) => movement.turnedBack,
  },
  {
    id: 'GLO2.waiting',
    object,
    title: 'Waiting at a frontier',
    unit: 'person-days',
    formula: 'sum over days of people waiting at a crossing',
    direction: 'moreIsWorse',
    doesNotSee: 'what waiting does to them',
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
    doesNotSee: 'ways that exist and that nobody took',
    measure: ({ follows }) => follows.duty.share,
  },
];
