import type { Plan } from './plan.ts';
import type { World } from './world.ts';

/** Some pairs of place and group, in the order of settlements and, within one, of groups. */
export interface PairList {
  /** how many stand in the list; what lies behind them is of an earlier day */
  length: number;
  /** [i] place x groups + group */
  readonly pair: Int32Array;
  readonly place: Int32Array;
  readonly group: Int32Array;
}

/**
 * The violence of a day, written by its row. What follows from the hazards alone (the probabilities)
 * is kept beside them, for hazards stay the same on most days.
 */
export type Hazards = ReturnType<typeof createHazards>;

export function createHazards(world: World, plan: Plan) {
  const places = world.placeIds.length;
  const pairs = places * world.groupIds.length;
  const perPair = () => new Float64Array(pairs);
  const list = (): PairList => ({
    length: 0,
    pair: new Int32Array(pairs),
    place: new Int32Array(pairs),
    group: new Int32Array(pairs),
  });
  return {
    /** The list of spells of violence for which it was made; null = not made yet. */
    madeFor: null as Int32Array | null,
    /** [place x group] hazards, 1/day */
    expulsion: perPair(),
    killing: perPair(),
    reprisal: perPair(),
    /** [place x group x direction] part of the hazard of expulsion that drives people to one country */
    directed: new Float64Array(pairs * plan.towards.length),
    /** [place] events of the day */
    bombing: new Float64Array(places),
    insurgency: new Float64Array(places),
    /** [place] hazard of flight before bombing and insurgency, 1/day */
    scare: new Float64Array(places),
    /** [place x group] 1 where somebody can be driven out, or killed; the same as lists */
    isDriven: new Uint8Array(pairs),
    isEndangered: new Uint8Array(pairs),
    driven: list(),
    endangered: list(),
    /** [place x group] probability to leave home for expulsion or fear, and the share that hides inside */
    leaveHome: perPair(),
    hide: perPair(),
    /** [place x group] probability that someone displaced inside is driven abroad */
    leaveInside: perPair(),
    /** [place x group] share of expelled among those who go abroad */
    expelled: perPair(),
    /** [place x group] probability to leave home for reprisal, and to be killed */
    leaveByReprisal: perPair(),
    beKilled: perPair(),
  };
}
