import type { ConflictAging } from '@asylia/destinations';

/** The numbers of the mechanism; the rules of the nearest peer are one set of them. */
export interface JourneyRules extends ConflictAging {
  /** km a day by vehicle, and on foot until a first road has been travelled */
  readonly kmPerDay: number;
  readonly walkKmPerDay: number;
  readonly startOnFoot: boolean;
  /** chance to leave, per day and kind of place */
  readonly leaveCamp: number;
  readonly leaveInnerCamp: number;
  readonly leaveConflict: number;
  readonly leaveTown: number;
  /** attraction of a camp, of another country, and of a place in conflict */
  readonly campWeight: number;
  readonly foreignWeight: number;
  readonly conflictWeight: number;
  readonly softeningKm: number;
  readonly distancePower: number;
  readonly weightSoftening: number;
  readonly weightPower: number;
  /** places ahead that people know of; markers do not count */
  readonly awareness: number;
  readonly capacityScale: number;
  /** share of capacity from which on a camp attracts less */
  readonly capacityBuffer: number;
  /** people who have hardly travelled lately go on the same day from a town */
  readonly avoidShortStints: boolean;
}
