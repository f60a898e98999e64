import type { Panel } from './panel.ts';
import { perDay, regionSeries } from './panel.ts';
import type { Indicator, SequenceRow } from './types.ts';

/** Shares of the people leaving by whether there was any of an indicator just then or just before. */
export function sequenceRow(panel: Panel, indicator: Indicator): SequenceRow | null {
  const sum = {
    all: 0,
    same: 0,
    either: 0,
    onlyBefore: 0,
    beforeFirst: 0,
    aboveMean: 0,
    cells: 0,
    cellsWithAny: 0,
    cellsAboveMean: 0,
  };
  for (let r = 0; r < panel.regions.length; r++) {
    const leaving = regionSeries(panel, 'leaving', r)!;
    const values = regionSeries(panel, indicator, r);
    if (!values) return null;
    const rate = perDay(panel, values);
    const mean = values.reduce((n, x) => n + x, 0) / panel.days.reduce((n, days) => n + days, 0);
    let hasBegun = false;
    leaving.forEach((people, t) => {
      const now = values[t]! > 0;
      const before = t > 0 && values[t - 1]! > 0;
      const isAbove = rate[t]! > mean;
      hasBegun ||= now;
      sum.all += people;
      sum.cells += 1;
      if (now) sum.same += people;
      if (now || before) sum.either += people;
      if (!now && before) sum.onlyBefore += people;
      if (!hasBegun) sum.beforeFirst += people;
      if (isAbove) sum.aboveMean += people;
      if (now) sum.cellsWithAny += 1;
      if (isAbove) sum.cellsAboveMean += 1;
    });
  }
  const share = (part: number) => (sum.all > 0 ? part / sum.all : 0);
  return {
    indicator,
    periodsWithAny: sum.cellsWithAny / sum.cells,
    leavingSame: share(sum.same),
    leavingSameOrBefore: share(sum.either),
    leavingOnlyBefore: share(sum.onlyBefore),
    leavingNeither: share(sum.all - sum.either),
    leavingBeforeFirst: share(sum.beforeFirst),
    leavingAboveMean: share(sum.aboveMean),
    periodsAboveMean: sum.cellsAboveMean / sum.cells,
  };
}
