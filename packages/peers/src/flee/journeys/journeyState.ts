import type { JourneyDay, JourneyNetwork } from '@asylia/destinations';
import type { Keys, Mode } from '@asylia/engine';
import type { Routes } from './routes.ts';
import type { JourneyRules } from './rules.ts';

/**
 * People who share where they are, how far they have come today and lately are one cohort, so that
 * cost does not grow with people. Kilometres of today are kept to 1/8 of a day's range, the index
 * of recent travel to 1/3: steps of 1/40 and 1/6 move no published case by more than 0.012 of its
 * averaged relative difference, and cost five times as much.
 */
export const kmSteps = 8;
export const tiredSteps = 3;
export const tiredCells = 2 * tiredSteps;
/** Classes of people at a place who decide together: by tiredness, the last never travelled. */
export const classes = tiredCells + 1;

/** People on a road over night. */
export interface OnRoad {
  readonly route: number;
  readonly routes: Routes;
  /** step of the route under way */
  readonly step: number;
  /** km behind them on this road */
  readonly km: number;
  readonly tired: number;
  readonly fresh: boolean;
  readonly n: number;
}

/** What changes while journeys are simulated. */
export interface JourneyState {
  readonly network: JourneyNetwork;
  readonly rules: JourneyRules;
  readonly mode: Mode;
  readonly keys: Keys;
  day: number;
  today: JourneyDay;
  routes: Routes;
  /** [place] everybody there now, for room */
  readonly here: Float64Array;
  readonly capacity: Float64Array;
  /** [place x tired], tired fastest: people resting there; the same for those who never travelled */
  readonly rest: Float64Array;
  readonly fresh: Float64Array;
  /** [km x place x tired], tired fastest: people who reached a place today, with range left */
  readonly came: Float64Array;
  /** [km x place] 1 where somebody waits */
  readonly waiting: Uint8Array;
  /** [place x tired] those who stay for the night, by tiredness of the next morning */
  readonly night: Float64Array;
  /** [route x class], class fastest: who sets out this morning */
  readonly going: Float64Array;
  roads: OnRoad[];
  /** [route of a place, or place] */
  readonly weights: Float64Array;
  readonly chances: Float64Array;
  readonly parts: Float64Array;
  /** [class] people at a place who decide now; afterwards those who stay */
  readonly group: Float64Array;
  /** [class] those of them who leave */
  readonly leavers: Float64Array;
  /** [route of a place x class], class fastest: who takes which route */
  readonly taken: Float64Array;
}

/** Index of recent travel of the next morning, in steps. */
export function rested(tired: number, kmCell: number): number {
  const next = (tired / tiredSteps + kmCell / kmSteps) / 2;
  return Math.min(tiredCells - 1, Math.round(next * tiredSteps));
}
