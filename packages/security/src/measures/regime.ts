import { ratio } from '../arithmetic.ts';
import type { ObjectMeasures } from './measure.ts';

/** Measures of the protection regime. */
export const regime: ObjectMeasures = {
  object: 'regime',
  title: 'The protection regime',
  measures: [
    {
      id: 'regime.recognised',
      code: 'GLO1.status',
      headline: 1,
      title: 'Recognised, of all who lost protection',
      unit: 'share of person-days',
      formula: 'person-days under any status / person-days without the protection of a state',
      direction: 'moreIsBetter',
      limitations: 'what a status is worth: see IND2',
      of: ({ movement, consequences }) =>
        ratio(consequences.protection.status, movement.lostProtectionDays),
    },
    {
      id: 'regime.recognisedAbroad',
      code: 'GLO1.crossed',
      title: 'Recognised, of all who crossed a frontier',
      unit: 'share of person-days',
      formula: 'person-days under any status / person-days abroad',
      direction: 'moreIsBetter',
      limitations: 'people displaced inside',
      of: ({ movement, consequences }) =>
        ratio(consequences.protection.status, movement.crossedDays),
    },
    {
      id: 'regime.conventionStatus',
      code: 'GLO1.convention',
      title: 'With Convention status, of all who lost protection',
      unit: 'share of person-days',
      formula:
        'person-days under Convention status / person-days without the protection of a state',
      direction: 'moreIsBetter',
      limitations: 'claims decided after the period',
      of: ({ movement, consequences }) =>
        ratio(consequences.protection.convention, movement.lostProtectionDays),
    },
    {
      id: 'regime.turnedBack',
      code: 'GLO2',
      title: 'People turned back at a frontier',
      unit: 'persons',
      formula: 'those who gave up or were driven back at a closed frontier',
      direction: 'moreIsWorse',
      limitations: 'people who did not try',
      of: ({ movement }) => movement.turnedBack,
    },
    {
      id: 'regime.waiting',
      code: 'GLO2.waiting',
      title: 'Waiting at a frontier',
      unit: 'person-days',
      formula: 'sum over days of people waiting at a crossing',
      direction: 'moreIsWorse',
      limitations: 'what waiting does to them',
      of: ({ movement }) => movement.waitingDays,
    },
    {
      id: 'regime.accessToAsylum',
      code: 'GLO3',
      headline: 2,
      title: 'Real access to asylum beyond bordering states',
      unit: 'share',
      formula:
        'person-days under protection of receiving states / person-days of those who would come, each day at most all',
      direction: 'moreIsBetter',
      limitations: 'ways that exist and that nobody took',
      of: ({ consequences }) => consequences.duty.share,
    },
  ],
};
