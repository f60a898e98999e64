export type { ConflictChunk, ConflictInput, ConflictRow, ConflictTask } from './compareConflict.ts';
export {
  conflictRunner,
  conflictTasks,
  contenders,
  scoreContender,
} from './compareConflict.ts';
export { conflictFromText, conflictToText } from './conflictText.ts';
export { caseToFlee } from './flee/fromCase.ts';
export type { Routes } from './flee/journeys/routes.ts';
export { findRoutes, roomOf } from './flee/journeys/routes.ts';
export type { JourneyRules } from './flee/journeys/rules.ts';
export type { JourneyPlan, Journeys } from './flee/journeys/runJourneys.ts';
export { planJourneys, runJourneys } from './flee/journeys/runJourneys.ts';
export type { Leak } from './flee/leak.ts';
export { findLeaks } from './flee/leak.ts';
export type { FleeCase, FleeClosure, FleeLocation, FleeRoad } from './flee/model.ts';
export { isCamp, kindOfType } from './flee/model.ts';
export { networkOf } from './flee/network.ts';
export { arrivalsOf, observe } from './flee/observed.ts';
export { reachOf } from './flee/reach.ts';
export { readFlee } from './flee/readFlee.ts';
export { fleeDefaults, fleeValidation } from './flee/rules.ts';
export { fleeToCase } from './flee/toCase.ts';
export { writeFlee } from './flee/writeFlee.ts';
