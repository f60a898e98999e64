import { ownValue } from '@asylia/engine';
import type { Direction } from '@asylia/security';
import type { Figure, Interval } from '../../engine/figures.ts';
import { differenceInterval, figureOf, topicsOf } from '../../engine/figures.ts';
import type { CurrentRun, Opened, Paired } from '../../engine/protocol.ts';

/** Changes below this part of what it was are about nothing. */
const negligible = 0.0005;

/** What one run says, and how it differs from the first. */
export interface Cell {
  readonly value: number;
  /** Day on which a level is highest; null for sums and measures. */
  readonly day: number | null;
  /** Less what the first run says; null in the first. */
  readonly change: number | null;
  /** `more` and `fewer` where there is no better or worse. */
  readonly verdict: 'first' | 'same' | 'worse' | 'better' | 'more' | 'fewer';
  /** The change in the central nine tenths of the paired worlds; null while there are none. */
  readonly interval: Interval | null;
}

/** A figure or a measure in all runs. */
export interface FigureRow {
  readonly id: string;
  readonly direction: Direction | null;
  readonly cells: readonly Cell[];
}

export interface TopicRow extends FigureRow, Pick<Figure, 'topic' | 'country'> {}

/** The figures of people on the way, whole persons. [run] `worlds`: paired, or without any. */
export function topicRows(
  runs: readonly CurrentRun[],
  worlds: readonly (readonly Paired[])[],
): TopicRow[] {
  const figures = runs.map((run) => topicsOf(run).map(figureOf));
  return (figures[0] ?? []).map(({ id, topic, country, direction, taken }, i) => ({
    id,
    topic,
    country,
    direction,
    cells: inWhole(
      cellsOf(
        figures.map((own) => Math.round(own[i]!.value)),
        direction,
        worlds.map((own) => own.map((world) => Math.round(ownValue(world.figures, id)!))),
        figures.map((own) => (taken === 'highestDay' ? own[i]!.day : null)),
      ),
    ),
  }));
}

/** Intervals in whole persons. */
function inWhole(cells: readonly Cell[]): Cell[] {
  return cells.map(({ interval, ...cell }) => ({
    ...cell,
    interval: interval && {
      low90: Math.round(interval.low90),
      high90: Math.round(interval.high90),
    },
  }));
}

/** The headline measures of one object of security. */
export function measureRows(
  { outcomes }: Pick<Opened, 'outcomes'>,
  headlines: readonly string[],
  runs: readonly CurrentRun[],
  worlds: readonly (readonly Paired[])[],
): FigureRow[] {
  return headlines.map((id) => {
    const i = outcomes.findIndex((one) => one.id === id);
    const { direction } = outcomes[i]!;
    return {
      id,
      direction,
      cells: cellsOf(
        runs.map((run) => run.measures[i]!),
        direction,
        worlds.map((own) => own.map((world) => world.measures[i]!)),
        runs.map(() => null),
      ),
    };
  });
}

/** [run] cells from what each run says, and from what each says in the paired worlds. */
export function cellsOf(
  values: readonly number[],
  direction: Direction | null,
  worlds: readonly (readonly number[])[],
  days: readonly (number | null)[],
): Cell[] {
  const first = values[0]!;
  return values.map((value, run) => {
    const day = days[run] ?? null;
    if (run === 0) return { value, day, change: null, verdict: 'first', interval: null };
    const change = value - first;
    return {
      value,
      day,
      change,
      verdict: verdictOf(change, first, direction),
      interval: differenceInterval(worlds[0] ?? [], worlds[run] ?? []),
    };
  });
}

function verdictOf(change: number, was: number, direction: Direction | null): Cell['verdict'] {
  if (Math.abs(change) <= negligible * Math.max(Math.abs(was), 1e-9)) return 'same';
  if (direction === null) return change > 0 ? 'more' : 'fewer';
  return change > 0 === (direction === 'moreIsWorse') ? 'worse' : 'better';
}

/** Whether chance and uncertainty leave open which way the change goes. */
export function isOpen({ interval }: Pick<Cell, 'interval'>): boolean {
  return interval !== null && interval.low90 < 0 && interval.high90 > 0;
}
