import type { JourneyRules } from './journeys/rules.ts';

/** The rules that the nearest peer has when its settings say nothing. */
export const fleeDefaults: JourneyRules = {
  kmPerDay: 360,
  walkKmPerDay: 35,
  startOnFoot: false,
  leaveCamp: 0.001,
  leaveInnerCamp: 0.1,
  leaveConflict: 1,
  leaveTown: 0.3,
  campWeight: 1,
  foreignWeight: 1,
  conflictWeight: 0.31622776601683794,
  softeningKm: 10,
  distancePower: 1,
  weightSoftening: 0,
  weightPower: 1,
  awareness: 1,
  capacityScale: 1,
  capacityBuffer: 0.9,
  avoidShortStints: false,
  conflictDecay: [1],
  conflictDecayDays: 30,
};

/** The rules under which the peer's published validation runs. */
export const fleeValidation: JourneyRules = {
  ...fleeDefaults,
  kmPerDay: 400,
  leaveTown: 0.5,
  conflictWeight: 0.25,
  softeningKm: 50,
  distancePower: 0.75,
  capacityScale: 1.25,
  avoidShortStints: true,
  conflictDecay: [1, 1, 1, 0.5, 0.1],
};
