export type { ConflictInput, ConflictPart, ConflictRow, ConflictTask } from './compareConflict.ts';
export {
  conflictRunner,
  conflictTasks,
  contenders,
  scoreContender,
} from './compareConflict.ts';
export { conflictFromText, conflictToText } from './conflictText.ts';
export { caseToFlee } from './flee/fromCase.ts';
export type { FleeCase, FleeClosure, FleeLocation, FleeRoad } from './flee/model.ts';
export { isCamp, kindOfType } from './flee/model.ts';
export { networkOf } from './flee/network.ts';
export type { Observed } from './flee/observed.ts';
export { arrivalsOf, observe } from './flee/observed.ts';
export { readFlee } from './flee/readFlee.ts';
export { fleeDefaults, fleeValidation } from './flee/rules.ts';
export { fleeToCase } from './flee/toCase.ts';
export { writeFlee } from './flee/writeFlee.ts';
export { baselines } from './scores/baselines.ts';
export type { Leak } from './scores/leak.ts';
export { findLeaks } from './scores/leak.ts';
export {
  averagedRelativeDifference,
  coverage,
  differenceByCamp,
  rankedProbability,
  scaledError,
} from './scores/scores.ts';
export type { ForecastRow, TotalsModel } from './totals/forecast.ts';
export {
  fitTotals,
  forecastFromNothing,
  forecastTotal,
  horizons,
  scoreForecasts,
} from './totals/forecast.ts';
export type { Attraction } from './where/attraction.ts';
export { attractionDeclarations, defaultAttraction } from './where/attraction.ts';
export { fitAll, leaveOneOut } from './where/fit.ts';
export { attractionFor, fittedOn, fittedTwin } from './where/fitted.ts';
export type { Regime } from './where/predict.ts';
export { predict, regimeName, regimes } from './where/predict.ts';
export type { Reach } from './where/reach.ts';
export { dayWithoutOrigin, reachOf } from './where/reach.ts';
