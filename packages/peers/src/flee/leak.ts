import type { Reach } from '@asylia/destinations';
import type { FleeCase } from './model.ts';

/** A camp whose stated capacity is the largest count of the series that is to be predicted. */
export interface Leak {
  readonly camp: string;
  readonly capacity: number;
  readonly maximum: number;
}

/** Closer than this a capacity is taken to have been read off the series. */
const nearness = 0.005;

/**
 * Capacities that carry the answer: equal, within half a per cent, to the most people that the
 * camp ever held in the files, corrected for registration or not.
 */
export function findLeaks(flee: FleeCase, { observed, campPlace }: Reach): Leak[] {
  const days = observed.total.length;
  return observed.camps.flatMap((camp, c) => {
    const capacity = flee.locations[campPlace[c]!]!.population;
    const files = flee.layout.find((entry) => entry.label === camp)?.files ?? [];
    const reported = files.reduce(
      (sum, file) => sum + Math.max(0, ...(flee.series.get(file) ?? []).map((p) => p.count)),
      0,
    );
    const shown = observed.counts
      .subarray(c * days, (c + 1) * days)
      .reduce((a, b) => Math.max(a, b), 0);
    const maximum = [reported, shown].find(
      (most) => Math.abs(most - capacity) <= nearness * capacity,
    );
    return capacity > 0 && maximum !== undefined ? [{ camp, capacity, maximum }] : [];
  });
}
