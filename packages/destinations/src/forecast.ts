import { exp, log } from '@asylia/engine';
import type { Reach } from './reach.ts';

/** Numbers of the forecast of totals. */
export interface TotalsModel {
  /** hazard with which the pace of flight fades, 1/day */
  readonly fadePerDay: number;
  /** who leave on a first day, per resident of the places in conflict: median, and sd of ln */
  readonly startPerResident: number;
  readonly startSpread: number;
  /** sd of ln of the record over the forecast, by horizon */
  readonly spread: Readonly<Record<number, number>>;
}

/** Days ahead at which forecasts are scored. */
export const horizons = [30, 90] as const;

/** Days of which the pace is read. */
const paceDays = 30;
/** Days between the days from which forecasts are made. */
const stepDays = 10;

const fadesTried = [0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.03];

/**
 * How many people will have fled at a later day, when the first days are known: the pace of the last
 * month goes on and fades. The fading pace is what separates it from a line.
 *
 * @param from last day that is known
 */
export function forecastTotal(
  total: Float64Array,
  from: number,
  horizon: number,
  fadePerDay: number,
): number {
  const days = Math.min(paceDays, from);
  const pace = days > 0 ? (total[from]! - total[from - days]!) / days : 0;
  const lasting = fadePerDay > 0 ? (1 - exp(-fadePerDay * horizon)) / fadePerDay : horizon;
  return Math.max(0, total[from]! + pace * lasting);
}

/** The same when nothing is known but where the conflict is: residents there times a pace that fades. */
export function forecastFromNothing(reach: Reach, model: TotalsModel, day: number): number {
  const { network, days } = reach;
  let people = 0;
  for (let d = 1; d <= day; d++) {
    let residents = 0;
    for (const place of reach.origins) {
      residents += network.population[place]! * days[d]!.intensity[place]!;
    }
    people += residents * model.startPerResident * exp(-model.fadePerDay * d);
  }
  return people;
}

export interface ForecastRow {
  readonly case: string;
  readonly horizon: number;
  /** mean relative error of forecasts made every ten days, with what came before known */
  readonly error: number;
  readonly persistence: number;
  readonly trend: number;
  /** share of what came that lies in the 90 % band */
  readonly coverage90: number;
  /** record over the forecast from violence and geography alone, on the last day */
  readonly fromNothing: number;
}

/** Numbers for forecasting one conflict, from the others. Deterministic. */
export function fitTotals(others: readonly Reach[]): TotalsModel {
  const misfit = (fade: number) =>
    others.reduce(
      (sum, reach) => sum + horizons.reduce((s, h) => s + log(meanError(reach, h, fade)), 0),
      0,
    );
  const fadePerDay = fadesTried.reduce((best, fade) => (misfit(fade) < misfit(best) ? fade : best));
  const starts = others.map((reach) => log(startOf(reach, fadePerDay)));
  const middle = starts.reduce((a, b) => a + b, 0) / starts.length;
  const variance =
    starts.reduce((s, x) => s + (x - middle) ** 2, 0) / Math.max(1, starts.length - 1);
  return {
    fadePerDay,
    startPerResident: exp(middle),
    startSpread: Math.sqrt(variance),
    spread: Object.fromEntries(
      horizons.map((h) => {
        const logs = others.flatMap((reach) => logErrors(reach, h, fadePerDay));
        return [h, Math.sqrt(logs.reduce((s, x) => s + x * x, 0) / Math.max(1, logs.length))];
      }),
    ),
  };
}

/** Pace of the first day per resident in conflict that leads to the total of the last day. */
function startOf(reach: Reach, fadePerDay: number): number {
  const last = reach.observed.total.length - 1;
  const one = { fadePerDay, startPerResident: 1, startSpread: 0, spread: {} };
  return Math.max(1, reach.observed.total[last]!) / forecastFromNothing(reach, one, last);
}

function origins(reach: Reach, horizon: number): number[] {
  const list: number[] = [];
  for (let day = paceDays; day + horizon < reach.observed.total.length; day += stepDays)
    list.push(day);
  return list;
}

function meanError(reach: Reach, horizon: number, fade: number): number {
  const { total } = reach.observed;
  return relativeError(reach, horizon, (day) => forecastTotal(total, day, horizon, fade));
}

function relativeError(reach: Reach, horizon: number, forecast: (day: number) => number): number {
  const { total } = reach.observed;
  const days = origins(reach, horizon);
  const sum = days.reduce(
    (s, day) =>
      s + Math.abs(forecast(day) - total[day + horizon]!) / Math.max(1, total[day + horizon]!),
    0,
  );
  return sum / days.length;
}

function logErrors(reach: Reach, horizon: number, fade: number): number[] {
  const { total } = reach.observed;
  return origins(reach, horizon).map((day) =>
    log(Math.max(1, total[day + horizon]!) / Math.max(1, forecastTotal(total, day, horizon, fade))),
  );
}

/** Forecasts of the total of a conflict against persistence and a line, with a model from others. */
export function scoreForecasts(reach: Reach, model: TotalsModel): ForecastRow[] {
  const { total } = reach.observed;
  const last = total.length - 1;
  return horizons.map((horizon) => {
    const bound = 1.645 * model.spread[horizon]!;
    const logs = logErrors(reach, horizon, model.fadePerDay);
    return {
      case: reach.name,
      horizon,
      error: meanError(reach, horizon, model.fadePerDay),
      persistence: relativeError(reach, horizon, (day) => total[day]!),
      trend: meanError(reach, horizon, 0),
      coverage90: logs.filter((x) => Math.abs(x) <= bound).length / Math.max(1, logs.length),
      fromNothing: total[last]! / forecastFromNothing(reach, model, last),
    };
  });
}
