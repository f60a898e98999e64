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
  const bands = bandNames(summary, id).flatMap((name) => summary.bands[name] ?? []);
  const [first] = bands;
  if (!first) return null;
  const day = id.startsWith('peak.')
    ? first.q50.reduce((best, value, d) => (value > first.q50[best]! ? d : best), 0)
    : summary.case.days - 1;
  const sum = (quantile: 'q05' | 'q50' | 'q95') =>
    bands.reduce((total, band) => total + band[quantile][day]!, 0);
  return { day, low90: sum('q05'), median: sum('q50'), high90: sum('q95') };
}

/** Curves of the record count the persecuted groups; deaths have a band for each group. */
function bandNames({ case: { groups } }: Pick<RunSummary, 'case'>, id: string): string[] {
  const [kind, of, more] = id.split('.');
  if (more !== undefined) return [];
  if (kind === 'peak') return [of === 'region' ? 'stock' : `stock.${of}`];
  if (kind === 'deaths') return groups.map((group) => `deaths.${group.id}.${of}`);
  return of === undefined && kind !== 'waiting' && kind !== 'unsheltered' ? [id] : [];
}
