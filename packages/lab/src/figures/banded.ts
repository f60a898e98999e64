import { ownValue } from '@asylia/engine';
import type { RunSummary } from '../summary.ts';

/** A figure of the movement by the bands of a summary. */
export interface BandedFigure {
  /** Day of the highest median, or the last day. */
  readonly day: number;
  readonly low90: number;
  readonly median: number;
  readonly high90: number;
}

/**
 * A figure of the list as the bands of a summary give it: of a peak the day on which the median is
 * highest. Null where they do not hold it, and for what is taken over all days.
 * @param id such as peak.region, peak.ALB, returned, deaths.violence
 */
export function bandedFigure(
  summary: Pick<RunSummary, 'bands' | 'case'>,
  id: string,
): BandedFigure | null {
  const name = bandName(id);
  const band = name === null ? undefined : ownValue(summary.bands, name);
  if (!band) return null;
  const day = id.startsWith('peak.')
    ? band.q50.reduce((best, value, d) => (value > band.q50[best]! ? d : best), 0)
    : summary.case.days - 1;
  return { day, low90: band.q05[day]!, median: band.q50[day]!, high90: band.q95[day]! };
}

/** The band that holds a figure: quantiles of the sum within each world, never sums of quantiles. */
function bandName(id: string): string | null {
  const [kind, of, more] = id.split('.');
  if (more !== undefined) return null;
  if (kind === 'peak') return of === 'region' ? 'stock' : `stock.${of}`;
  if (kind === 'deaths') return id;
  return of === undefined && kind !== 'waiting' && kind !== 'unsheltered' ? id : null;
}
