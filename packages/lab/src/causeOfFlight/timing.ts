import type { Panel } from './panel.ts';
import { perDay, regionSeries } from './panel.ts';
import { circularRankCorrelations, laggedRankCorrelation } from './ranks.ts';
import type { Indicator, LagRow, PeakRow, ShiftTest } from './types.ts';
import { indicators } from './types.ts';

/** Combinations of shifts that are counted one by one at most. */
const mostCombinations = 6e6;

/** Rounding must not decide whether a shift does as well as the truth. */
const slack = 1e-9;

/** Rank correlations of leaving with an indicator around it in time, by region and on average. */
export function lagRows(panel: Panel, indicator: Indicator): LagRow[] {
  const rows: LagRow[] = [];
  for (let r = 0; r < panel.regions.length; r++) {
    const values = regionSeries(panel, indicator, r);
    if (!values) return [];
    const y = perDay(panel, regionSeries(panel, 'leaving', r)!);
    const x = perDay(panel, values);
    const at = (periodsBefore: number) => laggedRankCorrelation(y, x, periodsBefore);
    rows.push({
      indicator,
      region: panel.regions[r]!,
      before2: at(2),
      before1: at(1),
      same: at(0),
      after1: at(-1),
      after2: at(-2),
    });
  }
  const mean = (lag: 'before2' | 'before1' | 'same' | 'after1' | 'after2') =>
    meanKnown(rows.map((row) => row[lag]));
  return [
    ...rows,
    {
      indicator,
      region: '',
      before2: mean('before2'),
      before1: mean('before1'),
      same: mean('same'),
      after1: mean('after1'),
      after2: mean('after2'),
    },
  ];
}

function meanKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((x) => x !== null);
  return known.length > 0 ? known.reduce((n, x) => n + x, 0) / known.length : null;
}

/**
 * Does leaving go with an indicator in the same or the period before more than with the same
 * indicator moved to another time? One-sided: a cause raises what it causes. Every circular shift
 * is counted, so p is exact where the series could as well have begun at another time.
 */
export function shiftTest(panel: Panel, indicator: Indicator): ShiftTest | null {
  if (!panel.value[indicator]) return null;
  const n = panel.from.length;
  const byRegion = panel.regions.map((_, r) =>
    circularRankCorrelations(
      perDay(panel, regionSeries(panel, 'leaving', r)!),
      perDay(panel, regionSeries(panel, indicator, r)!),
    ),
  );
  const known = byRegion.filter((c) => c !== null);
  const mean = Float64Array.from(
    { length: n },
    (_, s) => known.reduce((sum, c) => sum + c[s]!, 0) / Math.max(1, known.length),
  );
  const peaks = peaksMet(panel, indicator);
  return {
    indicator,
    shifts: n,
    statistic: known.length > 0 ? nearby(mean, 0) : null,
    pTogether: known.length > 0 ? exceedance(mean) : null,
    pApart: known.length > 0 ? apart(known) : null,
    pByRegion: byRegion.map((c, r) => ({ region: panel.regions[r]!, p: c && exceedance(c) })),
    peaksMet: peaks ? peaks[0]! : null,
    pPeaks: peaks ? share(peaks, (value) => value >= peaks[0]! - slack) : null,
  };
}

/**
 * Mean of the correlations with the same and with the period before, after a shift. Not the larger
 * of the two: then a shift by one period would do as well by construction, and no p could come
 * below 2 / shifts.
 */
function nearby(c: Float64Array, shift: number): number {
  return (c[shift]! + c[(shift + 1) % c.length]!) / 2;
}

function exceedance(c: Float64Array): number {
  const truth = nearby(c, 0);
  return share(c, (_, s) => nearby(c, s) >= truth - slack);
}

function share(values: Float64Array, holds: (value: number, i: number) => boolean): number {
  let n = 0;
  values.forEach((value, i) => {
    if (holds(value, i)) n += 1;
  });
  return n / values.length;
}

/** The same p over every combination of one shift a region; null where there are too many. */
function apart(byRegion: readonly Float64Array[]): number | null {
  const n = byRegion[0]!.length;
  if (n ** byRegion.length > mostCombinations) return null;
  const truth = byRegion.reduce((sum, c) => sum + nearby(c, 0), 0) - slack;
  let asGood = 0;
  const visit = (region: number, sum: number): void => {
    const c = byRegion[region]!;
    const isLast = region === byRegion.length - 1;
    for (let s = 0; s < n; s++) {
      const now = sum + nearby(c, s);
      if (!isLast) visit(region + 1, now);
      else if (now >= truth) asGood += 1;
    }
  };
  visit(0, 0);
  return asGood / n ** byRegion.length;
}

/**
 * Share of the peaks of leaving (the tenth of a region's periods with most) that have a peak of
 * the indicator in the same or the period before, by shift: [shift], the truth first.
 */
function peaksMet(panel: Panel, indicator: Indicator): Float64Array | null {
  const n = panel.from.length;
  const pairs = panel.regions.flatMap((_, r) => {
    const y = topPeriods(perDay(panel, regionSeries(panel, 'leaving', r)!));
    const x = topPeriods(perDay(panel, regionSeries(panel, indicator, r)!));
    return y.size > 0 ? [{ y, x }] : [];
  });
  const peaks = pairs.reduce((sum, { y }) => sum + y.size, 0);
  if (peaks === 0 || pairs.every(({ x }) => x.size === 0)) return null;
  return Float64Array.from({ length: n }, (_, shift) => {
    let met = 0;
    for (const { y, x } of pairs) {
      for (const t of y) {
        if (x.has((t - shift + n) % n) || (t > 0 && x.has((t - 1 - shift + 2 * n) % n))) met += 1;
      }
    }
    return met / peaks;
  });
}

function topPeriods(rates: Float64Array): Set<number> {
  const count = Math.max(1, Math.round(rates.length / 10));
  const least = Float64Array.from(rates).sort()[rates.length - count]!;
  const top = new Set<number>();
  rates.forEach((rate, t) => {
    if (rate > 0 && rate >= least) top.add(t);
  });
  return top;
}

/** For each region the period with most of everything. */
export function peakRows(panel: Panel): PeakRow[] {
  const peak = (values: Float64Array | null): string | null => {
    if (!values) return null;
    const rates = perDay(panel, values);
    const at = rates.indexOf(Math.max(...rates));
    return rates[at]! > 0 ? panel.from[at]! : null;
  };
  return panel.regions.map((region, r) => ({
    region,
    leaving: peak(regionSeries(panel, 'leaving', r)),
    byIndicator: Object.fromEntries(
      indicators.map((id) => [id, peak(regionSeries(panel, id, r))]),
    ) as PeakRow['byIndicator'],
  }));
}
