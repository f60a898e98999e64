import { describe, expect, test } from 'vitest';
import { totalBand } from '../src/buildSummary.ts';
import { bandedFigure } from '../src/index.ts';

/** Series of two groups on one day. In each world one group dies where the other lives. */
const made = { names: ['deaths.a.violence', 'deaths.b.violence'], days: 1 };
const worlds = Array.from({ length: 101 }, (_, w) => Float32Array.of(w, 100 - w));
const groups = [{ id: 'a' }, { id: 'b' }];

describe('The range of all deaths', () => {
  test('comes from the sum within each world, where the sum of quantiles is wrong', () => {
    const band = totalBand(made, Float64Array.of(50, 50), worlds, ['a', 'b'], 'violence');
    const summary = {
      bands: { 'deaths.violence': band },
      case: { days: 1, groups },
    } as unknown as Parameters<typeof bandedFigure>[0];
    expect(bandedFigure(summary, 'deaths.violence')).toEqual({
      day: 0,
      low90: 100,
      median: 100,
      high90: 100,
    });
  });

  test('is not made up where the bands do not hold it', () => {
    const summary = { bands: {}, case: { days: 1, groups } } as unknown as Parameters<
      typeof bandedFigure
    >[0];
    expect(bandedFigure(summary, 'deaths.violence')).toBeNull();
  });
});
