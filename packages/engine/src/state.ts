import type { World } from './world.ts';

/** What is carried from one day to the next: counts of people and nothing else. */
export interface State {
  /** Next day to be simulated, 0 .. days. */
  day: number;
  /** [situation x place x group], group fastest */
  readonly count: Float64Array;
  /** [arrival day mod horizon x entry route x group], group fastest: people on the road */
  readonly road: Float64Array;
  /** [entry route x group] people waiting at a frontier */
  readonly waiting: Float64Array;
  /** [place x group] people whose home is there, alive and away from it */
  readonly away: Float64Array;
  /** [offer] places not yet taken up */
  readonly offerLeft: Float64Array;
  /** [offer] share of a person that rounding still owes, 0 <= x < 1 */
  readonly offerOwed: Float64Array;
  /** [country x group] people received from the country by open admission, so far */
  readonly movedOn: Float64Array;
  /** [running total] cumulative series, see record.ts */
  readonly totals: Float64Array;
}

/** Offset of the row of a situation at a place. */
export function countIndex(
  world: Pick<World, 'placeIds' | 'groupIds'>,
  situation: number,
  place: number,
): number {
  return (situation * world.placeIds.length + place) * world.groupIds.length;
}

export function createState(world: World, totals: number, horizonDays: number): State {
  const groups = world.groupIds.length;
  const entryRoutes = world.entryRoutes.length;
  return {
    day: 0,
    count: world.initial.slice(),
    road: new Float64Array(horizonDays * entryRoutes * groups),
    waiting: new Float64Array(entryRoutes * groups),
    away: world.initialAway.slice(),
    offerLeft: Float64Array.from(world.offers, (offer) => offer.places),
    offerOwed: new Float64Array(world.offers.length),
    movedOn: new Float64Array(world.countryIds.length * groups),
    totals: new Float64Array(totals),
  };
}

/** A copy that shares nothing with the original. */
export function copyState(state: State): State {
  return {
    day: state.day,
    count: state.count.slice(),
    road: state.road.slice(),
    waiting: state.waiting.slice(),
    away: state.away.slice(),
    offerLeft: state.offerLeft.slice(),
    offerOwed: state.offerOwed.slice(),
    movedOn: state.movedOn.slice(),
    totals: state.totals.slice(),
  };
}
