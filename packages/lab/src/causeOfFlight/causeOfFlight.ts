import type { Panel } from './panel.ts';
import { firstPeriods, panelOf, periodsUntil } from './panel.ts';
import { regressions } from './regression.ts';
import { sequenceRow } from './sequence.ts';
import { lagRows, peakRows, shiftTest } from './timing.ts';
import { together } from './together.ts';
import type { CauseInput, CauseOfFlight, CauseRules, WindowId, WindowResult } from './types.ts';
import { indicators } from './types.ts';
import { causeRules, verdicts } from './verdicts.ts';

/**
 * Tests the explanations put at the time (air strikes, insurgent fighting, expulsion by the
 * state) on the timing of leaving by region and period, before any model.
 * @param input rows that are a full grid of regions and periods, as readPeriods and phaseRows give
 * @throws RangeError where a region lacks a period or nobody left anywhere
 */
export function causeOfFlight(input: CauseInput, rules: CauseRules = causeRules): CauseOfFlight {
  const panel = panelOf(input.rows);
  if (!panel.value.leaving!.some((people) => people > 0)) {
    throw new RangeError('cause of flight: expected people leaving home, but nobody leaves');
  }
  const whole = windowResult(panel, 'whole', rules);
  const periods = periodsUntil(panel, rules.mostOfLeaving);
  const windows =
    periods < panel.from.length && panel.from.length >= rules.fewestPeriods
      ? [whole, windowResult(firstPeriods(panel, periods), 'most', rules)]
      : [whole];
  return {
    resolution: input.resolution,
    regions: panel.regions,
    periods: panel.from.map((from, t) => ({ from, to: panel.to[t]! })),
    series: Object.fromEntries(
      Object.entries(panel.value).map(([id, values]) => [id, values && Array.from(values)]),
    ) as unknown as CauseOfFlight['series'],
    notices: input.notices,
    notes: input.declaration.notes,
    leftHomeSeenIn: input.leftHomeSeenIn,
    rules,
    windows,
    peaks: peakRows(panel),
    together: together(panel, input),
    verdicts: verdicts(windows, rules),
  };
}

function windowResult(panel: Panel, id: WindowId, rules: CauseRules): WindowResult {
  const known = <T>(values: readonly (T | null)[]) => values.filter((x): x is T => x !== null);
  return {
    window: {
      id,
      from: panel.from[0]!,
      to: panel.to.at(-1)!,
      periods: panel.from.length,
    },
    sequence: known(indicators.map((indicator) => sequenceRow(panel, indicator))),
    lags: indicators.flatMap((indicator) => lagRows(panel, indicator)),
    shiftTests: known(indicators.map((indicator) => shiftTest(panel, indicator))),
    // As many coefficients as phases: a fit to these would say anything.
    regressions: panel.from.length < rules.fewestPeriods ? [] : regressions(panel, id),
  };
}
