import type { Band, RecordPoint } from '@asylia/lab';

/** How far a curve lies from its record, over the figures that may be scored. */
export interface Distance {
  /** Figures that were compared. */
  readonly points: number;
  /** Sum of the distances / sum of the record; NaN without figures. */
  readonly share: number;
}

/** Figures that a curve may be scored by: comparable, verified, and on a day of the run. */
export function scoredOf(record: readonly RecordPoint[], days: number): RecordPoint[] {
  return record.filter(
    (point) => point.comparable && point.flag !== 'memory' && point.day >= 0 && point.day < days,
  );
}

/**
 * Mean distance of a curve from its record, against the mean of the record.
 * @param values [day]
 */
export function distanceFrom(
  values: ArrayLike<number>,
  record: readonly RecordPoint[],
  window?: RecordPoint['window'],
): Distance {
  const scored = scoredOf(record, values.length).filter(
    (point) => window === undefined || point.window === window,
  );
  let apart = 0;
  let whole = 0;
  for (const { day, value } of scored) {
    apart += Math.abs(values[day]! - value);
    whole += value;
  }
  return { points: scored.length, share: whole > 0 ? apart / whole : Number.NaN };
}

/** Figures of the record that lie inside the 90 % and the 50 % band. */
export function insideOf(
  band: Band,
  record: readonly RecordPoint[],
): { readonly points: number; readonly inside90: number; readonly inside50: number } {
  const scored = scoredOf(record, band.q50.length);
  const inside = (low: readonly number[], high: readonly number[]) =>
    scored.filter(({ day, value }) => low[day]! <= value && value <= high[day]!).length;
  return {
    points: scored.length,
    inside90: inside(band.q05, band.q95),
    inside50: inside(band.q25, band.q75),
  };
}
