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
export interface Hazards {
  /** The list of spells of violence for which it was made; null = not made yet. */
  madeFor: Int32Array | null;
  /** [place x group] hazards, 1/day */
  readonly expulsion: Float64Array;
  readonly killing: Float64Array;
  readonly reprisal: Float64Array;
  /** [place x group x direction] part of the hazard of expulsion that drives people to one country */
  readonly directed: Float64Array;
  /** [place] events of the day */
  readonly bombing: Float64Array;
  readonly insurgency: Float64Array;
  /** [place] hazard of flight before bombing and insurgency, 1/day */
  readonly scare: Float64Array;
  /** [place x group] 1 where somebody can be driven out, or killed; the same as lists */
  readonly isDriven: Uint8Array;
  readonly isEndangered: Uint8Array;
  readonly driven: PairList;
  readonly endangered: PairList;
  /** [place x group] probability to leave home for expulsion or fear, and the share that hides inside */
  readonly leaveHome: Float64Array;
  readonly hide: Float64Array;
  /** [place x group] probability that someone displaced inside is driven abroad */
  readonly leaveInside: Float64Array;
  /** [place x group] share of expelled among those who go abroad */
  readonly expelled: Float64Array;
  /** [place x group] probability to leave home for reprisal, and to be killed */
  readonly leaveByReprisal: Float64Array;
  readonly beKilled: Float64Array;
}

export function createHazards(world: World, plan: Plan): Hazards {
  const places = world.placeIds.length;
  const pairs = places * world.groupIds.length;
  const perPair = () => new Float64Array(pairs);
  const list = () => ({
    length: 0,
    pair: new Int32Array(pairs),
    place: new Int32Array(pairs),
    group: new Int32Array(pairs),
  });
  return {
    madeFor: null,
    expulsion: perPair(),
    killing: perPair(),
    reprisal: perPair(),
    directed: new Float64Array(pairs * plan.towards.length),
    bombing: new Float64Array(places),
    insurgency: new Float64Array(places),
    scare: new Float64Array(places),
    isDriven: new Uint8Array(pairs),
    isEndangered: new Uint8Array(pairs),
    driven: list(),
    endangered: list(),
    leaveHome: perPair(),
    hide: perPair(),
    leaveInside: perPair(),
    expelled: perPair(),
    leaveByReprisal: perPair(),
    beKilled: perPair(),
  };
}
