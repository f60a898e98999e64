import type { Band } from '@asylia/lab';
import type { Texts } from '../../texts.ts';
import { useTexts } from '../../texts.ts';
import { distanceFrom, insideOf, scoredOf } from './distance.ts';
import type { Judged } from './judged.ts';
import type { Recorded } from './recorded.ts';

/** A series with everything that is known of it so far. */
export interface SeriesCurves {
  readonly series: Recorded;
  readonly title: string;
  /** [day] */
  readonly dates: readonly string[];
  /** [day] the expected run; null where the model has no counterpart. */
  readonly expected: Float64Array | null;
  /** [day] at baseline; null when nothing is edited. */
  readonly baseline: Float64Array | null;
  readonly band: Band | null;
  readonly judged: Judged;
}

/** What a chart of a series shows, in words. */
export function useSeriesWords(): (curves: SeriesCurves) => string {
  const texts = useTexts();
  return (curves) =>
    [
      atItsMost(texts, curves),
      ...(curves.judged === 'policy'
        ? []
        : [away(texts, curves, 'fit'), away(texts, curves, 'holdout')]),
      beforeChange(texts, curves),
      insideBand(texts, curves),
      largestDifference(texts, curves),
      leftOut(texts, curves),
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
}

function atItsMost({ say, figure, longDate }: Texts, { series, dates, expected }: SeriesCurves) {
  if (!expected) return say('record.noCounterpart');
  const scored = scoredOf(series.points, expected.length);
  if (scored.length === 0) return say('record.nothingScored');
  const top = scored.reduce((a, b) => (b.value > a.value ? b : a));
  return say('record.most', {
    record: figure(top.value),
    date: longDate(dates[top.day]!),
    model: figure(expected[top.day]!),
  });
}

function away(
  { say, figure, percent }: Texts,
  { series, expected }: SeriesCurves,
  window: 'fit' | 'holdout',
) {
  if (!expected) return '';
  const { points, share } = distanceFrom(expected, series.points, window);
  const values = { count: points, n: figure(points), share: percent(share) };
  return points === 0 ? '' : say(`record.away.${window}`, values);
}

function beforeChange({ say, percent }: Texts, { series, baseline, judged }: SeriesCurves) {
  if (!baseline || judged !== 'assumed') return '';
  const { points, share } = distanceFrom(baseline, series.points);
  return points > 0 ? say('record.away.was', { share: percent(share) }) : '';
}

function insideBand({ say, figure }: Texts, { series, band, judged }: SeriesCurves) {
  if (!band || judged === 'policy') return '';
  const { points, inside90, inside50 } = insideOf(band, series.points);
  if (points === 0) return '';
  return say('record.inside', {
    count: points,
    points: figure(points),
    inside90: figure(inside90),
    inside50: figure(inside50),
  });
}

/** On the day on which a change changes most. */
function largestDifference(
  { say, figure, signed, longDate }: Texts,
  { dates, expected: now, baseline: was }: SeriesCurves,
) {
  if (!now || !was) return '';
  let day = 0;
  now.forEach((x, d) => {
    if (Math.abs(x - was[d]!) > Math.abs(now[day]! - was[day]!)) day = d;
  });
  return now[day] === was[day]
    ? say('record.same')
    : say('record.difference', {
        date: longDate(dates[day]!),
        now: figure(now[day]!),
        was: figure(was[day]!),
        change: signed(now[day]! - was[day]!),
      });
}

/** Figures that score nothing, and why. */
function leftOut({ say, figure }: Texts, { series: { points } }: SeriesCurves) {
  const memory = points.filter((one) => one.flag === 'memory').length;
  const others = points.filter((one) => !one.comparable).length - memory;
  return [
    memory > 0 ? say('record.memory', { count: memory, n: figure(memory) }) : '',
    others > 0 ? say('record.unscored', { count: others, n: figure(others) }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
