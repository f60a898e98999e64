import type { Ensemble } from '../ensemble.ts';
import { worldBlocks } from '../ensemble.ts';
import { quantileSorted, sorted } from '../quantile.ts';
import { comparedFigures } from './declared.ts';
import type { RunFigure } from './figuresOf.ts';
import { readFigure } from './read.ts';

/** Where the central nine tenths lie. */
export interface Interval90 {
  readonly low90: number;
  readonly high90: number;
}

/** How one figure differs between two runs, world by world: medians. */
export interface PairedDifference extends Interval90 {
  /** Of the list of figures. */
  readonly id: string;
  readonly outcome: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly difference: number;
}

/** 5 % and 95 % quantiles of sorted differences. */
const interval90 = (differences: Float64Array): Interval90 => ({
  low90: quantileSorted(differences, 0.05),
  high90: quantileSorted(differences, 0.95),
});

/**
 * Where the difference of two runs lies over the worlds that both have: world by world.
 * @param one [world] a figure; `other` the same worlds under other inputs
 * @returns 5 % and 95 % quantiles of other - one; null without worlds
 */
export function differenceInterval(
  one: readonly number[],
  other: readonly number[],
): Interval90 | null {
  const worlds = Math.min(one.length, other.length);
  if (worlds === 0) return null;
  return interval90(sorted(Array.from({ length: worlds }, (_, w) => other[w]! - one[w]!)));
}

/**
 * Differences of the second ensemble from the first on the same keyed worlds, by the figures that
 * scenarios are compared by.
 * @param figures of the first run
 */
export function pairedDifferences(
  figures: readonly RunFigure[],
  first: Ensemble,
  second: Ensemble,
): PairedDifference[] {
  const [before, after] = [first, second].map((ensemble) =>
    worldBlocks(ensemble).map((values) => ({ names: ensemble.names, days: ensemble.days, values })),
  );
  return comparedFigures
    .flatMap((declared) => figures.filter((one) => one.declared === declared))
    .map((figure) => {
      const was = before!.map((run) => readFigure(figure, run));
      const is = after!.map((run) => readFigure(figure, run));
      const differences = sorted(is.map((value, world) => value - was[world]!));
      return {
        id: figure.id,
        outcome: figure.title,
        unit: figure.unit,
        from: quantileSorted(sorted(was), 0.5),
        to: quantileSorted(sorted(is), 0.5),
        difference: quantileSorted(differences, 0.5),
        ...interval90(differences),
      };
    });
}
