import type { Curves, Interval90, RunFigure } from '@asylia/lab';
import { daysOf, takenFrom } from '@asylia/lab';
import type { CurrentRun } from './protocol.ts';

export { differenceInterval } from '@asylia/lab';
export type Interval = Interval90;

/** Names under which the words of the page know the figures that scenarios are compared by. */
const topics = {
  stock: 'peak.region',
  country: 'peak.{country}',
  waiting: 'waiting',
  unsheltered: 'unsheltered',
  evacuated: 'evacuated',
  returned: 'returned',
  secondWave: 'secondWave',
  shortfall: 'deaths.shortfall',
  violence: 'deaths.violence',
} as const;
export type TopicId = keyof typeof topics;

/** One thing that scenarios are compared by, day by day, persons. */
export interface Topic extends Pick<RunFigure, 'id' | 'country' | 'taken' | 'direction'> {
  readonly topic: TopicId;
  /** [day] */
  readonly values: Float64Array;
}

/** What is left of a topic when days are left out. */
export interface Figure extends Omit<Topic, 'values'> {
  /** persons */
  readonly value: number;
  /** Day of the highest level; the last day for a sum. */
  readonly day: number;
}

/** Figures that the page shows: of countries only those that the record counts, if it counts any. */
export function shownFigures({
  names,
  figures,
}: Pick<CurrentRun, 'names' | 'figures'>): RunFigure[] {
  const isCounted = ({ country }: RunFigure) => names.includes(`stock.${country}`);
  const isAny = figures.some(isCounted);
  return figures.filter((one) => one.country === '' || !isAny || isCounted(one));
}

/** What is compared in a run, from the one list of figures. */
export function topicsOf(run: Curves & Pick<CurrentRun, 'figures'>): Topic[] {
  const shown = shownFigures(run);
  return Object.entries(topics).flatMap(([topic, declared]) =>
    shown
      .filter((one) => one.declared === declared)
      .map((figure) => ({
        ...{ id: figure.id, topic: topic as TopicId, country: figure.country },
        ...{ taken: figure.taken, direction: figure.direction },
        values: daysOf(figure, run),
      })),
  );
}

/** The figure that a topic comes down to. */
export function figureOf({ values, ...topic }: Topic): Figure {
  return { ...topic, ...takenFrom(values, topic.taken) };
}
