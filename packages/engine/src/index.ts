export * from './arithmetic/index.ts';
export * from './chance/index.ts';
export { ConservationError, checkConservation, countEveryone } from './conservation.ts';
export type { DayRow } from './dayTable.ts';
export { dayTable } from './dayTable.ts';
export { decision } from './decisions.ts';
export type { Exposure, FarField, HostField } from './exposure.ts';
export { farFields, hostFields } from './exposure.ts';
export type { JourneyPlan, Journeys } from './journeys/live.ts';
export { liveJourneys, planJourneys } from './journeys/live.ts';
export type {
  JourneyClosure,
  JourneyDay,
  JourneyNetwork,
  JourneyPlaceKind,
  JourneyRoad,
  JourneyRules,
} from './journeys/network.ts';
export { journeyDays } from './journeys/network.ts';
export type { Routes } from './journeys/routes.ts';
export { findRoutes, roomOf } from './journeys/routes.ts';
export * from './network/index.ts';
export { ownValue } from './ownValue.ts';
export * from './parameters/index.ts';
export type { Make, Parts } from './parts.ts';
export { assemble, pick } from './parts.ts';
export type { PeopleRecorder } from './peopleRecorder.ts';
export { peopleRow } from './peopleRecorder.ts';
export { needParameter, needPerPerson } from './plan/needs.ts';
export type { Plan } from './plan.ts';
export { planWorld } from './plan.ts';
export type { FlowRecorder, Mode } from './run.ts';
export { deathCauses, refugeeDefinitions, shelterColumns } from './seriesLayout.ts';
export { shaper } from './shape.ts';
export type { SavedRun, Series, SimulateOptions, Simulation } from './simulate.ts';
export { simulate } from './simulate.ts';
export type { Situation, State } from './state.ts';
export { at, cell, situations } from './state.ts';
export { version } from './version.ts';
export * from './world.ts';
