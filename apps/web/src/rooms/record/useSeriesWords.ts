import type { Band } from '@asylia/lab';
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
  /** [day] as it was; null when nothing is moved. */
  readonly asItWas: Float64Array | null;
  readonly band: Band | null;
  readonly judged: Judged;
}

/** What a chart of a series shows, in words. */
export function useSeriesWords(): (curves: SeriesCurves) => string {
  const { say, figure, percent, signed, longDate } = useTexts();
  return ({ series, dates, expected, asItWas, band, judged }) => {
    const { points } = series;
    const unscored = points.filter((one) => !one.comparable).length;
    const memory = points.filter((one) => one.flag === 'memory').length;
    const away = (window: 'fit' | 'holdout') => {
      if (!expected) return '';
      const { points: compared, share } = distanceFrom(expected, points, window);
      return compared === 0
        ? ''
        : say(`record.away.${window}`, {
            count: compared,
            n: figure(compared),
            share: percent(share),
          });
    };
    const most = () => {
      if (!expected) return say('record.noCounterpart');
      const scored = scoredOf(points, expected.length);
      if (scored.length === 0) return say('record.nothingScored');
      const top = scored.reduce((a, b) => (b.value > a.value ? b : a));
      return say('record.most', {
        record: figure(top.value),
        date: longDate(dates[top.day]!),
        model: figure(expected[top.day]!),
      });
    };
    const inside = band && judged !== 'policy' ? insideOf(band, points) : null;
    const before = asItWas && judged === 'assumed' ? distanceFrom(asItWas, points) : null;
    return [
      most(),
      ...(judged === 'policy' ? [] : [away('fit'), away('holdout')]),
      before && before.points > 0 ? say('record.away.was', { share: percent(before.share) }) : '',
      inside && inside.points > 0
        ? say('record.inside', {
            count: inside.points,
            points: figure(inside.points),
            inside90: figure(inside.inside90),
            inside50: figure(inside.inside50),
          })
        : '',
      expected && asItWas ? difference(expected, asItWas) : '',
      memory > 0 ? say('record.memory', { count: memory, n: figure(memory) }) : '',
      unscored > memory
        ? say('record.unscored', { count: unscored - memory, n: figure(unscored - memory) })
        : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');

    function difference(now: Float64Array, was: Float64Array): string {
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
  };
}
