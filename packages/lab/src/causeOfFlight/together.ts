import { dayNumber } from '@asylia/cases';
import type { Panel, Series } from './panel.ts';
import { perDay, regionSeries } from './panel.ts';
import { circularRankCorrelations } from './ranks.ts';
import type { CauseInput, PeriodTotals, PhaseTotals, Together, Trough } from './types.ts';

/** A low is below half of the high before it, and the next high at least twice it. */
const fall = 0.5;
/** Highs below this share of the highest are ripples. */
const ripple = 0.05;
const mostCombinations = 6e6;

/** Do the regions rise and fall together, and what else was low or high then? */
export function together(panel: Panel, input: CauseInput): Together {
  const n = panel.from.length;
  const rates = panel.regions.map((_, r) => perDay(panel, regionSeries(panel, 'leaving', r)!));
  const tables = rates.map((y, i) =>
    rates.map((x, j) => (j > i ? circularRankCorrelations(y, x) : null)),
  );
  const pairs = panel.regions.flatMap((one, i) =>
    panel.regions.flatMap((other, j) =>
      j > i ? [{ one, other, correlation: tables[i]![j]?.[0] ?? null }] : [],
    ),
  );
  const known = pairs.filter((pair) => pair.correlation !== null);
  return {
    meanCorrelation:
      known.length > 0
        ? known.reduce((sum, pair) => sum + pair.correlation!, 0) / known.length
        : null,
    p: known.length === pairs.length && pairs.length > 0 ? shiftedApart(tables, n) : null,
    pairs,
    troughs: troughsOf(panel, input),
    phases: phaseTotals(panel, input),
    killingsInStep: killingsInStep(panel),
  };
}

/** Share of all shifts of the regions against the first under which they agree as much. */
function shiftedApart(tables: (Float64Array | null)[][], n: number): number | null {
  const regions = tables.length;
  if (n ** (regions - 1) > mostCombinations) return null;
  let truth = 0;
  for (let i = 0; i < regions; i++)
    for (let j = i + 1; j < regions; j++) truth += tables[i]![j]![0]!;
  let asGood = 0;
  const shifts = new Array<number>(regions).fill(0);
  const visit = (region: number, sum: number): void => {
    if (region === regions) {
      if (sum >= truth - 1e-9) asGood += 1;
      return;
    }
    for (let s = 0; s < n; s++) {
      shifts[region] = s;
      let more = 0;
      for (let i = 0; i < region; i++) more += tables[i]![region]![(s - shifts[i]! + n) % n]!;
      visit(region + 1, sum + more);
    }
  };
  visit(1, 0);
  return asGood / n ** (regions - 1);
}

function totalOf(panel: Panel, series: Series, t: number): number {
  const n = panel.from.length;
  return panel.regions.reduce((sum, _, r) => sum + panel.value[series]![r * n + t]!, 0);
}

function totalsAt(panel: Panel, t: number): PeriodTotals {
  return {
    from: panel.from[t]!,
    leaving: totalOf(panel, 'leaving', t),
    killings: totalOf(panel, 'killings', t),
    strikes: totalOf(panel, 'strikes', t),
    battles: totalOf(panel, 'battles', t),
  };
}

/** Periods of highs and lows in turn, beginning with a high. */
export function highsAndLows(perDayTotals: ArrayLike<number>): number[] {
  const values = Array.from(perDayTotals);
  const floor = ripple * Math.max(...values);
  const turns: number[] = [];
  let best = 0;
  let isRising = true;
  values.forEach((value, t) => {
    if (isRising) {
      if (value > values[best]!) best = t;
      else if (values[best]! >= floor && value < fall * values[best]!) {
        turns.push(best);
        best = t;
        isRising = false;
      }
    } else if (value < values[best]!) best = t;
    else if (value >= floor && value * fall > values[best]!) {
      turns.push(best);
      best = t;
      isRising = true;
    }
  });
  if (isRising && values[best]! >= floor && values[best]! > 0) turns.push(best);
  return turns;
}

function troughsOf(panel: Panel, input: CauseInput): Trough[] {
  const n = panel.from.length;
  const totals = panel.from.map((_, t) => totalOf(panel, 'leaving', t) / panel.days[t]!);
  const turns = highsAndLows(totals);
  const leaving = panel.value.leaving!;
  const rate = (r: number, t: number) => leaving[r * n + t]! / panel.days[t]!;
  const troughs: Trough[] = [];
  for (let i = 1; i + 1 < turns.length; i += 2) {
    const [before, low, after] = [turns[i - 1]!, turns[i]!, turns[i + 1]!];
    const from = panel.from[low]!;
    const to = panel.to[low]!;
    const since = panel.from[Math.max(0, low - 1)]!;
    troughs.push({
      from,
      to,
      leavingPerDay: totals[low]!,
      peakBefore: totalsAt(panel, before),
      at: totalsAt(panel, low),
      peakAfter: totalsAt(panel, after),
      regionsThatFell: panel.regions.filter(
        (_, r) => rate(r, low) < rate(r, before) && rate(r, low) < rate(r, after),
      ),
      markers: input.declaration.markers
        .filter(({ date }) => date >= from && date <= to)
        .map(({ title, date }) => `${title}, ${date}`),
      closures: input.closures
        .filter((closure) => closure.from <= to && closure.to >= since)
        .map(({ text }) => text),
    });
  }
  return troughs;
}

/** Totals of the periods that begin within each phase. */
function phaseTotals(panel: Panel, input: CauseInput): PhaseTotals[] {
  const n = panel.from.length;
  const leaving = panel.value.leaving!;
  const all = leaving.reduce((sum, x) => sum + x, 0);
  return input.declaration.phases.map(({ from, to }) => {
    const inside = panel.from.flatMap((first, t) =>
      dayNumber(first) >= dayNumber(from) && dayNumber(first) <= dayNumber(to) ? [t] : [],
    );
    const sum = (series: Series) => inside.reduce((x, t) => x + totalOf(panel, series, t), 0);
    return {
      from,
      to,
      leaving: sum('leaving'),
      killings: sum('killings'),
      strikes: sum('strikes'),
      battles: sum('battles'),
      shareOfLeaving: all > 0 ? sum('leaving') / all : 0,
      regions: panel.regions
        .map((region, r) => ({
          region,
          leaving: inside.reduce((x, t) => x + leaving[r * n + t]!, 0),
        }))
        .sort((a, b) => b.leaving - a.leaving),
    };
  });
}

function killingsInStep(panel: Panel): number | null {
  const n = panel.from.length;
  const killings = panel.value.killings!;
  let steps = 0;
  let inStep = 0;
  for (let i = 0; i < panel.regions.length; i++) {
    for (let j = i + 1; j < panel.regions.length; j++) {
      for (let t = 1; t < n; t++) {
        const four = [i * n + t - 1, i * n + t, j * n + t - 1, j * n + t].map((k) => killings[k]!);
        const [before, now, otherBefore, otherNow] = four as [number, number, number, number];
        // Below five the rounding of the file alone moves the ratio by more.
        if (four.some((x) => !(x >= 5))) continue;
        steps += 1;
        if (Math.abs((now * otherBefore) / (before * otherNow) - 1) < 0.005) inStep += 1;
      }
    }
  }
  return steps > 0 ? inStep / steps : null;
}
