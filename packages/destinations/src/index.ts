export type { Attraction } from './attraction.ts';
export { attractionDeclarations, defaultAttraction } from './attraction.ts';
export { baselines } from './baselines.ts';
export { fitAll, leaveOneOut } from './fit.ts';
export { attractionFor, fittedOn, fittedTwin } from './fitted.ts';
export type { ForecastRow, TotalsModel } from './forecast.ts';
export {
  fitTotals,
  forecastFromNothing,
  forecastTotal,
  horizons,
  scoreForecasts,
} from './forecast.ts';
export type {
  ConflictAging,
  JourneyClosure,
  JourneyDay,
  JourneyNetwork,
  JourneyPlaceKind,
  JourneyRoad,
} from './network.ts';
export { journeyDays } from './network.ts';
export type { Observed } from './observed.ts';
export type { Regime } from './predict.ts';
export { predict, regimeName, regimes } from './predict.ts';
export type { Conflict, ConflictPlace, Reach } from './reach.ts';
export { dayWithoutOrigin, findReach } from './reach.ts';
export {
  averagedRelativeDifference,
  bandOf,
  coverage,
  differenceByCamp,
  rankedProbability,
  scaledError,
} from './scores.ts';
