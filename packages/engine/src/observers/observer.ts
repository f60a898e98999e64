import type { Run } from '../run.ts';

/** What one observer keeps of one run, and when it looks. */
export interface Watch<Kept> {
  readonly kept: Kept;
  /** Called before the rows of each day. */
  readonly beforeDay?: (run: Run) => void;
  /** Called after them. */
  readonly afterDay: (run: Run) => void;
}

/**
 * Looks at a run without touching it: the rows of a day know of no observer. Handed to `simulate`,
 * which starts it for the days from the one of the run's state up to untilDay, not included.
 */
export type Observer<Kept = unknown> = (run: Run, untilDay: number) => Watch<Kept>;

/** Observers by names of the caller's own, under which what they kept is handed back. */
export type Observers = Readonly<Record<string, Observer>>;

/** What the observers of a run kept of it. */
export type Observed<O extends Observers> = {
  readonly [Name in keyof O]: ReturnType<O[Name]>['kept'];
};
